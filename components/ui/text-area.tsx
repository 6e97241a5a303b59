"use client";

import type { ReactNode } from "react";
import { classes, describedBy, ErrorMessage, FormGroup, Hint } from "./field-words";
import { oneValue, useField } from "./form-context";
import { Watched } from "./identifying";

export interface TextAreaProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string;
  readonly defaultValue?: string;
  readonly rows?: number;
}

/** Several lines of text, watched for what could tell who it is about. */
export function TextArea(props: TextAreaProps) {
  const { name, label, hint, rows = 3 } = props;
  const field = useField(name);
  const error = props.error ?? field.error;
  const before = oneValue(field.typed, props.defaultValue);
  return (
    <FormGroup error={error}>
      <label className="govuk-label" htmlFor={name}>
        {label}
      </label>
      <Hint name={name}>{hint}</Hint>
      <ErrorMessage name={name}>{error}</ErrorMessage>
      <Watched name={name} text={before}>
        <textarea
          className={classes("govuk-textarea", error && "govuk-textarea--error")}
          id={name}
          name={name}
          rows={rows}
          defaultValue={before}
          aria-describedby={describedBy(name, hint, error, true)}
          aria-invalid={error ? true : undefined}
        />
      </Watched>
    </FormGroup>
  );
}
