import { type AlphaInterval, alphaInterval, type Resampling } from "./alpha-interval";
import type { ChanceCorrected } from "./chance-corrected";
import { type FleissKappa, fleissKappa } from "./fleiss-kappa";
import { gwetsAC } from "./gwets-ac";
import { type KrippendorffsAlpha, krippendorffsAlpha } from "./krippendorffs-alpha";
import { countPatterns, type Scale } from "./patterns";
import { type PercentAgreement, percentAgreement } from "./percent-agreement";
import type { RatedFactor } from "./rated-cases";
import { upTo } from "./sums";
import { presence, withinOne } from "./weights";

/** How far coders agree on one factor. */
export interface FactorAgreement {
  readonly factor: string;
  readonly scale: Scale;
  /** What it rests on. */
  readonly rated: RatedFactor;
  /** Krippendorff's alpha, ordinal, with its bootstrap interval. */
  readonly alpha: KrippendorffsAlpha;
  readonly resampled: AlphaInterval;
  readonly percent: PercentAgreement;
  readonly withinOne: PercentAgreement;
  readonly presence: PercentAgreement;
  /** Gwet's AC2 with quadratic weights. */
  readonly ac2: ChanceCorrected;
  /** Fleiss' kappa over all ratings that there are, as Gwet extends it. */
  readonly fleiss: FleissKappa;
  /** How many coders rated a case that another rated too. */
  readonly coders: number;
  /** For each coder how many cases they gave each level of the scale. */
  readonly levels: readonly (readonly number[])[];
}

/** How far coders agree on a factor, with an interval that `resampling` decides. */
export function agreementOnFactor(rated: RatedFactor, resampling: Resampling): FactorAgreement {
  const { factor, scale, given } = rated;
  const patterns = countPatterns(scale, given);
  return {
    factor,
    scale,
    rated,
    alpha: krippendorffsAlpha(patterns, "ordinal"),
    resampled: alphaInterval(patterns, "ordinal", resampling),
    percent: percentAgreement(patterns),
    withinOne: percentAgreement(patterns, withinOne(scale)),
    presence: percentAgreement(patterns, presence(scale)),
    ac2: gwetsAC(patterns, "quadratic"),
    fleiss: fleissKappa(patterns, "available"),
    coders: upTo(given.length).filter((coder) =>
      patterns.patterns.some(
        (pattern) => pattern.given[coder] !== null && ratingsIn(pattern.given) >= 2,
      ),
    ).length,
    levels: given.map((column) => countLevels(column, scale.length)),
  };
}

function ratingsIn(given: readonly (number | null)[]): number {
  return given.filter((place) => place !== null).length;
}

function countLevels(column: Int8Array, levels: number): number[] {
  const counts = Array.from({ length: levels }, () => 0);
  for (const place of column) if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}

/**
 * Those that need attention first: the lowest lower limit of alpha. Without an interval the value
 * decides; without a value a factor comes last.
 */
export function byNeed(factors: readonly FactorAgreement[]): FactorAgreement[] {
  const need = ({ alpha, resampled }: FactorAgreement) =>
    resampled.interval?.low ?? alpha.value ?? Number.POSITIVE_INFINITY;
  return [...factors].sort((one, other) => compare(need(one), need(other)));
}

function compare(one: number, other: number): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
