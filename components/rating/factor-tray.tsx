"use client";

import { Guidance } from "@/components/codebook/guidance";
import { classes, describedBy, ErrorMessage, Hint } from "@/components/ui/field-words";
import { IdentifyingWarning } from "@/components/ui/identifying";
import type { Quote } from "@/domain/ratings/quotes";
import type { FactorPartProps } from "./factor-row";
import { OtherFields, type Theme } from "./other-fields";
import { QuotesField } from "./quotes-field";

interface FactorTrayProps extends FactorPartProps {
  readonly themes: readonly Theme[];
  readonly onQuotes: (quotes: Quote[]) => void;
  readonly onShow?: ((quote: Quote) => string) | undefined;
}

/**
 * What belongs to one factor besides its level. On a wide screen it stands beside the grid while
 * its factor is in hand; on a narrow one it opens below the row. Hidden, it can still be reached
 * by keyboard, and shows itself then.
 */
export function FactorTray(props: FactorTrayProps) {
  const { factor, before, problems, register } = props;
  const { key, label } = factor;
  const note = `${key}.note` as const;
  const noteError = problems.find((problem) => problem.field === note)?.message;
  const needsLook = problems.some((problem) => problem.field !== `${key}.level`);
  return (
    <>
      <label className="tray-toggle">
        <input type="checkbox" defaultChecked={needsLook} />
        <span>
          Show guidance and evidence<span className="govuk-visually-hidden"> on {label}</span>
        </span>
      </label>
      <div className="tray">
        <h2>
          <span aria-hidden="true">{factor.number}</span> {label}
        </h2>
        <Guidance factor={factor} />
        {factor.takesThemes && <OtherFields {...props} />}
        <QuotesField
          factor={factor}
          quotes={props.now.quotes}
          problems={problems}
          onChange={props.onQuotes}
          onShow={props.onShow}
        />
        <div className={classes("tray-note", noteError && "tray-error")}>
          <label className="govuk-label" htmlFor={note}>
            Note<span className="govuk-visually-hidden"> for {label}</span>
          </label>
          <Hint name={note}>What shows it, and the page or paragraph</Hint>
          <ErrorMessage name={note}>{noteError}</ErrorMessage>
          <textarea
            className="govuk-textarea"
            id={note}
            rows={3}
            defaultValue={before.note}
            aria-describedby={describedBy(note, "hint", noteError, true)}
            {...register(note)}
          />
          <IdentifyingWarning name={note} text={props.now.note} />
        </div>
        <div className="govuk-checkboxes govuk-checkboxes--small tray-unsure">
          <div className="govuk-checkboxes__item">
            <input
              className="govuk-checkboxes__input"
              type="checkbox"
              id={`${key}.unsure`}
              value="yes"
              defaultChecked={before.unsure}
              {...register(`${key}.unsure`)}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`${key}.unsure`}>
              Unsure between two levels
              <span className="govuk-visually-hidden"> of {label}</span>
            </label>
          </div>
        </div>
      </div>
    </>
  );
}
