"use client";

import type { ReactNode } from "react";
import { ChoicesField, type ChoiceWithHint } from "./choices-field";
import { manyValues, useField } from "./form-context";

export interface CheckboxesFieldProps {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly ChoiceWithHint[];
  readonly hint?: ReactNode;
  readonly error?: string;
  readonly defaultValues?: readonly string[];
}

/** Any number of a few values. */
export function CheckboxesField({ defaultValues, error, ...rest }: CheckboxesFieldProps) {
  const field = useField(rest.name);
  const chosen = manyValues(field.typed, defaultValues);
  return <ChoicesField kind="checkboxes" {...rest} chosen={chosen} error={error ?? field.error} />;
}
