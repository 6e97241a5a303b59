import { asAgreed, type Rule } from "./coded-case";
import type { RuleMean } from "./rule-means";
import type { Cell, FilledLine, Table } from "./table";

/** A line, and over how many cases its mean is as agreed. */
export interface ComparedLine {
  readonly label: string;
  readonly cases: number;
}

/** Which of two lines of means is the higher one, under each rule by which both have cases. */
export interface MeansCompared {
  readonly first: ComparedLine;
  readonly second: ComparedLine;
  readonly firstHigher: readonly Rule[];
  readonly secondHigher: readonly Rule[];
  readonly equal: readonly Rule[];
}

/**
 * Compares each two lines of a table of means that has a column for each rule, without rounding: so
 * that it can be said whether it rests on who coded which of them is the higher one.
 */
export function compareMeans({ lines }: Table, rules: readonly Rule[]): MeansCompared[] {
  const agreed = rules.findIndex(({ key }) => key === asAgreed.key);
  const named = ({ label, cells }: FilledLine) => ({ label, cases: cells[agreed]?.values ?? 0 });
  return lines.flatMap((first, at) =>
    lines.slice(at + 1).map((second) => {
      const under = (is: (difference: number) => boolean) =>
        rules.filter((_, index) => {
          const difference = differenceOf(first.cells[index], second.cells[index]);
          return difference !== null && is(difference);
        });
      return {
        ...{ first: named(first), second: named(second) },
        firstHigher: under((difference) => difference > 0),
        secondHigher: under((difference) => difference < 0),
        equal: under((difference) => difference === 0),
      };
    }),
  );
}

/** Above 0 where the first mean is the higher one; null where one of them has no case. */
function differenceOf(first: Cell | undefined, second: Cell | undefined): number | null {
  if (!first || !second || first.values === 0 || second.values === 0) return null;
  return first.sum * second.values - second.sum * first.values;
}

/** In how many of how many cases a factor is present under a rule. */
export interface PresentUnder {
  readonly rule: Rule;
  readonly n: number;
  readonly of: number;
}

/** A factor whose share of cases differs between coders. */
export interface FactorSpread {
  /** Names the line of all cases of the factor. */
  readonly key: string;
  readonly lowest: PresentUnder;
  readonly highest: PresentUnder;
  readonly agreed: PresentUnder;
}

/**
 * The factor whose share of cases above Not indicated differs most between one coder alone and
 * another, from chart 1 with a column for each rule; null where no two of them differ. Only coders are
 * compared who rated every case that is there: others rated other cases, which differ by themselves.
 */
export function widestSpread({ lines }: Table, rules: readonly Rule[]): FactorSpread | null {
  const spreads = lines
    .filter(({ look }) => look === "subtotal")
    .flatMap((all) => {
      const none = lines.find(({ key }) => key === `${all.key} 0`);
      const present = rules.map((rule, index): PresentUnder => {
        const of = all.cells[index]?.n ?? 0;
        return { rule, of, n: of - (none?.cells[index]?.n ?? 0) };
      });
      return spreadOf(all.key, present);
    });
  return spreads.reduce<FactorSpread | null>(
    (widest, one) => (widthOf(one) > widthOf(widest) ? one : widest),
    null,
  );
}

function spreadOf(key: string, present: readonly PresentUnder[]): FactorSpread[] {
  const agreed = present.find(({ rule }) => rule.key === asAgreed.key);
  const alone = present.filter(({ rule, of }) => rule.isAlone && of > 0 && of === agreed?.of);
  const inOrder = [...alone].sort((a, b) => shareOf(a) - shareOf(b));
  const [lowest, highest] = [inOrder[0], inOrder.at(-1)];
  return lowest && highest && agreed ? [{ key, lowest, highest, agreed }] : [];
}

const shareOf = ({ n, of }: PresentUnder) => n / of;
const widthOf = (spread: FactorSpread | null) =>
  spread ? shareOf(spread.highest) - shareOf(spread.lowest) : 0;

/**
 * By how much the mean under one coder alone lies at most from what was agreed for the same cases, as
 * a sum over a number of cases; null without such a mean.
 */
export function farthestFromAgreed(means: readonly RuleMean[]): RuleMean | null {
  const alone = means.filter(({ rule, n }) => rule.isAlone && n > 0);
  const distance = ({ sum, agreedSum, n }: RuleMean) => Math.abs(sum - agreedSum) / n;
  return alone.reduce<RuleMean | null>(
    (farthest, one) => (farthest && distance(farthest) >= distance(one) ? farthest : one),
    null,
  );
}
