import type { CaseRecord } from "../../case-record/case-record";
import { motherAgeBandOf } from "../../case-record/derived";
import { mostCharacters } from "../../case-record/most-characters";
import { type MotherAgeBand, motherAgeBands } from "../../cases";
import type { Codebook } from "../../codebook/codebook";
import type { CaseDraft } from "../draft";
import { readChild, readPeriod } from "./list-rows";
import type { MatchedRow } from "./matched-row";
import type { Matching } from "./matching";
import { readLevels } from "./rating-rows";
import { readSample } from "./samples";
import { statedIn, statedMonths } from "./stated";
import type { Target } from "./targets";

/** What a row of cases says, but for what other sheets say of the same case. */
export type CaseRow = Omit<CaseDraft, "ratings">;

/** The facts of a case that stand in one column each, by the names of the columns. */
const codes = {
  submission_kind: "submissionKind",
  scr_methodology: "methodology",
  involvement: "involvement",
} as const satisfies Record<string, keyof CaseRecord>;
const required = { case_type: "caseType", incident_type: "incidentType" } as const;
const words = {
  case_type_detail: "caseTypeDetail",
  incident_rationale: "incidentRationale",
} as const;

type Facts = { -readonly [Fact in keyof CaseRecord]?: CaseRecord[Fact] };

/**
 * What a row of cases says. A column that is not there says nothing; a blank says that nothing is
 * recorded, and never 0, but for whether the case is in the analysis and why not, and for its children
 * and periods: there a blank says nothing. Where the matching keeps what is recorded, no blank says
 * anything. Its sample is for new cases whose row has none: of a case that the study has, that
 * says nothing.
 */
export function readCaseRow(
  row: MatchedRow,
  reference: string,
  codebook: Codebook,
  targets: readonly Target[],
  { sample, keepsRecorded }: Pick<Matching, "sample" | "keepsRecorded">,
): CaseRow {
  const facts: Facts = {};
  const saysNothing = (key: string) => keepsRecorded === true && !row.filled(key);
  const sampleIfNew = row.filled("sample") ? "" : sample;
  if (row.has("sample") && !saysNothing("sample") && sampleIfNew === "")
    facts.sample = readSample(row);
  for (const [key, fact] of Object.entries(codes) as [keyof typeof codes, "methodology"][])
    if (row.has(key)) facts[fact] = row.code(key);
  for (const [key, fact] of Object.entries(required) as [keyof typeof required, "caseType"][])
    if (row.has(key) && !saysNothing(key)) facts[fact] = readRequired(row, key);
  for (const [key, fact] of Object.entries(words))
    if (row.has(key)) facts[fact] = row.known(key, mostCharacters[fact]);
  if (row.has("mother_age_years") || row.has("mother_age_at_first_birth"))
    Object.assign(facts, readMotherAge(row));
  Object.assign(facts, readInclusion(row));
  const children = readNumbered(row, "children", targets, readChild);
  if (children) facts.children = children;
  const places: string[] = [];
  const periods = readNumbered(row, "periods", targets, (_, place) => {
    const period = readPeriod(row, place);
    if (period) places.push(place);
    return period;
  });
  if (periods) facts.periods = periods;
  return {
    place: row.place,
    reference,
    facts: keepsRecorded ? withoutBlanks(facts) : facts,
    ...(sampleIfNew === "" ? {} : { sampleIfNew }),
    ...(row.has("included") && facts.included === undefined ? { blankInclusion: true } : {}),
    levels: readLevels(row, codebook),
    commitment: readCommitment(row),
    origin: row.code("origin") as CaseDraft["origin"],
    stated: { ...statedIn(row, targets), ...statedMonths(row, places) },
  };
}

function withoutBlanks(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([, said]) => said !== null && said !== ""),
  ) as Facts;
}

function readRequired(row: MatchedRow, key: keyof typeof required): string {
  const faults = row.faults();
  const code = row.code(key);
  if (code === null && row.faults() === faults) row.refuse(key, "one of the list, not a blank");
  return code ?? "";
}

function readMotherAge(row: MatchedRow): Facts {
  const motherAge = row.number("mother_age_years");
  const band = row.code("mother_age_at_first_birth") as MotherAgeBand | null;
  if (!row.has("mother_age_years")) return { motherAgeBand: band };
  if (!row.has("mother_age_at_first_birth")) return { motherAge };
  if (motherAge === null) return { motherAge, motherAgeBand: band };
  const own = motherAgeBandOf({ motherAge, motherAgeBand: null });
  if (band !== null && own !== null && band !== own)
    row.refuse(
      "mother_age_at_first_birth",
      `${motherAgeBands[own].label}, because the age is ${motherAge}`,
    );
  return { motherAge, motherAgeBand: null };
}

// Blanks say nothing here: they neither take a case in again nor its reason away.
function readInclusion(row: MatchedRow): Facts {
  const answer = row.code("included");
  const exclusionReason = row.known("exclusion_reason", mostCharacters.exclusionReason);
  if (answer === "yes" && exclusionReason !== "")
    row.refuse("exclusion_reason", "blank, because the case is not excluded");
  return {
    ...(answer === null ? {} : { included: answer === "yes" }),
    ...(exclusionReason === "" ? {} : { exclusionReason }),
  };
}

function readCommitment(row: MatchedRow): CaseDraft["commitment"] {
  const version = row.number("version");
  const on = row.day("committed_on");
  return version === null && on === null ? null : { version, on };
}

// Null where the columns are blank or say that nothing is recorded: whoever has the children elsewhere leaves them so.
function readNumbered<T>(
  row: MatchedRow,
  list: "children" | "periods",
  targets: readonly Target[],
  read: (row: MatchedRow, place: string) => T | null,
): T[] | null {
  const places = new Set<string>();
  for (const { key } of targets)
    if (key.startsWith(`${list}.`) && row.filled(key))
      places.add(key.slice(0, key.lastIndexOf(".") + 1));
  const items = [...places].flatMap((place) => read(row, place) ?? []);
  return items.length === 0 ? null : items;
}
