import { levelsDiffer } from "../ratings/second-look";
import type { Way } from "../reconciliation/reconciliation";
import type { RatedCase } from "./rated-case";

/** How the committed cases of an export were rated and agreed, counted. */
export interface HowRated {
  /** Committed cases. */
  cases: number;
  /** Cases that two or more coders rated in Concord from the beginning, by how many coders. */
  readonly here: Map<number, number>;
  /** Other cases with imported ratings by two or more coders, and by one. */
  imported: number;
  importedByOne: number;
  /** Cases that a coder joined after the others had begun to discuss. */
  joinedLater: number;
  /** Factors of cases that two or more coders rated, and on how many of those they differed. */
  compared: number;
  differed: number;
  /** Cases with a second look, the factors read again, and on how many levels differed after it. */
  secondLooks: number;
  readAgain: number;
  stillDiffered: number;
  /** The differences by how they were settled. */
  readonly settled: Record<Way | "unknown", number>;
  /** Factors on which all gave the same level, and another was agreed. */
  agreedOtherwise: number;
}

/** Counts that begin at nothing. */
export function nothingCounted(): HowRated {
  return {
    ...{ cases: 0, here: new Map(), imported: 0, importedByOne: 0, joinedLater: 0 },
    ...{ compared: 0, differed: 0, secondLooks: 0, readAgain: 0, stillDiffered: 0 },
    settled: { all_the_same: 0, after_discussion: 0, third_coder: 0, lead_decision: 0, unknown: 0 },
    agreedOtherwise: 0,
  };
}

/**
 * Adds a case to the counts; one that is not committed adds nothing.
 *
 * In words: coders differ on a factor when the levels that they gave independently are not all the
 * same, whatever became of it in a second look.
 * Example: of a case that Ann and Bob rated in Concord, High and High on neglect, High and Low on
 * physical abuse, and High agreed on both after discussion: 1 case by two coders, 2 factors
 * compared, 1 differed and was settled after discussion.
 */
export function countCase(counts: HowRated, each: RatedCase): void {
  if (each.levels === null) return;
  counts.cases += 1;
  countCoders(counts, each);
  if (each.coders.some(({ joinedLater }) => joinedLater)) counts.joinedLater += 1;
  if (each.coders.some(({ second }) => Object.keys(second).length > 0)) counts.secondLooks += 1;
  for (const factor of Object.keys(each.levels)) countFactor(counts, each, factor);
}

function countCoders(counts: HowRated, { coders }: RatedCase): void {
  const here = coders.filter(({ imported, joinedLater }) => !imported && !joinedLater).length;
  if (here >= 2) counts.here.set(here, (counts.here.get(here) ?? 0) + 1);
  else if (coders.length >= 2) counts.imported += 1;
  else if (coders.length === 1) counts.importedByOne += 1;
}

function countFactor(counts: HowRated, { coders, levels, decided }: RatedCase, factor: string) {
  const given = coders.flatMap(({ first, second }) => {
    const level = first[factor]?.level;
    return level === undefined ? [] : [{ level, held: second[factor]?.level ?? level }];
  });
  if (given.length < 2) return;
  counts.compared += 1;
  if (coders.some(({ second }) => second[factor])) {
    counts.readAgain += 1;
    if (levelsDiffer(given.map(({ held }) => held))) counts.stillDiffered += 1;
  }
  if (levelsDiffer(given.map(({ level }) => level))) {
    counts.differed += 1;
    counts.settled[decided[factor]?.way ?? "unknown"] += 1;
  } else if (given[0]?.level !== levels?.[factor]) counts.agreedOtherwise += 1;
}
