import { undefinedFor, type Value } from "./result";
import { sum } from "./sums";

/** The mean of a figure over the factors that have one, and how many they are. */
export type MeanOfFactors = Value & { readonly factors: number };

/**
 * The mean of a figure over factors, each weighing the same. Factors without a value are left out and
 * not counted. It is how all factors are put into one number here: one coefficient of all ratings
 * together would take factors that differ in how common they are for agreement.
 *
 * Example: 0.4, none and 0.8 are 0.6 over 2 factors.
 */
export function meanOfFactors(values: readonly Value[]): MeanOfFactors {
  const known = values.flatMap(({ value }) => (value === null ? [] : value));
  const [first] = values;
  if (known.length > 0)
    return { value: sum(known, (one) => one) / known.length, reason: null, factors: known.length };
  const { value, reason } = undefinedFor(first?.reason ?? "no_two_ratings");
  return { value, reason, factors: 0 };
}
