import type { Codebook } from "@/domain/codebook/codebook";
import type { DecisionTag } from "@/domain/reconciliation/decision-tags";
import type { Way } from "@/domain/reconciliation/reconciliation";
import { knownCases } from "../cases/case-facts";
import type { Viewer } from "../people/people";
import { getOwnSubmission } from "../ratings/ratings";
import { theRow } from "../store/rows";
import { reader } from "../store/store";
import { latestRatings } from "./dataset";

/** A factor whose committed level is not the one that the viewer gave. */
export interface OwnDifference {
  readonly factor: string;
  /** The level of the viewer’s independent rating. */
  readonly own: string;
  readonly agreed: string;
  readonly way: Way | null;
  readonly reason: string;
  readonly tags: readonly DecisionTag[];
}

/**
 * Where the last committed version of a case differs from what the viewer submitted, in codebook
 * order. Null when they did not code it, or nothing committed is open to them.
 */
export async function listOwnDifferences(
  viewer: Viewer,
  reference: string,
): Promise<{ codebook: Codebook; rows: OwnDifference[] } | null> {
  const own = await getOwnSubmission(viewer, reference);
  if (!own) return null;
  const db = reader();
  const found = theRow(await knownCases(db, viewer, { reference }), "A case is missing");
  const latest = await latestRatings(db, viewer, found.id);
  if (latest.length === 0) return null;
  const { factors } = own.codebook;
  const place = (key: string) => factors.findIndex((factor) => factor.key === key);
  const rows = latest
    .map(({ level, ...rating }) => ({
      ...rating,
      own: own.ratings[rating.factor]?.level ?? "",
      agreed: level,
    }))
    .filter((row) => row.own !== row.agreed)
    .sort((a, b) => place(a.factor) - place(b.factor));
  return { codebook: own.codebook, rows };
}
