import type { Problem } from "../outcome";

/** The largest count that is withheld from what is published, until a team sets another. */
export const usuallyWithheldUpTo = 5;

/** What a team can set it to: below 1 nothing is withheld, and above 20 nothing is left. */
const [least, most] = [1, 20];

/**
 * The largest count that is withheld, as it is typed: "5" → 5. A problem, with the field it belongs
 * to, where it is not a whole number from 1 to 20.
 */
export function withheldUpToFrom(typed: string): number | Problem {
  const number = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  if (number >= least && number <= most) return number;
  const message = `Enter the largest count that is too small, a whole number from ${least} to ${most}`;
  return { field: "withheldUpTo", message };
}
