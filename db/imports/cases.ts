import { emptyRecord, type IndexChild, type Period } from "@/domain/case-record/case-record";
import type { Codebook } from "@/domain/codebook/codebook";
import { checkCases, type ImportedCase } from "@/domain/import/cases";
import { checkChildren, type ImportedChild } from "@/domain/import/children";
import { faultSentence, type ImportFault } from "@/domain/import/faults";
import { checkPeriods, type ImportedPeriod } from "@/domain/import/periods";
import { checkRatings, type ImportedRatings } from "@/domain/import/ratings";
import { done, notFound, type Outcome, refusedFor } from "@/domain/outcome";
import { unrated } from "@/domain/ratings/ratings";
import { mayImport } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import { insertCase, referenceIsTaken } from "../cases/cases";
import { insertVersion } from "../dataset/commitments";
import type { Viewer } from "../people/people";
import { insertSubmission } from "../ratings/ratings";
import type { Db } from "../store/engine";
import { write } from "../store/store";
import { currentCodeLists } from "../study/code-lists";
import { currentCodebook } from "../study/codebooks";
import { type ImportFile, readCsv } from "./read-csv";

/** The files of one import, in the reference columns. */
export interface ImportFiles {
  readonly cases: ImportFile;
  readonly children?: ImportFile;
  readonly periods?: ImportFile;
  /** Independent ratings of cases that the same import commits. */
  readonly ratings?: ImportFile;
}

/** How much an import brought in. */
export interface ImportCounts {
  readonly cases: number;
  readonly committed: number;
  readonly children: number;
  readonly periods: number;
  /** Sets of independent ratings: one per coder and case. */
  readonly ratings: number;
}

/**
 * Imports cases: rows with all 13 scores become committed cases, rows with none are registered.
 * All or nothing: with any fault, every fault is told and nothing is stored. Only leads may.
 * Independent ratings are taken for cases that this import commits, so they cannot reach a case
 * that is still blind.
 */
export async function importCases(
  viewer: Viewer,
  files: ImportFiles,
): Promise<Outcome<ImportCounts>> {
  if (!mayImport(viewer)) return notFound;
  return write(async (tx) => {
    const codebook = await currentCodebook(tx);
    const checked = await check(tx, codebook, files);
    if (checked.faults.length > 0)
      return refusedFor(
        checked.faults.map((fault) => ({ field: fault.file, message: faultSentence(fault) })),
      );
    for (const found of checked.cases) await storeCase(tx, viewer, codebook, found, checked);
    return done({
      cases: checked.cases.length,
      committed: checked.cases.filter((one) => one.levels).length,
      children: checked.children.length,
      periods: checked.periods.length,
      ratings: checked.ratings.length,
    });
  });
}

interface Checked {
  readonly cases: readonly ImportedCase[];
  readonly children: readonly ImportedChild[];
  readonly periods: readonly ImportedPeriod[];
  readonly ratings: readonly ImportedRatings[];
  readonly faults: readonly ImportFault[];
}

async function check(tx: Db, codebook: Codebook, files: ImportFiles): Promise<Checked> {
  const faults: ImportFault[] = [];
  const lists = await currentCodeLists(tx);
  const recordsOf = (file: ImportFile) => {
    const read = readCsv(file);
    faults.push(...read.faults);
    return read.faults.length > 0 ? null : read.records;
  };
  const otherFile = (file: ImportFile | undefined) => {
    if (!file) return null;
    const records = recordsOf(file);
    return records && { name: file.name, records };
  };
  const keep = <T extends { faults: readonly ImportFault[] }>(result: T): T => {
    faults.push(...result.faults);
    return result;
  };
  const { cases: file } = files;
  const caseRecords = recordsOf(file);
  const { cases } = caseRecords
    ? keep(checkCases(codebook, lists, file.name, caseRecords))
    : { cases: [] };
  // A reference in capitals is the same reference.
  const inFile = new Map<string, number>();
  for (const { line, reference } of cases) {
    const refuse = (expected: string) =>
      faults.push({ file: file.name, line, column: "case_ref", value: reference, expected });
    const first = inFile.get(reference.toLowerCase());
    inFile.set(reference.toLowerCase(), first ?? line);
    if (first !== undefined) refuse(`each reference once (it stands in row ${first} already)`);
    else if (await referenceIsTaken(tx, reference))
      refuse("a reference that the study does not have yet");
  }
  // Rows with a fault count as cases here, so that one fault does not give rise to others.
  const known = new Set((caseRecords ?? []).slice(1).map(({ cells }) => cells[0]?.trim() ?? ""));
  const unfinished = new Set(cases.flatMap((one) => (one.levels ? [] : [one.reference])));
  const finished = new Set([...known].filter((reference) => !unfinished.has(reference)));
  const children = otherFile(files.children);
  const periods = otherFile(files.periods);
  const ratings = otherFile(files.ratings);
  return {
    cases,
    faults,
    children: children ? keep(checkChildren(children.name, children.records, known)).children : [],
    periods: periods ? keep(checkPeriods(periods.name, periods.records, known)).periods : [],
    ratings: ratings
      ? keep(checkRatings(codebook, ratings.name, ratings.records, finished)).ratings
      : [],
  };
}

function childOf({ ageYears, sex, outcome }: ImportedChild): IndexChild {
  return { ageYears, sex, outcome };
}

function periodOf({ startDate, endDate }: ImportedPeriod): Period {
  return { startDate, endDate, subject: null };
}

async function storeCase(
  tx: Db,
  viewer: Viewer,
  codebook: Codebook,
  found: ImportedCase,
  checked: Checked,
): Promise<void> {
  const { line: _, reference, levels, ...details } = found;
  const { version: codebookVersion } = codebook;
  const own = <T extends { reference: string }>(items: readonly T[]) =>
    items.filter((item) => item.reference === reference);
  const caseId = await insertCase(tx, viewer, {
    reference,
    origin: "imported",
    codebookVersion,
    record: {
      ...emptyRecord(details),
      ...details,
      children: own(checked.children).map(childOf),
      periods: own(checked.periods).map(periodOf),
    },
  });
  await record(tx, viewer, { action: "imported the case", caseId });
  if (!levels) return;
  await insertVersion(
    tx,
    { caseId, version: 1, recordRevision: 1, codebookVersion, committedBy: personIdOf(viewer) },
    Object.fromEntries(
      Object.entries(levels).map(([factor, level]) => [factor, { level, way: null, reason: "" }]),
    ),
  );
  const sets = own(checked.ratings);
  for (const { coder, levels: given } of sets) {
    const ratings = Object.fromEntries(
      Object.entries(given).map(([factor, level]) => [factor, { ...unrated, level }]),
    );
    await insertSubmission(tx, codebook, ratings, { caseId, importedCoder: coder, attempt: 1 });
  }
  if (sets.length > 0)
    await record(tx, viewer, {
      action: "imported independent ratings",
      caseId,
      subject: sets.length === 1 ? "1 coder" : `${sets.length} coders`,
    });
}
