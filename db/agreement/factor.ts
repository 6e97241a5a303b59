import {
  type Crossings,
  countCrossings,
  pairCrossings,
  ratingCrossings,
  type StageTable,
  stageCrossings,
} from "@/domain/agreement/crossings";
import { type PairAgreement, pairsOnFactor } from "@/domain/agreement/pair-agreement";
import { blank, type Scale } from "@/domain/agreement/patterns";
import type { RatedFactor } from "@/domain/agreement/rated-cases";
import type { RereadFactor } from "@/domain/agreement/stages";
import { mayCompareCoders, mayReadAgreement } from "@/domain/workflow";
import type { Viewer } from "../people/people";
import type { Db } from "../store/engine";
import { onceAtOneMoment } from "../store/store";
import { comparedFor, type FactorView, factorView } from "./agreement";
import { type CasesBehind, casesBehind } from "./cell-cases";
import type { AgreementAsked, ByCodebooks, NamedCoder } from "./choice";
import { type Chosen, chosenFor } from "./chosen";
import { heldAfterSecondLooks } from "./held";

/** Which table of which factor is asked for, and which of its cells. */
export interface FactorAsked extends AgreementAsked {
  readonly factor: string;
  /** For leads: the keys of the two coders whose table it is; null for all pairs together. */
  readonly pair: readonly [string, string] | null;
  /** Which table of the stages it is; null for that of first ratings. It has no pairs. */
  readonly stage?: StageTable | null;
  /** The two scores of a cell; null for none. */
  readonly cell: readonly [number, number] | null;
}

/** How far coders agree on one factor, level by level. */
export interface FactorDetail extends ByCodebooks {
  readonly view: FactorView;
  readonly cases: number;
  readonly scale: Scale;
  /** How often level k (the line) stands beside level l (the column). */
  readonly table: readonly (readonly number[])[];
  /** The pair whose table it is; null for all coders together. */
  readonly pair: readonly [NamedCoder, NamedCoder] | null;
  /** The stage whose table it is; null for that of first ratings. */
  readonly stage: StageTable | null;
  /** For leads: each pair of coders, who stand in `compared`; null for others. */
  readonly pairs: readonly PairAgreement[] | null;
  readonly compared: readonly NamedCoder[] | null;
  /** The cases behind the cell that the viewer may learn, and how many there are; null for none. */
  readonly behind: CasesBehind | null;
}

/**
 * How far coders agree on one factor: its figures, its table of levels, and the cases behind one of
 * the cells as far as the viewer may learn them. Null for those who do not read what is committed,
 * and when there is no such factor, pair or cell.
 */
export async function getFactorAgreement(
  viewer: Viewer,
  asked: FactorAsked,
): Promise<FactorDetail | null> {
  if (!mayReadAgreement(viewer)) return null;
  return onceAtOneMoment(async (db) => {
    const chosen = await chosenFor(db, viewer, asked);
    const { factors } = chosen.computed.agreement;
    const figures = factors.find(({ factor }) => factor === asked.factor);
    const stage = asked.stage ?? null;
    const pair = placesOf(viewer, chosen, stage === null ? asked.pair : null);
    if (!figures || pair === undefined) return null;
    const { rated, scale } = figures;
    const cell = asked.cell?.map((score) => scale.indexOf(score)) ?? null;
    if (cell?.includes(blank)) return null;
    const staged = stage === null ? null : { stage, reread: await rereadOf(db, chosen, rated) };
    const crossings = crossingsOf(chosen, rated, pair, staged);
    const counts = countCrossings(crossings, scale.length);
    return {
      codebook: chosen.codebook,
      codebooks: chosen.codebooks,
      view: factorView(viewer, chosen, figures),
      cases: chosen.cases.length,
      scale,
      table: scale.map((_, k) => scale.map((_, l) => counts.at(k, l))),
      pair: pair === null ? null : [named(chosen, pair[0]), named(chosen, pair[1])],
      stage,
      pairs: mayCompareCoders(viewer) ? pairsOnFactor(rated) : null,
      compared: comparedFor(viewer, chosen),
      behind: cell && casesBehind(viewer, chosen, staged?.reread ?? rated, { crossings, cell }),
    };
  });
}

/** The factor with what coders held once they had read again. */
async function rereadOf(db: Db, chosen: Chosen, { factor }: RatedFactor): Promise<RereadFactor> {
  const all = await heldAfterSecondLooks(db, chosen, chosen.computed.rated);
  const found = all.find((one) => one.factor === factor);
  if (!found) throw new Error(`Nothing is held on ${factor}`);
  return found;
}

interface Staged {
  readonly stage: StageTable;
  readonly reread: RereadFactor;
}

/** What the table counts, case by case. */
function crossingsOf(
  { cases }: Chosen,
  rated: RatedFactor,
  pair: Places | null,
  staged: Staged | null,
): Crossings {
  const lookedAgain = cases.map(({ secondLook }) => secondLook);
  if (staged) return stageCrossings(staged.stage, staged.reread, lookedAgain);
  return pair ? pairCrossings(rated, pair[0], pair[1]) : ratingCrossings(rated.given);
}

type Places = readonly [number, number];

/** The columns of a pair; null for all coders, undefined when there is no such pair to see. */
function placesOf(
  viewer: Viewer,
  { coders }: Chosen,
  pair: FactorAsked["pair"],
): Places | null | undefined {
  if (pair === null) return null;
  if (!mayCompareCoders(viewer)) return undefined;
  const [a = blank, b = blank] = pair.map((key) => coders.findIndex((one) => one.key === key));
  return a === blank || b === blank || a === b ? undefined : [a, b];
}

function named({ coders }: Chosen, place: number): NamedCoder {
  return { key: coders[place]?.key ?? "", label: coders[place]?.label ?? "" };
}
