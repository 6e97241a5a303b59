"use client";

import type { ReactNode } from "react";
import { classes, describedBy, ErrorMessage, FormGroup, Hint } from "./field-words";
import { oneValue, useField } from "./form-context";

export interface TextAreaProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string;
  readonly defaultValue?: string;
  readonly rows?: number;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { name, label, hint, rows = 3 } = props;
  const field = useField(name);
  const error = props.error ?? field.error;
  return (
    <FormGroup error={error}>
      <label className="govuk-label" htmlFor={name}>
        {label}
      </label>
      <Hint name={name}>{hint}</Hint>
      <ErrorMessage name={name}>{error}</ErrorMessage>
      <textarea
        className={classes("govuk-textarea", error && "govuk-textarea--error")}
        id={name}
        name={name}
        rows={rows}
        defaultValue={oneValue(field.typed, props.defaultValue)}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </FormGroup>
  );
}
