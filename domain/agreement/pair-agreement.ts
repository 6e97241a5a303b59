import { type CohensKappa, cohensKappa } from "./cohens-kappa";
import { type Correlation, intraclassCorrelation, withinBounds } from "./intraclass-correlation";
import { type MarginalHomogeneity, marginalHomogeneity } from "./marginal-homogeneity";
import { type MeanDifference, meanDifference } from "./mean-difference";
import { pairsOfCoders, pairTable } from "./pairs";
import { blank, countPatterns, type Patterns } from "./patterns";
import type { RatedCases, RatedFactor } from "./rated-cases";
import { sum } from "./sums";

/** Whose level became the agreed one, of the cases on which two coders differed. */
export interface AgreedAs {
  readonly first: number;
  readonly second: number;
  readonly neither: number;
}

/** How two coders agree on one factor. */
export interface PairAgreement {
  readonly pair: readonly [number, number];
  readonly kappa: CohensKappa;
  readonly difference: MeanDifference;
  readonly homogeneity: MarginalHomogeneity;
  readonly agreedAs: AgreedAs;
}

/** Every pair of coders who rated a case both, on one factor; kappa has quadratic weights. */
export function pairsOnFactor(rated: RatedFactor): PairAgreement[] {
  const patterns = countPatterns(rated.scale, rated.given);
  return pairsOfCoders(rated.given.length).flatMap(([a, b]) => {
    const kappa = cohensKappa(patterns, a, b, "quadratic");
    if (kappa.cases === 0) return [];
    return {
      pair: [a, b],
      kappa,
      difference: meanDifference(patterns, a, b),
      homogeneity: marginalHomogeneity(patterns, a, b),
      agreedAs: agreedAs(rated, a, b),
    };
  });
}

/** Whose level became the agreed one, where the two differed and the case is committed. */
export function agreedAs({ given, agreed }: RatedFactor, a: number, b: number): AgreedAs {
  const counts = { first: 0, second: 0, neither: 0 };
  for (const [row, level] of agreed.entries()) {
    const [one, other] = [given[a]?.[row] ?? blank, given[b]?.[row] ?? blank];
    if (level === blank || one === blank || other === blank || one === other) continue;
    counts[level === one ? "first" : level === other ? "second" : "neither"] += 1;
  }
  return counts;
}

/** How two coders agree over all factors. */
export interface PairOverview {
  readonly pair: readonly [number, number];
  /** How many cases both gave a whole risk rating. */
  readonly cases: number;
  /** ICC(2,1) of their risk ratings. */
  readonly icc: Correlation;
  /** The mean over cases of the first one's risk rating less the second one's. */
  readonly difference: number | null;
  /** The lowest quadratic kappa, and the factor that it is of. */
  readonly lowest: { readonly factor: string; readonly kappa: CohensKappa } | null;
  readonly agreedAs: AgreedAs;
}

/**
 * Every pair of coders who rated a case both, over all factors. `pause` is waited for between one
 * piece of work and the next, so that others are not kept waiting where there are many pairs.
 */
export async function overviewOfPairs(
  rated: RatedCases,
  riskRatings: readonly (readonly (number | null)[])[],
  pause: () => Promise<void>,
): Promise<PairOverview[]> {
  const counted = rated.factors.map((factor) => ({
    factor,
    patterns: countPatterns(factor.scale, factor.given),
  }));
  const pairs: PairOverview[] = [];
  for (const pair of pairsOfCoders(rated.coders)) {
    await pause();
    pairs.push(...overviewOf(pair, counted, riskRatings));
  }
  return pairs;
}

interface CountedFactor {
  readonly factor: RatedFactor;
  readonly patterns: Patterns;
}

function overviewOf(
  pair: readonly [number, number],
  factors: readonly CountedFactor[],
  riskRatings: readonly (readonly (number | null)[])[],
): PairOverview[] {
  const [a, b] = pair;
  const common = factors.filter(({ patterns }) => pairTable(patterns, a, b).cases > 0);
  if (common.length === 0) return [];
  const rows = riskRatings.map((row) => [row[a] ?? null, row[b] ?? null]);
  const { single, cases } = withinBounds(intraclassCorrelation(rows));
  const agreed = common.map(({ factor }) => agreedAs(factor, a, b));
  return [
    {
      pair,
      cases,
      icc: single,
      difference: meanOf(rows),
      lowest: lowestOf(
        common.map(({ factor: { factor }, patterns }) => ({
          factor,
          kappa: cohensKappa(patterns, a, b, "quadratic"),
        })),
      ),
      agreedAs: {
        first: sum(agreed, ({ first }) => first),
        second: sum(agreed, ({ second }) => second),
        neither: sum(agreed, ({ neither }) => neither),
      },
    },
  ];
}

function meanOf(rows: readonly (readonly (number | null)[])[]): number | null {
  const differences = rows.flatMap(([one = null, other = null]) =>
    one === null || other === null ? [] : one - other,
  );
  if (differences.length === 0) return null;
  return differences.reduce((sum, one) => sum + one, 0) / differences.length;
}

function lowestOf(own: readonly { readonly factor: string; readonly kappa: CohensKappa }[]) {
  const known = own.flatMap(({ factor, kappa }) =>
    kappa.value === null ? [] : { factor, kappa, value: kappa.value },
  );
  const [lowest] = known.sort((one, other) => one.value - other.value);
  return lowest ? { factor: lowest.factor, kappa: lowest.kappa } : null;
}
