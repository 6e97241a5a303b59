import type { Resampling } from "./alpha-interval";
import { agreementOnFactor, byNeed, type FactorAgreement } from "./factor-agreement";
import { type RatedCases, riskRatingsGiven } from "./rated-cases";
import { type GroupCorrelation, riskRatingAgreement } from "./risk-rating-agreement";

/** How far the coders of some cases agree: factor by factor, and on the risk rating. */
export interface TeamAgreement {
  /** Those that need attention first. */
  readonly factors: readonly FactorAgreement[];
  readonly riskRating: readonly GroupCorrelation[];
}

/** How many resamples there are for each factor, and the seed that they are drawn by. */
export const resampling: Resampling = { resamples: 2000, seed: 2015 };

/**
 * How far the coders of some cases agree. `pause` is waited for between one piece of work and the
 * next, each of which takes some hundredths of a second, so that others are not kept waiting.
 */
export async function agreementOf(
  rated: RatedCases,
  pause: () => Promise<void>,
): Promise<TeamAgreement> {
  const factors: FactorAgreement[] = [];
  for (const factor of rated.factors) {
    factors.push(agreementOnFactor(factor, resampling));
    await pause();
  }
  const riskRating = riskRatingAgreement(riskRatingsGiven(rated));
  return { factors: byNeed(factors), riskRating };
}
