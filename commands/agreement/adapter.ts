import { alphaInterval } from "@/domain/agreement/alpha-interval";
import { brennanPrediger } from "@/domain/agreement/brennan-prediger";
import type { ChanceCorrected } from "@/domain/agreement/chance-corrected";
import { cohensKappa } from "@/domain/agreement/cohens-kappa";
import { fleissKappa } from "@/domain/agreement/fleiss-kappa";
import { gwetsAC } from "@/domain/agreement/gwets-ac";
import { intraclassCorrelation } from "@/domain/agreement/intraclass-correlation";
import { krippendorffsAlpha, type Metric } from "@/domain/agreement/krippendorffs-alpha";
import { type Given, patternsOf, type Scale } from "@/domain/agreement/patterns";
import { percentAgreement } from "@/domain/agreement/percent-agreement";
import type { Interval } from "@/domain/agreement/result";
import type { Weights } from "@/domain/agreement/weights";

/** What a fixture asks for besides the ratings. */
export interface Options {
  readonly categories: Scale;
  readonly weights?: string | readonly (readonly number[])[];
  readonly missing?: string;
  readonly level?: string;
  readonly bootstrap?: { samples: number; seed: number; conf: number; method: string };
}

type Fields = Record<string, number | null>;

/** Concord's functions, by the names and in the fields of the fixtures; undefined is not offered. */
export const adapter = {
  percentAgreement(rows: readonly Given[], { categories }: Options): Fields {
    const { value, pooled, pairMean, cases } = percentAgreement(patternsOf(categories, rows));
    return { value, pooled, pairMean, nUnits: cases };
  },

  cohenKappa(
    first: readonly (number | null)[],
    second: readonly (number | null)[],
    { categories, weights = "unweighted" }: Options,
  ): Fields | undefined {
    if (!areWeights(weights)) return undefined;
    const rows = first.map((score, index) => [score, second[index] ?? null]);
    // Nobody's ratings are of two coders all the same.
    const patterns = { ...patternsOf(categories, rows), coders: 2 };
    const kappa = cohensKappa(patterns, 0, 1, weights);
    return {
      ...limits(kappa.interval),
      value: kappa.value,
      se: kappa.standardError,
      n: kappa.cases,
      po: kappa.observed,
      pe: kappa.expected,
      se0: kappa.standardErrorOfNone,
    };
  },

  fleissKappa(
    rows: readonly Given[],
    { categories, missing = "listwise" }: Options,
  ): Fields | undefined {
    if (missing !== "listwise" && missing !== "available") return undefined;
    const kappa = fleissKappa(patternsOf(categories, rows), missing);
    const { value, cases, observed, expected } = kappa;
    return { value, nUnits: cases, pa: observed, pe: expected };
  },

  krippendorffAlpha(
    rows: readonly Given[],
    { categories, level, bootstrap }: Options,
  ): Fields | undefined {
    if (!isMetric(level) || (bootstrap && bootstrap.method !== "units")) return undefined;
    const patterns = patternsOf(categories, rows);
    const { value, cases, ratings } = krippendorffsAlpha(patterns, level);
    const interval = bootstrap
      ? alphaInterval(patterns, level, {
          resamples: bootstrap.samples,
          seed: bootstrap.seed,
          confidence: bootstrap.conf,
        }).interval
      : null;
    return { value, nUnits: cases, nPairable: ratings, ...limits(interval) };
  },

  gwetAC(
    rows: readonly Given[],
    { categories, weights = "unweighted" }: Options,
  ): Fields | undefined {
    if (!areWeights(weights)) return undefined;
    return corrected(gwetsAC(patternsOf(categories, rows), weights));
  },

  brennanPrediger(
    rows: readonly Given[],
    { categories, weights = "unweighted" }: Options,
  ): Fields | undefined {
    if (!areWeights(weights)) return undefined;
    return corrected(brennanPrediger(patternsOf(categories, rows), weights));
  },

  icc(rows: readonly Given[]): Fields {
    const { single, average, cases, coders } = intraclassCorrelation(rows);
    return {
      single: single.value,
      average: average.value,
      singleLow: single.interval?.low ?? null,
      singleHigh: single.interval?.high ?? null,
      averageLow: average.interval?.low ?? null,
      averageHigh: average.interval?.high ?? null,
      n: cases,
      k: coders,
    };
  },
};

const named = ["unweighted", "linear", "quadratic", "ordinal"];

function areWeights(weights: Options["weights"]): weights is Weights {
  return typeof weights === "object" || (weights !== undefined && named.includes(weights));
}

function isMetric(level: string | undefined): level is Metric {
  return level === "nominal" || level === "ordinal" || level === "interval";
}

function limits(interval: Interval | null): Fields {
  return { ciLow: interval?.low ?? null, ciHigh: interval?.high ?? null };
}

function corrected(coefficient: ChanceCorrected): Fields {
  return {
    ...limits(coefficient.interval),
    value: coefficient.value,
    se: coefficient.standardError,
    n: coefficient.cases,
    pa: coefficient.observed,
    pe: coefficient.expected,
  };
}
