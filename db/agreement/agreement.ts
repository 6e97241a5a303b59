import type { FactorAgreement } from "@/domain/agreement/factor-agreement";
import { type OwnDifference, ownDifference } from "@/domain/agreement/own-difference";
import type { GroupCorrelation } from "@/domain/agreement/risk-rating-agreement";
import { mayCompareCoders, mayReadAgreement } from "@/domain/workflow";
import type { Viewer } from "../people/people";
import { onceAtOneMoment } from "../store/store";
import {
  type AgreementAsked,
  type ByCodebooks,
  type Choice,
  type NamedCoder,
  type ToChoose,
  toChoose,
} from "./choice";
import { type Chosen, chosenFor, type Pairs, pairsAmong } from "./chosen";

/** How often one coder, or several, gave each level of a scale. */
export interface LevelCounts {
  readonly label: string;
  /** In the order of the scale. */
  readonly counts: readonly number[];
}

/** How far coders agree on one factor, as a viewer may see it. */
export interface FactorView extends Omit<FactorAgreement, "levels" | "rated"> {
  /** For leads of each coder; for others of the viewer and of all others together. */
  readonly levels: readonly LevelCounts[];
  /** How the viewer stands to the others; null for leads and for those who did not rate. */
  readonly own: OwnDifference | null;
}

/** How far coders agree. */
export interface AgreementView extends ToChoose, ByCodebooks {
  readonly cases: number;
  readonly coders: number;
  readonly factors: readonly FactorView[];
  readonly riskRating: readonly GroupCorrelation[];
  /** For leads: each pair of coders, who stand in `compared`; null for others. */
  readonly pairs: Pairs;
  readonly compared: readonly NamedCoder[] | null;
}

/**
 * How far the coders of the chosen cases agree before they talked, factor by factor, on the risk
 * rating and, for leads, pair by pair: from independent ratings alone, of cases that count for this
 * viewer. Null for those who do not read what is committed.
 */
export async function getAgreement(
  viewer: Viewer,
  asked: AgreementAsked,
): Promise<AgreementView | null> {
  if (!mayReadAgreement(viewer)) return null;
  return onceAtOneMoment(async (db) => {
    const chosen = await chosenFor(db, viewer, asked);
    return viewOf(viewer, chosen, await pairsAmong(chosen, viewer));
  });
}

/** What is chosen, as the viewer may see it. For use inside db/. */
export function viewOf(viewer: Viewer, chosen: Chosen, pairs: Pairs): AgreementView {
  const { agreement } = chosen.computed;
  return {
    ...toChoose(chosen),
    codebook: chosen.codebook,
    codebooks: chosen.codebooks,
    cases: chosen.cases.length,
    coders: chosen.coders.length,
    factors: agreement.factors.map((factor) => factorView(viewer, chosen, factor)),
    riskRating: agreement.riskRating,
    pairs,
    compared: comparedFor(viewer, chosen),
  };
}

/** The coders who are compared, for those who see them apart; null for others. */
export function comparedFor(viewer: Viewer, { coders }: Choice): NamedCoder[] | null {
  return mayCompareCoders(viewer) ? coders.map(({ key, label }) => ({ key, label })) : null;
}

/** A factor as the viewer may see it: coders apart for leads, together for others. */
export function factorView(viewer: Viewer, chosen: Chosen, factor: FactorAgreement): FactorView {
  const { levels, rated, ...figures } = factor;
  if (mayCompareCoders(viewer)) {
    const apart = levels.map((counts, index) => ({
      label: chosen.coders[index]?.label ?? "",
      counts,
    }));
    return { ...figures, levels: apart, own: null };
  }
  const place = chosen.coders.findIndex(({ isViewer }) => isViewer);
  const others = levels.filter((_, index) => index !== place);
  const together = factor.scale.map((_, level) =>
    others.reduce((sum, counts) => sum + (counts[level] ?? 0), 0),
  );
  const ofViewer = levels[place];
  if (!ofViewer)
    return { ...figures, levels: [{ label: "All coders", counts: together }], own: null };
  return {
    ...figures,
    levels: [
      { label: "You", counts: ofViewer },
      { label: "The others", counts: together },
    ],
    own: ownDifference(rated, place),
  };
}
