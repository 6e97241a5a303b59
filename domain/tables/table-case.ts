import type { IndexChild, PracticePoint } from "../case-record/case-record";
import type { MotherAgeBand } from "../cases";

/**
 * A case of the dataset as the tables of the report count it: one that is committed, or left out of
 * the analysis. Keys of code lists are those that values count as now. What is not recorded is null.
 */
export interface TableCase {
  readonly reference: string;
  readonly sample: string;
  readonly included: boolean;
  readonly methodology: string | null;
  readonly caseType: string;
  readonly involvement: string | null;
  /** The months of its periods together; null without a period, and while one is open. */
  readonly months: number | null;
  readonly incidentType: string;
  readonly motherAgeBand: MotherAgeBand | null;
  readonly children: readonly IndexChild[];
  readonly practice: readonly Pick<PracticePoint, "kind" | "theme">[];
  /** The agreed score of each factor, by the key of the factor; null until it is committed. */
  readonly scores: Readonly<Record<string, number>> | null;
}

/** Whether a case is in the analysed base: committed, and not left out. */
export function isAnalysed({ included, scores }: TableCase): boolean {
  return included && scores !== null;
}

/** The risk rating of a case, 0 to 39: the sum of its scores. Null until it is committed. */
export function riskRatingOf({ scores }: TableCase): number | null {
  return scores && Object.values(scores).reduce((sum, score) => sum + score, 0);
}
