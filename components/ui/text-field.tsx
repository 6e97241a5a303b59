"use client";

import type { ReactNode } from "react";
import { classes, describedBy, ErrorMessage, FormGroup, Hint } from "./field-words";
import { oneValue, useField } from "./form-context";
import { Watched } from "./identifying";

export interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "email" | "search" | "date" | "file";
  readonly hint?: ReactNode;
  readonly error?: string;
  readonly defaultValue?: string;
  readonly autoComplete?: string;
  readonly inputMode?: "text" | "numeric" | "decimal" | "email" | "search";
  /** About how many characters the field is wide. */
  readonly width?: "short" | "medium" | "full";
  /** For files: which endings are offered. */
  readonly accept?: string;
  /** Whether it is watched for what could tell who it is about. */
  readonly watched?: boolean;
}

/** One line of text or a file. */
export function TextField(props: TextFieldProps) {
  const { name, label, type = "text", hint, width = "medium", watched } = props;
  const field = useField(name);
  const error = props.error ?? field.error;
  const file = type === "file";
  const before = file ? undefined : oneValue(field.typed, props.defaultValue);
  const input = (
    <input
      className={classes(
        file ? "govuk-file-upload" : "govuk-input",
        error && (file ? "govuk-file-upload--error" : "govuk-input--error"),
        `field-${width}`,
      )}
      id={name}
      name={name}
      type={type}
      accept={props.accept}
      autoComplete={props.autoComplete}
      inputMode={props.inputMode}
      spellCheck={type === "text" ? undefined : false}
      defaultValue={before}
      aria-describedby={describedBy(name, hint, error, watched)}
      aria-invalid={error ? true : undefined}
    />
  );
  return (
    <FormGroup error={error}>
      <label className="govuk-label" htmlFor={name}>
        {label}
      </label>
      <Hint name={name}>{hint}</Hint>
      <ErrorMessage name={name}>{error}</ErrorMessage>
      {watched ? (
        <Watched name={name} text={before ?? ""}>
          {input}
        </Watched>
      ) : (
        input
      )}
    </FormGroup>
  );
}
