"use client";

import { classes, describedBy, ErrorMessage, Hint } from "@/components/ui/field-words";
import { IdentifyingWarning } from "@/components/ui/identifying";
import type { FactorPartProps } from "./factor-row";

export interface Theme {
  readonly key: string;
  readonly label: string;
}

/** What "Other" needs above "Not indicated": its themes and a description. */
export function OtherFields(props: FactorPartProps & { themes: readonly Theme[] }) {
  const { factor, before, problems, register } = props;
  const themes = `${factor.key}.themes` as const;
  const description = `${factor.key}.description` as const;
  const error = (name: string) => problems.find((problem) => problem.field === name)?.message;
  return (
    <>
      <fieldset
        className={classes("tray-themes", error(themes) && "tray-error")}
        aria-describedby={describedBy(themes, "hint", error(themes))}
      >
        <legend>Themes</legend>
        <Hint name={themes}>At least one, unless not indicated</Hint>
        <ErrorMessage name={themes}>{error(themes)}</ErrorMessage>
        <div className="govuk-checkboxes govuk-checkboxes--small">
          {props.themes.map((theme, index) => {
            const id = index === 0 ? themes : `${themes}-${theme.key}`;
            return (
              <div className="govuk-checkboxes__item" key={theme.key}>
                <input
                  className="govuk-checkboxes__input"
                  type="checkbox"
                  id={id}
                  value={theme.key}
                  defaultChecked={before.themes.includes(theme.key)}
                  {...register(themes)}
                />
                <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
                  {theme.label}
                </label>
              </div>
            );
          })}
        </div>
      </fieldset>
      <div className={classes("tray-note", error(description) && "tray-error")}>
        <label className="govuk-label" htmlFor={description}>
          Description
        </label>
        <ErrorMessage name={description}>{error(description)}</ErrorMessage>
        <textarea
          className="govuk-textarea"
          id={description}
          rows={2}
          defaultValue={before.description}
          aria-describedby={describedBy(description, undefined, error(description), true)}
          {...register(description)}
        />
        <IdentifyingWarning name={description} text={props.now.description} />
      </div>
    </>
  );
}
