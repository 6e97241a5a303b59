"use client";

import type { ReactNode } from "react";
import { classes, describedBy, ErrorMessage, FormGroup, Hint } from "./field-words";
import { oneValue, useField } from "./form-context";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface SelectFieldProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Choice[];
  /** The words of an empty first option; without it the first option is chosen. */
  readonly empty?: string;
  readonly hint?: ReactNode;
  readonly error?: string;
  readonly defaultValue?: string;
}

/** One of a list of values. */
export function SelectField(props: SelectFieldProps) {
  const { name, label, options, empty, hint } = props;
  const field = useField(name);
  const error = props.error ?? field.error;
  const value = oneValue(field.typed, props.defaultValue);
  return (
    <FormGroup error={error}>
      <label className="govuk-label" htmlFor={name}>
        {label}
      </label>
      <Hint name={name}>{hint}</Hint>
      <ErrorMessage name={name}>{error}</ErrorMessage>
      <select
        className={classes("govuk-select", error && "govuk-select--error")}
        id={name}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option value={option.value} key={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
