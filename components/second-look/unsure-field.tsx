"use client";

import { manyValues, useField } from "@/components/ui/form-context";

/** The tick for a coder who is unsure between two levels. */
export function UnsureField(props: { name: string; label: string; before: boolean }) {
  const { name, label, before } = props;
  const typed = manyValues(useField(name).typed, before ? ["yes"] : []);
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small read-again-unsure">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          defaultChecked={typed.includes("yes")}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={name}>
          Unsure between two levels<span className="govuk-visually-hidden"> of {label}</span>
        </label>
      </div>
      {/* Sent when it is not ticked too: what was unticked then stays so. */}
      <input type="hidden" name={name} value="no" />
    </div>
  );
}
