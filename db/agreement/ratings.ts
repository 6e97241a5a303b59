import { inArray } from "drizzle-orm";
import { blank } from "@/domain/agreement/patterns";
import type { RatedCases, RatedFactor } from "@/domain/agreement/rated-cases";
import type { Codebook } from "@/domain/codebook/codebook";
import { datasetRatings, submittedRatings } from "../schema";
import type { Db } from "../store/engine";
import { scalesOf } from "./scales";
import type { IndependentSubmission } from "./submissions";

const atOnce = 200;

/** The cases of some submissions in order, each once. */
export function casesIn(submissions: readonly IndependentSubmission[]): IndependentSubmission[] {
  return [...new Map(submissions.map((one) => [one.caseId, one])).values()];
}

/**
 * What these submissions gave, for each coder in this order, with what was agreed. The scale of a
 * factor has every level of every codebook version that the cases were rated by; those are
 * `codebooks`. For use inside db/, with submissions that `independentSubmissions` found for the viewer.
 */
export async function ratedCases(
  db: Db,
  submissions: readonly IndependentSubmission[],
  coders: readonly string[],
  codebooks: readonly Codebook[],
): Promise<RatedCases> {
  if (submissions.length === 0) return { cases: 0, asked: [], coders: 0, factors: [] };
  const all = casesIn(submissions);
  const scales = await scalesOf(db, all);
  const empty = () => new Int8Array(all.length).fill(blank);
  const rated = new Map<string, RatedFactor>();
  for (const { key } of codebooks.flatMap(({ factors }) => factors)) {
    const scale = scales.scaleOf(key);
    rated.set(key, { factor: key, scale, given: coders.map(empty), agreed: empty() });
  }
  const row = new Map(all.map(({ caseId }, index) => [caseId, index]));
  const bySubmission = new Map(submissions.map((one) => [one.id, one]));
  await inChunks([...bySubmission.keys()], async (some) => {
    for (const { id, ...rating } of await levelsSubmitted(db, some)) {
      const { caseId = "", coder = "" } = bySubmission.get(id) ?? {};
      const column = rated.get(rating.factor)?.given[coders.indexOf(coder)];
      if (column) column[row.get(caseId) ?? -1] = scales.placeOf(rating);
    }
  });
  const byVersion = new Map(all.map(({ versionId }, index) => [versionId, index]));
  await inChunks(
    [...byVersion.keys()].filter((id) => id !== null),
    async (some) => {
      for (const { id, ...rating } of await levelsCommitted(db, some)) {
        const column = rated.get(rating.factor)?.agreed;
        if (column) column[byVersion.get(id) ?? -1] = scales.placeOf(rating);
      }
    },
  );
  const sizes = new Map(codebooks.map(({ version, factors }) => [version, factors.length]));
  return {
    cases: all.length,
    asked: all.map(({ codebookVersion }) => sizes.get(codebookVersion) ?? 0),
    coders: coders.length,
    factors: [...rated.values()],
  };
}

/** Does some work for so many ids at a time, and lets others be answered in between. */
export async function inChunks(
  ids: readonly string[],
  work: (some: string[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < ids.length; start += atOnce) {
    await work(ids.slice(start, start + atOnce));
    // Other requests are answered between two chunks.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function levelsSubmitted(db: Db, submissionIds: readonly string[]) {
  return db
    .select({
      id: submittedRatings.submissionId,
      version: submittedRatings.codebookVersion,
      factor: submittedRatings.factor,
      level: submittedRatings.level,
    })
    .from(submittedRatings)
    .where(inArray(submittedRatings.submissionId, [...submissionIds]));
}

function levelsCommitted(db: Db, versionIds: readonly string[]) {
  return db
    .select({
      id: datasetRatings.versionId,
      version: datasetRatings.codebookVersion,
      factor: datasetRatings.factor,
      level: datasetRatings.level,
    })
    .from(datasetRatings)
    .where(inArray(datasetRatings.versionId, [...versionIds]));
}
