import type { Codebook } from "../../codebook/codebook";
import type { Made } from "../../dataset/made";
import type { ReleaseName } from "../../releases/release";
import type { FactorAgreement } from "../factor-agreement";
import type { MeanOfFactors } from "../mean-of-factors";
import type { PairOverview } from "../pair-agreement";
import type { Period } from "../period";
import type { GroupCorrelation } from "../risk-rating-agreement";
import type { FactorStages, Stages } from "../stages";

/** The figures of one factor that the report prints. */
export interface ReportedFactor
  extends Pick<
    FactorAgreement,
    "factor" | "scale" | "alpha" | "resampled" | "percent" | "withinOne" | "presence" | "ac2"
  > {
  /** How often each level of the scale was given, by all coders together. */
  readonly given: readonly number[];
  /** The same of each coder, for those who see them apart; of groups of coders for others. */
  readonly levels: readonly { readonly label: string; readonly counts: readonly number[] }[];
}

/** How many cases were rated by so many of the coders. */
export interface CasesByCoders {
  readonly coders: number;
  readonly cases: number;
}

/** A version of the codebook, and how many of the cases were rated by it. */
export interface UsedCodebook {
  readonly version: string;
  readonly cases: number;
}

/** What the reliability report is made of. */
export interface ReportFacts {
  /** Every factor that the cases were rated on. */
  readonly codebook: Codebook;
  /** The versions of the codebook that they were rated by, the newest first. */
  readonly codebooks: readonly UsedCodebook[];
  readonly made: Made;
  /** Whether every case of the study is invented. */
  readonly invented: boolean;
  /** The release that it is of; null for the dataset as it is now. */
  readonly release: ReleaseName | null;
  readonly samples: readonly string[];
  readonly period: Period;
  readonly secondLook: "with" | "without" | null;
  readonly cases: number;
  readonly casesByCoders: readonly CasesByCoders[];
  /** From when to when the last ratings of the cases were submitted that were rated here; null for none. */
  readonly rated: { readonly from: string; readonly to: string } | null;
  /** How many cases have ratings that came from files. */
  readonly importedCases: number;
  /** How many sets of ratings there are, one of a coder for a case. */
  readonly sets: number;
  /** How many ratings they hold, and how many are missing from them. */
  readonly ratings: number;
  readonly missing: number;
  readonly coders: number;
  /** Where coders were chosen: of how many. */
  readonly chosenOf: number | null;
  /** What the coders are called, for those who see them apart; null for others. */
  readonly coderLabels: readonly string[] | null;
  /** In the order of the codebook. */
  readonly factors: readonly ReportedFactor[];
  readonly riskRating: readonly GroupCorrelation[];
  /** Each pair of coders, for those who see them apart; null for others. */
  readonly pairs: readonly PairOverview[] | null;
  readonly secondLooks: number;
  readonly stages: readonly FactorStages[];
  readonly allStages: Stages<MeanOfFactors>;
}
