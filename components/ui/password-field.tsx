"use client";

import type { ReactNode } from "react";
import { describedBy, ErrorMessage, FormGroup, Hint } from "./field-words";
import { useField } from "./form-context";
import { PasswordInput } from "./password-input";

export interface PasswordFieldProps {
  readonly name: string;
  readonly label: string;
  readonly autoComplete: "current-password" | "new-password";
  readonly hint?: ReactNode;
  readonly error?: string;
}

/** A password with its label. What was typed never comes back from the server. */
export function PasswordField({ name, label, autoComplete, hint, ...rest }: PasswordFieldProps) {
  const field = useField(name);
  const error = rest.error ?? field.error;
  return (
    <FormGroup error={error}>
      <label className="govuk-label" htmlFor={name}>
        {label}
      </label>
      <Hint name={name}>{hint}</Hint>
      <ErrorMessage name={name}>{error}</ErrorMessage>
      <PasswordInput
        name={name}
        label={label}
        autoComplete={autoComplete}
        describedBy={describedBy(name, hint, error)}
        invalid={error !== undefined}
      />
    </FormGroup>
  );
}
