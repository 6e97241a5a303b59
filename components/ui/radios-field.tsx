"use client";

import type { ReactNode } from "react";
import { ChoicesField, type ChoiceWithHint } from "./choices-field";
import { manyValues, useField } from "./form-context";

export interface RadiosFieldProps {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly ChoiceWithHint[];
  readonly hint?: ReactNode;
  readonly error?: string;
  /** Nothing is chosen without it. */
  readonly defaultValue?: string;
}

/** One of a few values. */
export function RadiosField({ defaultValue, error, ...rest }: RadiosFieldProps) {
  const field = useField(rest.name);
  const chosen = manyValues(field.typed, defaultValue === undefined ? [] : [defaultValue]);
  return <ChoicesField kind="radios" {...rest} chosen={chosen} error={error ?? field.error} />;
}
