import type { Problem } from "@/domain/outcome";

/** What a form shows after an attempt: what stands in the way, and what was typed. */
export interface FormState {
  readonly problems: readonly Problem[];
  /** As typed, by field name; never a password. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

export const untouched: FormState = { problems: [], values: {} };

/** A server action behind a form. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
