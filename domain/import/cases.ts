import { mostCharacters } from "../case-record/most-characters";
import { type MotherAgeBand, motherAgeBands, referenceSchema, sampleSchema } from "../cases";
import { type CodeList, type CodeLists, choicesOf } from "../code-lists/code-lists";
import type { Codebook } from "../codebook/codebook";
import { readCode, readCodeOrBlank, readScore } from "./cells";
import { caseColumns } from "./columns";
import type { ImportFault } from "./faults";
import { type CsvRecord, type Row, readRows } from "./rows";

/** A case as a file gives it. `levels` is null when the row has no scores. */
export interface ImportedCase {
  readonly line: number;
  readonly reference: string;
  readonly sample: string;
  readonly caseType: string;
  readonly methodology: string | null;
  readonly involvement: string | null;
  readonly incidentType: string;
  readonly motherAgeBand: MotherAgeBand | null;
  readonly included: boolean;
  readonly exclusionReason: string;
  readonly levels: Readonly<Record<string, string>> | null;
}

/** The codes that a file may have for a value: those that are offered. */
function codesOf(list: CodeList): Record<string, unknown> {
  return Object.fromEntries(choicesOf(list).map((value) => [value.key, value]));
}

const yesOrNo = { yes: true, no: false } as const;

function readReference(row: Row, seen: Map<string, number>): string | null {
  const { data } = referenceSchema.safeParse(row.cell("case_ref"));
  if (data === undefined)
    return row.refuse(
      "case_ref",
      "a reference of at most 30 letters, digits and hyphens, such as 2015-07, and not “new”",
    );
  const first = seen.get(data);
  if (first !== undefined)
    return row.refuse("case_ref", `each reference once (it stands in row ${first} already)`);
  seen.set(data, row.line);
  return data;
}

function readSample(row: Row): string | null {
  const { data } = sampleSchema.safeParse(row.cell("sample"));
  return data ?? row.refuse("sample", "a sample of at most 30 letters and digits, such as 2015");
}

function readInclusion(row: Row): { included: boolean; exclusionReason: string } | null {
  const answer = readCode(row, "included", yesOrNo);
  const exclusionReason = row.cell("exclusion_reason");
  if (answer === null) return null;
  const included = yesOrNo[answer];
  if (included && exclusionReason !== "")
    return row.refuse("exclusion_reason", "blank, because the case is included");
  if (!included && exclusionReason === "")
    return row.refuse("exclusion_reason", "a reason, because the case is excluded");
  const most = mostCharacters.exclusionReason;
  if (exclusionReason.length > most)
    return row.refuse("exclusion_reason", `at most ${most.toLocaleString("en-GB")} characters`);
  return { included, exclusionReason };
}

/** All levels of a row, or null when all its scores are blank. Anything between is a fault. */
function readLevels(row: Row, codebook: Codebook): Record<string, string> | null {
  const { factors } = codebook;
  const blank = factors.filter((factor) => row.cell(factor.key) === "");
  if (blank.length === factors.length) return null;
  const levels: Record<string, string> = {};
  for (const factor of factors) {
    if (blank.includes(factor)) continue;
    const level = readScore(row, factor.key, factor, true);
    if (level !== null) levels[factor.key] = level;
  }
  if (blank.length > 0)
    row.refuse(
      blank.map((factor) => factor.key).join(", "),
      `all ${factors.length} scores or none`,
      "",
    );
  return levels;
}

/**
 * Checks cases.csv against a codebook: the column names, the codes, and the scores. A row with
 * all 13 scores is a case with agreed ratings, a row with none a registered case; a blank is
 * never 0. Returns every fault of the file in its order, and the cases of the rows without one.
 * Whether a reference is taken already in the study is for the caller to ask.
 */
export function checkCases(
  codebook: Codebook,
  lists: CodeLists,
  file: string,
  records: readonly CsvRecord[],
): { cases: ImportedCase[]; faults: ImportFault[] } {
  const seen = new Map<string, number>();
  const { items, faults } = readRows(file, caseColumns(codebook), records, (row) => {
    const reference = readReference(row, seen);
    const sample = readSample(row);
    const caseType = readCode(row, "case_type", codesOf(lists.case_type));
    const methodology = readCodeOrBlank(row, "scr_methodology", codesOf(lists.methodology));
    const involvement = readCodeOrBlank(row, "involvement", codesOf(lists.involvement));
    const incidentType = readCode(row, "incident_type", codesOf(lists.incident_type));
    const motherAgeBand = readCodeOrBlank(row, "mother_age_at_first_birth", motherAgeBands);
    const inclusion = readInclusion(row);
    const levels = readLevels(row, codebook);
    if (reference === null || sample === null || caseType === null) return null;
    if (incidentType === null || inclusion === null) return null;
    const { line } = row;
    const details = { methodology, involvement, incidentType, motherAgeBand };
    return { line, reference, sample, caseType, ...details, ...inclusion, levels };
  });
  return { cases: items, faults };
}
