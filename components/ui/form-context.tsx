"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type FormState, untouched } from "./form-state";

const FormContext = createContext<FormState>(untouched);

/** Gives the fields inside what their form came back with. */
export function FormStateProvider(props: { state: FormState; children: ReactNode }) {
  return <FormContext.Provider value={props.state}>{props.children}</FormContext.Provider>;
}

/** What the form around came back with: another one with each answer. */
export function useFormState(): FormState {
  return useContext(FormContext);
}

/** What came back for one field: its first problem, and what was typed. */
export function useField(name: string): {
  error: string | undefined;
  typed: string | readonly string[] | undefined;
} {
  const { problems, values } = useContext(FormContext);
  return {
    error: problems.find((problem) => problem.field === name)?.message,
    typed: values[name],
  };
}

/** What was typed in a field that holds one text; `before` when nothing came back. */
export function oneValue(typed: string | readonly string[] | undefined, before = ""): string {
  if (typed === undefined) return before;
  return typeof typed === "string" ? typed : (typed[0] ?? "");
}

/** What was ticked in a field that can hold several values. */
export function manyValues(
  typed: string | readonly string[] | undefined,
  before: readonly string[] = [],
): readonly string[] {
  if (typed === undefined) return before;
  return typeof typed === "string" ? [typed] : typed;
}
