import { krippendorffsAlpha } from "./krippendorffs-alpha";
import { type MeanOfFactors, meanOfFactors } from "./mean-of-factors";
import { blank, countPatterns, type Scale } from "./patterns";
import { percentAgreement } from "./percent-agreement";
import type { RatedFactor } from "./rated-cases";
import type { Value } from "./result";
import { at, sum } from "./sums";

/** A factor with what its coders held once they had read again. */
export interface RereadFactor extends RatedFactor {
  /** As `given`, but what a second look changed stands in place of what was given first. */
  readonly held: readonly Int8Array[];
}

/** How far coders agree with each other at one stage. */
export interface Together<V extends Value = Value> {
  /** How many cases have two ratings or more. */
  readonly cases: number;
  readonly percent: V;
  /** Krippendorff's alpha, ordinal. */
  readonly alpha: V;
}

/** How far the ratings of one stage are from the agreed level. */
export interface Nearness {
  /** How many ratings there are of cases with an agreed level. */
  readonly ratings: number;
  /** How many of them are the agreed level. */
  readonly exact: number;
  /** How many of them are at most one score away from it, the agreed level included. */
  readonly withinOne: number;
}

/** How one factor, or all of them, went from the first ratings to the agreed level. */
export interface Stages<V extends Value = Value> {
  /** The cases that had a second look: their first ratings, and what stood after it. */
  readonly secondLook: {
    readonly before: Together<V>;
    readonly after: Together<V>;
    /** How many ratings these cases have, and of how many the second look changed the level. */
    readonly ratings: number;
    readonly changed: number;
  };
  /** The cases with an agreed level: how near to it were first ratings, and those held at the end. */
  readonly agreed: {
    readonly cases: number;
    readonly first: Nearness;
    readonly held: Nearness;
  };
}

/** The stages of one factor. */
export interface FactorStages extends Stages {
  readonly factor: string;
}

/**
 * How a factor went from the first ratings over the second look to the agreed level. `lookedAgain`
 * says of each case whether it had a second look; in the others what is held is what was given.
 *
 * Example: 3 beside 1, held as 2 beside 1 after a second look, and agreed as 2: one of two ratings
 * changed, no first rating is the agreed one and both are within one; of those held one is it.
 */
export function stagesOf(rated: RereadFactor, lookedAgain: readonly boolean[]): FactorStages {
  const { factor, scale, given, held, agreed } = rated;
  const only = (columns: readonly Int8Array[]) =>
    columns.map((column) => column.map((place, row) => (lookedAgain[row] ? place : blank)));
  const [before, after] = [only(given), only(held)];
  return {
    factor,
    secondLook: {
      before: together(scale, before),
      after: together(scale, after),
      ratings: sum(before, (column) => column.filter((place) => place !== blank).length),
      changed: sum(before.entries(), ([coder, column]) => changes(column, after[coder])),
    },
    agreed: {
      cases: agreed.filter((level, row) => level !== blank && isRated(given, row)).length,
      first: nearness(scale, given, agreed),
      held: nearness(scale, held, agreed),
    },
  };
}

function together(scale: Scale, columns: readonly Int8Array[]): Together {
  const patterns = countPatterns(scale, columns);
  const alpha = krippendorffsAlpha(patterns, "ordinal");
  return { cases: alpha.cases, percent: percentAgreement(patterns), alpha };
}

function changes(before: Int8Array, after: Int8Array | undefined): number {
  return before.filter((place, row) => place !== blank && after?.[row] !== place).length;
}

function isRated(given: readonly Int8Array[], row: number): boolean {
  return given.some((column) => column[row] !== blank);
}

function nearness(scale: Scale, columns: readonly Int8Array[], agreed: Int8Array): Nearness {
  let [ratings, exact, withinOne] = [0, 0, 0];
  for (const column of columns)
    for (const [row, place] of column.entries()) {
      const level = agreed[row] ?? blank;
      if (place === blank || level === blank) continue;
      const apart = Math.abs(at(scale, place) - at(scale, level));
      ratings += 1;
      if (apart === 0) exact += 1;
      if (apart <= 1) withinOne += 1;
    }
  return { ratings, exact, withinOne };
}

/** A figure's mean over the factors that have it before and after the second look. */
function meanOfBoth(
  factors: readonly Stages[],
  of: (factor: Stages) => Together,
  figure: (stage: Together) => Value,
): MeanOfFactors {
  const bothOf = ({ secondLook: { before, after } }: Stages) => [figure(before), figure(after)];
  const inBoth = factors.filter((factor) => bothOf(factor).every(({ value }) => value !== null));
  if (inBoth.length > 0) return meanOfFactors(inBoth.map((factor) => figure(of(factor))));
  return meanOfFactors(factors.flatMap(bothOf).filter(({ value }) => value === null));
}

/**
 * All factors together: agreement and alpha as means over the factors that have them before and after
 * the second look, so that the same factors are compared; ratings added up, and of cases the most
 * that a factor has.
 */
export function stagesOfAll(factors: readonly Stages[]): Stages<MeanOfFactors> {
  const mean = (of: (factor: Stages) => Together): Together<MeanOfFactors> => ({
    cases: Math.max(0, ...factors.map((factor) => of(factor).cases)),
    percent: meanOfBoth(factors, of, ({ percent }) => percent),
    alpha: meanOfBoth(factors, of, ({ alpha }) => alpha),
  });
  const added = (of: (factor: Stages) => Nearness): Nearness => ({
    ratings: sum(factors, (factor) => of(factor).ratings),
    exact: sum(factors, (factor) => of(factor).exact),
    withinOne: sum(factors, (factor) => of(factor).withinOne),
  });
  return {
    secondLook: {
      before: mean(({ secondLook }) => secondLook.before),
      after: mean(({ secondLook }) => secondLook.after),
      ratings: sum(factors, ({ secondLook }) => secondLook.ratings),
      changed: sum(factors, ({ secondLook }) => secondLook.changed),
    },
    agreed: {
      cases: Math.max(0, ...factors.map(({ agreed }) => agreed.cases)),
      first: added(({ agreed }) => agreed.first),
      held: added(({ agreed }) => agreed.held),
    },
  };
}
