import {
  type RatedCases,
  riskRatingsAgreed,
  riskRatingsGiven,
} from "@/domain/agreement/rated-cases";
import { mayCompareCoders, mayReadAgreement } from "@/domain/workflow";
import type { Viewer } from "../people/people";
import { onceAtOneMoment } from "../store/store";
import { type AgreementAsked, type Choice, type ToChoose, toChoose } from "./choice";
import { ratedOf } from "./rated";
import { choiceWithin } from "./window";

/** A case with the risk ratings that its coders gave. */
export interface RatedCase {
  readonly reference: string;
  /** The highest first; who gave it for leads alone. */
  readonly given: readonly { readonly coder: string | null; readonly riskRating: number }[];
  /** The highest less the lowest. */
  readonly apart: number;
  /** The agreed one; null before the case is committed. */
  readonly agreed: number | null;
}

/** The cases in which two or more of the chosen coders gave a whole risk rating. */
export interface RiskRatingsView extends ToChoose {
  /** How many they are. */
  readonly cases: number;
  /** Those that the viewer may learn, the furthest apart first. */
  readonly told: readonly RatedCase[];
}

/**
 * The risk ratings that the chosen coders gave the chosen cases first, as far as the viewer may learn
 * those cases. Null for those who do not read what is committed.
 */
export async function getRiskRatings(
  viewer: Viewer,
  asked: AgreementAsked,
): Promise<RiskRatingsView | null> {
  if (!mayReadAgreement(viewer)) return null;
  return onceAtOneMoment(async (db) => {
    const choice = await choiceWithin(db, viewer, asked);
    const compared = comparedIn(viewer, choice, await ratedOf(db, choice));
    return {
      ...toChoose(choice),
      cases: compared.length,
      told: compared
        .filter(({ told }) => told)
        .map(({ told: _, ...one }) => one)
        .sort((one, other) => other.apart - one.apart),
    };
  });
}

function comparedIn(viewer: Viewer, { cases, coders }: Choice, rated: RatedCases) {
  const agreed = riskRatingsAgreed(rated);
  const all = riskRatingsGiven(rated);
  const labels = coders.map(({ label }) => (mayCompareCoders(viewer) ? label : null));
  return cases.flatMap(({ reference, told }, place) => {
    const row = all[place] ?? [];
    const given = labels.flatMap((coder, column) => {
      const riskRating = row[column] ?? null;
      return riskRating === null ? [] : { coder, riskRating };
    });
    if (given.length < 2) return [];
    given.sort((one, other) => other.riskRating - one.riskRating);
    const ratings = given.map(({ riskRating }) => riskRating);
    const apart = Math.max(...ratings) - Math.min(...ratings);
    return { reference, told, given, apart, agreed: agreed[place] ?? null };
  });
}
