import type { Codebook, Factor } from "../codebook/codebook";
import { featuredKey } from "./charts";
import { agreedBeside, asAgreed, type Rule } from "./coded-case";
import type { RuleMean } from "./rule-means";
import type { Cell, FilledLine, Table } from "./table";

/** A line, and over how many cases its mean is as agreed. */
export interface ComparedLine {
  readonly label: string;
  readonly cases: number;
}

export type Order = "higher" | "lower" | "the same";

/** How the first of two means lies to the second under one rule. */
export interface OrderUnder {
  readonly rule: Rule;
  readonly order: Order;
  /** How it lies as agreed for the same cases. */
  readonly agreed: Order;
  /** Over how many cases each of them is. */
  readonly cases: readonly [number, number];
  /** Whether these are all cases that were agreed. */
  readonly ofAll: boolean;
}

/** Which of two lines of means is the higher one, under each rule by which both have cases. */
export interface MeansCompared {
  readonly first: ComparedLine;
  readonly second: ComparedLine;
  readonly orders: readonly OrderUnder[];
}

/** The columns of a table for `compareMeans`: each rule, and beside it what was agreed for its cases. */
export function toCompare(rules: readonly Rule[]): Rule[] {
  return rules.flatMap((rule) => [rule, besideOf(rule)]);
}

const besideOf = (rule: Rule) => (rule.key === asAgreed.key ? rule : agreedBeside(rule));

/**
 * Compares each two lines of a table of means that has the columns of `toCompare`, without rounding: so
 * that it can be said whether it rests on who coded which of them is the higher one. Not every rule
 * decides on every case, and other cases can have another order by themselves: beside the order under a
 * rule therefore stands the one that was agreed for the same cases.
 */
export function compareMeans({ lines }: Table, rules: readonly Rule[]): MeansCompared[] {
  const all = 2 * rules.findIndex(({ key }) => key === asAgreed.key);
  const casesOf = ({ cells }: FilledLine, at: number) => cells[at]?.values ?? 0;
  const named = (line: FilledLine) => ({ label: line.label, cases: casesOf(line, all) });
  return lines.flatMap((first, at) =>
    lines.slice(at + 1).map((second) => ({
      ...{ first: named(first), second: named(second) },
      orders: rules.flatMap((rule, index): OrderUnder[] => {
        const own = 2 * index;
        const order = orderOf(first.cells[own], second.cells[own]);
        const agreed = orderOf(first.cells[own + 1], second.cells[own + 1]);
        if (order === null || agreed === null) return [];
        const cases = [casesOf(first, own), casesOf(second, own)] as const;
        const ofAll = cases[0] === casesOf(first, all) && cases[1] === casesOf(second, all);
        return [{ rule, order, agreed, cases, ofAll }];
      }),
    })),
  );
}

/** How the first mean lies to the second; null where one of them has no case. */
function orderOf(first: Cell | undefined, second: Cell | undefined): Order | null {
  if (!first || !second || first.values === 0 || second.values === 0) return null;
  const difference = first.sum * second.values - second.sum * first.values;
  if (difference === 0) return "the same";
  return difference > 0 ? "higher" : "lower";
}

/** In how many of how many cases a factor is featured under a rule. */
export interface FeaturedUnder {
  readonly rule: Rule;
  readonly n: number;
  readonly of: number;
}

/** A factor whose share of cases differs between coders. */
export interface FactorSpread {
  readonly factor: Pick<Factor, "key" | "label">;
  readonly lowest: FeaturedUnder;
  readonly highest: FeaturedUnder;
  readonly agreed: FeaturedUnder;
}

/**
 * The factor whose share of cases that feature it differs most between one coder alone and another,
 * from chart 1 with a column for each rule; null where no two of them differ. Only coders are compared
 * who rated every case that is there: others rated other cases, which differ by themselves.
 */
export function widestSpread(
  { lines }: Table,
  { factors }: Pick<Codebook, "factors">,
  rules: readonly Rule[],
): FactorSpread | null {
  const spreads = factors.flatMap((factor) => {
    const line = lines.find((one) => one.key === featuredKey(factor.key));
    const featured = rules.map((rule, index): FeaturedUnder => {
      return { rule, n: line?.cells[index]?.n ?? 0, of: line?.bases[index]?.n ?? 0 };
    });
    return spreadOf(factor, featured);
  });
  return spreads.reduce<FactorSpread | null>(
    (widest, one) => (widthOf(one) > widthOf(widest) ? one : widest),
    null,
  );
}

function spreadOf(
  factor: FactorSpread["factor"],
  featured: readonly FeaturedUnder[],
): FactorSpread[] {
  const agreed = featured.find(({ rule }) => rule.key === asAgreed.key);
  const alone = featured.filter(({ rule, of }) => rule.isAlone && of > 0 && of === agreed?.of);
  const inOrder = [...alone].sort((a, b) => shareOf(a) - shareOf(b));
  const [lowest, highest] = [inOrder[0], inOrder.at(-1)];
  return lowest && highest && agreed ? [{ factor, lowest, highest, agreed }] : [];
}

const shareOf = ({ n, of }: FeaturedUnder) => n / of;
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
