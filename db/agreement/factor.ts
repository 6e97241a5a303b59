import { type PairAgreement, pairsOnFactor } from "@/domain/agreement/pair-agreement";
import { pairTable } from "@/domain/agreement/pairs";
import { blank, countPatterns, type Scale } from "@/domain/agreement/patterns";
import type { RatedFactor } from "@/domain/agreement/rated-cases";
import { mayCompareCoders, mayReadAgreement } from "@/domain/workflow";
import type { Viewer } from "../people";
import { onceAtOneMoment } from "../store";
import { comparedFor, type FactorView, factorView } from "./agreement";
import type { AgreementAsked, ByCodebooks, NamedCoder } from "./choice";
import { type Chosen, chosenFor } from "./chosen";

/** Which table of which factor is asked for, and which of its cells. */
export interface FactorAsked extends AgreementAsked {
  readonly factor: string;
  /** For leads: the keys of the two coders whose table it is; null for all pairs together. */
  readonly pair: readonly [string, string] | null;
  /** The two scores of a cell; null for none. */
  readonly cell: readonly [number, number] | null;
}

/** A case behind a cell. */
export interface CellCase {
  readonly reference: string;
  /** What coders gave, the highest first; who it was for leads alone. */
  readonly given: readonly { readonly coder: string | null; readonly score: number }[];
  /** The agreed score; null before the case is committed. */
  readonly agreed: number | null;
}

/** How far coders agree on one factor, level by level. */
export interface FactorDetail extends ByCodebooks {
  readonly view: FactorView;
  readonly cases: number;
  readonly scale: Scale;
  /** How many ratings are level k and level l: of a pair in its order, of all as in `pairs`. */
  readonly table: readonly (readonly number[])[];
  /** The pair whose table it is; null for all coders together. */
  readonly pair: readonly [NamedCoder, NamedCoder] | null;
  /** For leads: each pair of coders, who stand in `compared`; null for others. */
  readonly pairs: readonly PairAgreement[] | null;
  readonly compared: readonly NamedCoder[] | null;
  /** The cases behind the cell that the viewer may learn, and how many there are; null for none. */
  readonly behind: { readonly all: number; readonly told: readonly CellCase[] } | null;
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
    const pair = placesOf(viewer, chosen, asked.pair);
    if (!figures || pair === undefined) return null;
    const { rated, scale } = figures;
    const cell = asked.cell?.map((score) => scale.indexOf(score)) ?? null;
    if (cell?.includes(blank)) return null;
    return {
      codebook: chosen.codebook,
      codebooks: chosen.codebooks,
      view: factorView(viewer, chosen, figures),
      cases: chosen.cases.length,
      scale,
      table: pair ? tableOf(rated, pair) : scale.map((_, k) => lineOf(figures.pairs, k)),
      pair: pair && [named(chosen, pair[0]), named(chosen, pair[1])],
      pairs: mayCompareCoders(viewer) ? pairsOnFactor(rated) : null,
      compared: comparedFor(viewer, chosen),
      behind: cell && casesBehind(viewer, chosen, rated, { pair, cell }),
    };
  });
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

function lineOf(pairs: FactorView["pairs"], k: number): number[] {
  return Array.from({ length: pairs.size }, (_, l) => pairs.at(Math.min(k, l), Math.max(k, l)));
}

function tableOf({ scale, given }: RatedFactor, pair: Places): number[][] {
  const columns = pair.map((place) => given[place] ?? new Int8Array());
  const { counts } = pairTable(countPatterns(scale, columns), 0, 1);
  return scale.map((_, k) => scale.map((_, l) => counts.at(k, l)));
}

function named({ coders }: Chosen, place: number): NamedCoder {
  return { key: coders[place]?.key ?? "", label: coders[place]?.label ?? "" };
}

function casesBehind(
  viewer: Viewer,
  chosen: Chosen,
  { scale, given, agreed }: RatedFactor,
  { pair, cell }: { pair: Places | null; cell: readonly number[] },
): FactorDetail["behind"] {
  const [k = blank, l = blank] = cell;
  const isBehind = (row: number) => {
    if (pair) return given[pair[0]]?.[row] === k && given[pair[1]]?.[row] === l;
    const places = given.map((column) => column[row]);
    return (
      places.indexOf(k) !== -1 && places.indexOf(l, k === l ? places.indexOf(k) + 1 : 0) !== -1
    );
  };
  const behind = [...chosen.cases.entries()].filter(([row]) => isBehind(row));
  const apart = mayCompareCoders(viewer);
  return {
    all: behind.length,
    told: behind.flatMap(([row, { reference, told }]) => {
      if (!told) return [];
      const scores = given.flatMap((column, index) => {
        const score = scale[column[row] ?? blank];
        if (score === undefined) return [];
        return { coder: apart ? (chosen.coders[index]?.label ?? null) : null, score };
      });
      return {
        reference,
        given: scores.sort((one, other) => other.score - one.score),
        agreed: scale[agreed[row] ?? blank] ?? null,
      };
    }),
  };
}
