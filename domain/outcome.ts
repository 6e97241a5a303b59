/** One thing that stands in the way, in plain English, and the field it belongs to. */
export interface Problem {
  /** The name of the form field, command option or column; "" when it belongs to the whole. */
  readonly field: string;
  readonly message: string;
}

/**
 * A message that says which of several fields it means.
 * Example: "Period 1, start", "Enter a date that exists" → "Period 1, start: enter a date that exists".
 */
export function messageAt(place: string, message: string): string {
  return `${place}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

/**
 * What came of an attempt to write. Refusals are values that a form shows beside the field;
 * "not found" covers what does not exist and what this person may not know of.
 */
export type Outcome<T = undefined> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "not_found" };

/** The attempt succeeded and gave `value`. */
export function done(): Outcome;
export function done<T>(value: T): Outcome<T>;
export function done<T>(value?: T): Outcome<T | undefined> {
  return { kind: "done", value };
}

/** The attempt was refused for one reason. */
export function refused(field: string, message: string): Outcome<never> {
  return { kind: "refused", problems: [{ field, message }] };
}

/** The attempt was refused for several reasons. */
export function refusedFor(problems: readonly Problem[]): Outcome<never> {
  return { kind: "refused", problems };
}

/** There is no such thing, or none that this person may know of. */
export const notFound: Outcome<never> = { kind: "not_found" };
