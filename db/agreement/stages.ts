import type { MeanOfFactors } from "@/domain/agreement/mean-of-factors";
import { type FactorStages, type Stages, stagesOf, stagesOfAll } from "@/domain/agreement/stages";
import type { Codebook } from "@/domain/codebook/codebook";
import { mayReadAgreement } from "@/domain/workflow";
import type { Viewer } from "../people/people";
import type { Db } from "../store/engine";
import { onceAtOneMoment } from "../store/store";
import { keptByKey } from "../tables/cache";
import { type AgreementAsked, type Choice, type ToChoose, toChoose } from "./choice";
import { heldAfterSecondLooks } from "./held";
import { keyOf, ratedOf } from "./rated";
import { choiceWithin } from "./window";

/** From the first ratings over second looks to agreed levels. */
export interface StagesView extends ToChoose {
  readonly codebook: Codebook;
  readonly cases: number;
  /** How many of them had a second look. */
  readonly secondLooks: number;
  /** In the order of the codebook. */
  readonly factors: readonly FactorStages[];
  readonly all: Stages<MeanOfFactors>;
}

/**
 * How far the coders of the chosen cases agreed in their first ratings and after a second look, and
 * how near to the agreed levels they were, factor by factor and in all: of the cases that count for
 * this viewer in figures of agreement. Null for those who do not read what is committed.
 */
export async function getAgreementStages(
  viewer: Viewer,
  asked: AgreementAsked,
): Promise<StagesView | null> {
  if (!mayReadAgreement(viewer)) return null;
  return onceAtOneMoment(async (db) => {
    const choice = await choiceWithin(db, viewer, asked);
    return {
      ...toChoose(choice),
      codebook: choice.codebook,
      cases: choice.cases.length,
      ...(await stagesFor(db, choice)),
    };
  });
}

const kept = keptByKey<FactorStages[]>(20);

/** The stages of what is chosen, once for each state. For use inside db/. */
export async function stagesFor(
  db: Db,
  choice: Choice,
): Promise<Pick<StagesView, "secondLooks" | "factors" | "all">> {
  const lookedAgain = choice.cases.map(({ secondLook }) => secondLook);
  const factors = await kept(keyOf(choice), async () => {
    const held = await heldAfterSecondLooks(db, choice, await ratedOf(db, choice));
    return held.map((factor) => stagesOf(factor, lookedAgain));
  });
  return {
    secondLooks: lookedAgain.filter(Boolean).length,
    factors,
    all: stagesOfAll(factors),
  };
}
