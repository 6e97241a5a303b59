"use client";

import { classes, describedBy, ErrorMessage } from "@/components/ui/field-words";
import { oneValue, useField } from "@/components/ui/form-context";

export interface TargetSelectProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly empty?: string;
}

/** A choice in a cell of a table, with its problem above it. */
export function TargetSelect({ name, label, options, value, empty }: TargetSelectProps) {
  const { error, typed } = useField(name);
  return (
    <div className={classes("govuk-form-group", error && "govuk-form-group--error")}>
      <label className="govuk-visually-hidden" htmlFor={name}>
        {label}
      </label>
      <ErrorMessage name={name}>{error}</ErrorMessage>
      <select
        className={classes("govuk-select", error && "govuk-select--error")}
        id={name}
        name={name}
        defaultValue={oneValue(typed, value)}
        aria-describedby={describedBy(name, undefined, error)}
        aria-invalid={error ? true : undefined}
      >
        <option value="">{empty ?? "Leave this column out"}</option>
        {options.map((option) => (
          <option value={option.value} key={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
