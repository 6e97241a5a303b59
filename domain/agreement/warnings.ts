import { marks } from "./alpha-interval";
import type { FactorAgreement } from "./factor-agreement";
import { at, sum } from "./sums";

/** Below so many cases an interval is wide, or too narrow by chance: its ends are uncertain. */
export const fewCases = 30;

/** From this share of ratings on, one level is nearly always given. */
export const nearlyAlways = 0.9;

/** What to keep in mind with the figures of a factor: the facts, and no verdict. */
export type AgreementWarning =
  | { readonly kind: "few_cases"; readonly cases: number }
  | { readonly kind: "one_level"; readonly place: number; readonly share: number }
  | { readonly kind: "crosses"; readonly mark: number };

/**
 * What to keep in mind with the figures of a factor: fewer than 30 cases, one level in 90% of the
 * ratings or more, an interval of alpha that has one of Krippendorff's marks inside.
 *
 * Example: 23 cases with alpha from 0.55 to 0.84 give few_cases and crosses, for both marks.
 */
export function warningsOf({
  alpha,
  resampled,
  levels,
}: Pick<FactorAgreement, "alpha" | "resampled" | "levels">): AgreementWarning[] {
  const warnings: AgreementWarning[] = [];
  if (alpha.cases < fewCases) warnings.push({ kind: "few_cases", cases: alpha.cases });
  const ratings = sum(levels, (own) => sum(own, (count) => count));
  for (const place of levels[0]?.keys() ?? []) {
    const share = sum(levels, (own) => at(own, place)) / ratings;
    if (share >= nearlyAlways) warnings.push({ kind: "one_level", place, share });
  }
  const { interval } = resampled;
  for (const mark of marks)
    if (interval && interval.low < mark && mark <= interval.high)
      warnings.push({ kind: "crosses", mark });
  return warnings;
}
