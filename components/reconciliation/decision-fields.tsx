"use client";

import { classes, describedBy, ErrorMessage, FormGroup, Hint } from "@/components/ui/field-words";
import { Watched } from "@/components/ui/identifying";
import type { Choice } from "@/components/ui/select-field";

/** How a level was agreed, and why. */
export function DecisionFields(props: {
  /** The factor's key; ids on the page start with it. */
  name: string;
  ways: readonly Choice[];
  way: string | undefined;
  wayError: string | undefined;
  reason: string | undefined;
  reasonHint: string;
  reasonError: string | undefined;
  tags: readonly string[];
  tagChoices: readonly Choice[];
}) {
  const { ways, way, wayError, reason, reasonHint, reasonError } = props;
  const wayId = `${props.name}.way`;
  const reasonId = `${props.name}.reason`;
  const chosen = ways.some((choice) => choice.value === way) ? way : ways[0]?.value;
  return (
    <>
      <FormGroup error={wayError}>
        <label className="govuk-label" htmlFor={wayId}>
          How was it agreed?
        </label>
        <ErrorMessage name={wayId}>{wayError}</ErrorMessage>
        <select
          className={classes("govuk-select", wayError && "govuk-select--error")}
          id={wayId}
          name="way"
          defaultValue={chosen}
          key={chosen}
          aria-describedby={describedBy(wayId, undefined, wayError)}
        >
          {ways.map((choice) => (
            <option value={choice.value} key={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </FormGroup>
      <FormGroup error={reasonError}>
        <label className="govuk-label" htmlFor={reasonId}>
          Reason
        </label>
        <Hint name={reasonId}>{reasonHint}</Hint>
        <ErrorMessage name={reasonId}>{reasonError}</ErrorMessage>
        <Watched name={reasonId} text={reason ?? ""}>
          <textarea
            className={classes("govuk-textarea", reasonError && "govuk-textarea--error")}
            id={reasonId}
            name="reason"
            rows={2}
            defaultValue={reason ?? ""}
            aria-describedby={describedBy(reasonId, "hint", reasonError, true)}
          />
        </Watched>
      </FormGroup>
      <Tags name={`${props.name}.tags`} choices={props.tagChoices} chosen={props.tags} />
    </>
  );
}

function Tags(props: { name: string; choices: readonly Choice[]; chosen: readonly string[] }) {
  return (
    <fieldset className="decision-tags">
      <legend>What lay behind the difference</legend>
      <div className="govuk-checkboxes govuk-checkboxes--small">
        {props.choices.map(({ value, label }) => (
          <div className="govuk-checkboxes__item" key={value}>
            <input
              className="govuk-checkboxes__input"
              id={`${props.name}.${value}`}
              name="tags"
              type="checkbox"
              value={value}
              defaultChecked={props.chosen.includes(value)}
            />
            <label
              className="govuk-label govuk-checkboxes__label"
              htmlFor={`${props.name}.${value}`}
            >
              {label}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
