import { overviewOfPairs, type PairOverview } from "@/domain/agreement/pair-agreement";
import { type RatedCases, riskRatingsGiven } from "@/domain/agreement/rated-cases";
import { agreementOf, type TeamAgreement } from "@/domain/agreement/team-agreement";
import { mayCompareCoders } from "@/domain/workflow";
import type { Viewer } from "../people/people";
import type { Db } from "../store/engine";
import { keptByKey } from "../tables/cache";
import type { AgreementAsked, Choice } from "./choice";
import { keyOf, ratedOf } from "./rated";
import { choiceWithin } from "./window";

/** What is chosen, and what is computed of it. For use inside db/. */
export interface Chosen extends Choice {
  readonly computed: Computed;
}

/** What follows from the submissions alone, whoever asks. */
export interface Computed {
  readonly rated: RatedCases;
  readonly agreement: TeamAgreement;
}

const kept = keptByKey<Computed>(20);

/** What is chosen, as far as the viewer may learn it, and what is computed of it, once for each state. */
export async function chosenFor(db: Db, viewer: Viewer, asked: AgreementAsked): Promise<Chosen> {
  const choice = await choiceWithin(db, viewer, asked);
  const computed = await kept(keyOf(choice), async () => {
    const rated = await ratedOf(db, choice);
    return { rated, agreement: await agreementOf(rated, pause) };
  });
  return { ...choice, computed };
}

const keptPairs = keptByKey<readonly PairOverview[]>(20);

export type Pairs = readonly PairOverview[] | null;

/** How each pair of the chosen coders agrees; null for those who do not compare coders. For use inside db/. */
export async function pairsAmong(chosen: Chosen, viewer: Viewer): Promise<Pairs> {
  if (!mayCompareCoders(viewer)) return null;
  const { rated } = chosen.computed;
  return keptPairs(keyOf(chosen), () => overviewOfPairs(rated, riskRatingsGiven(rated), pause));
}

/** Lets others be answered between two pieces of work. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
