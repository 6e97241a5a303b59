import { Fragment, type ReactNode } from "react";
import { describedBy, ErrorMessage, FormGroup, Hint } from "./field-words";

export interface ChoiceWithHint {
  readonly value: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Fields that are asked for when it is chosen, and not shown otherwise. */
  readonly asks?: ReactNode;
}

export interface ChoicesFieldProps {
  readonly kind: "radios" | "checkboxes";
  readonly name: string;
  readonly legend: string;
  readonly options: readonly ChoiceWithHint[];
  readonly chosen: readonly string[];
  readonly hint?: ReactNode;
  readonly error?: string;
}

/** A fieldset of radios or checkboxes. The first has the field's name as its id. */
export function ChoicesField(props: ChoicesFieldProps) {
  const { kind, name, legend, options, chosen, hint, error } = props;
  const block = `govuk-${kind}`;
  return (
    <FormGroup error={error}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(name, hint, error)}>
        <legend className="govuk-fieldset__legend">{legend}</legend>
        <Hint name={name}>{hint}</Hint>
        <ErrorMessage name={name}>{error}</ErrorMessage>
        <div className={`${block} ${block}--small`}>
          {options.map((option, index) => {
            const id = index === 0 ? name : `${name}-${option.value}`;
            return (
              <Fragment key={option.value}>
                <div className={`${block}__item`}>
                  <input
                    className={`${block}__input`}
                    id={id}
                    name={name}
                    type={kind === "radios" ? "radio" : "checkbox"}
                    value={option.value}
                    defaultChecked={chosen.includes(option.value)}
                    aria-describedby={option.hint ? `${id}-item-hint` : undefined}
                  />
                  <label className={`govuk-label ${block}__label`} htmlFor={id}>
                    {option.label}
                  </label>
                  {option.hint ? (
                    <div id={`${id}-item-hint`} className={`govuk-hint ${block}__hint`}>
                      {option.hint}
                    </div>
                  ) : null}
                </div>
                {option.asks && (
                  <div className={`${block}__conditional choice-asks`}>{option.asks}</div>
                )}
              </Fragment>
            );
          })}
        </div>
      </fieldset>
    </FormGroup>
  );
}
