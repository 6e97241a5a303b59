/** Why a coefficient has no value, or no interval, in the words that stand beside the gap. */
export const reasons = {
  no_two_ratings: "No case has two ratings.",
  no_ratings_of_all: "No case was rated by all of these coders.",
  no_whole_ratings: "No case has a whole risk rating by each of these coders.",
  one_case: "One case is not enough.",
  one_coder: "One coder is not enough.",
  no_variation:
    "The ratings that can be compared are all the same, so agreement by chance would be complete.",
  no_difference: "They never gave different levels.",
  no_variance: "The scores do not differ, so there is nothing to divide.",
  beyond_bounds: "Too few cases, or cases too much alike.",
} as const;
export type Reason = keyof typeof reasons;

/** From where to where a coefficient can be expected to lie. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A coefficient that is a number, or null with the reason why it is not. */
export type Value =
  | { readonly value: number; readonly reason: null }
  | { readonly value: null; readonly reason: Reason };

/** A coefficient with its standard error and 95% interval; both null where there are none. */
export type Coefficient = Value & {
  readonly standardError: number | null;
  readonly interval: Interval | null;
};

/** Whether a number is 0 but for what adding up shares leaves behind. */
export function isNothing(number: number): boolean {
  return Math.abs(number) < 1e-12;
}

/** The quotient, or null for that reason where the divisor is 0. */
export function quotient(dividend: number, divisor: number, reason: Reason): Value {
  return isNothing(divisor) ? { value: null, reason } : { value: dividend / divisor, reason: null };
}

/** A coefficient that is not defined. */
export function undefinedFor(reason: Reason): Coefficient & { readonly value: null } {
  return { value: null, reason, standardError: null, interval: null };
}
