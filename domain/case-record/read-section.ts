import { childOutcomes, motherAgeBands, sampleSchema, sexes } from "../cases";
import { type CodeLists, valueFor } from "../code-lists/code-lists";
import { done, type Outcome, refusedFor } from "../outcome";
import {
  type CaseAction,
  type CaseRecord,
  type IndexChild,
  type Period,
  type PracticePoint,
  practiceKinds,
  type Section,
  type SectionFacts,
  subjects,
} from "./case-record";
import { rowFields } from "./row-fields";
import { type Texts, Typed } from "./typed";

/**
 * A section as it comes from its form: single fields, and the rows that can be repeated. A row that
 * was taken out of the form has no fields, and keeps its place.
 */
export interface TypedSection {
  readonly fields: Texts;
  readonly rows: readonly Texts[];
}

/** The most periods, children, practice points or actions that a case can have. */
export const mostRows = 50;

/**
 * The facts of a section as they were typed, or every problem beside its field. Rows in which
 * nothing is typed are left out. A value that a code list no longer offers can stay where the
 * record `held` it, and cannot be chosen anew.
 * Example: the section "children" with ageYears "18" → refused, children.0.ageYears "Child 1, age:
 * enter a whole number from 0 to 17".
 */
export function readSection<S extends Section>(
  section: S,
  typed: TypedSection,
  held: CaseRecord,
  lists: CodeLists,
): Outcome<SectionFacts<S>> {
  const form = new Typed(typed.fields);
  const facts = readers[section](form, typed.rows, held, lists);
  if (form.problems.length > 0) return refusedFor(form.problems);
  return done(facts as SectionFacts<S>);
}

type Reader = (
  form: Typed,
  rows: readonly Texts[],
  held: CaseRecord,
  lists: CodeLists,
) => Partial<CaseRecord>;

const readers: Record<Section, Reader> = {
  case: readCase,
  involvement: (form, rows, held, lists) => ({
    involvement: form.code("involvement", lists.involvement, held.involvement),
    periods: readRows(form, rows, "involvement", readPeriod),
  }),
  incident: (form, _, held, lists) => ({
    incidentType:
      form.code("incidentType", lists.incident_type, held.incidentType) ??
      missing(form, "incidentType", "Select the index incident type"),
    incidentRationale: form.text("incidentRationale"),
  }),
  children: readChildren,
  practice: (form, rows, held, lists) => ({
    practice: readRows(form, rows, "practice", (row) => readPractice(row, held, lists)),
  }),
  actions: (form, rows, held, lists) => ({
    actions: readRows(form, rows, "actions", (row) => readAction(row, held, lists)),
  }),
  analysis: readAnalysis,
};

// What stands in for a missing value never leaves this file: there is a problem beside it.
function missing(form: Typed, name: string, message: string): string {
  if (!form.problems.some((one) => one.field === name)) form.refuse(name, message);
  return "";
}

function readCase(form: Typed, _: readonly Texts[], held: CaseRecord, lists: CodeLists) {
  const sample = sampleSchema.safeParse(form.text("sample"));
  if (!sample.success) form.refuse("sample", sample.error.issues[0]?.message ?? "");
  const submissionKind = form.code("submissionKind", lists.submission_kind, held.submissionKind);
  const methodology = form.code("methodology", lists.methodology, held.methodology);
  const caseType =
    form.code("caseType", lists.case_type, held.caseType) ??
    missing(form, "caseType", "Select the case type");
  const detail = form.text("caseTypeDetail");
  const type = caseType === "" ? null : valueFor(lists.case_type, caseType);
  const isAsked = type?.asksWhich ?? false;
  const isAsHeld = detail === held.caseTypeDetail;
  // What the record had goes with the type that asked for it. What is typed anew is not dropped unsaid.
  if (type && !isAsked && detail !== "" && !isAsHeld)
    form.refuse("caseTypeDetail", `Leave this blank: “${type.label}” says which kind it was`);
  // Beside the same type it stays: a file or an edit of the list can leave it where nothing asks.
  const staysAsItWas = isAsHeld && caseType === held.caseType;
  return {
    sample: sample.data ?? "",
    submissionKind,
    methodology,
    caseType,
    caseTypeDetail: isAsked || staysAsItWas ? detail : "",
  };
}

function readRows<T>(
  form: Typed,
  rows: readonly Texts[],
  section: keyof typeof rowFields,
  read: (row: Typed) => T | null,
): T[] {
  const { name, noun, fields } = rowFields[section];
  let shown = 0;
  const written = rows
    .map((texts, index) => {
      if (Object.keys(texts).length > 0) shown += 1;
      const place = { prefix: `${name}.${index}.`, title: `${noun} ${shown}`, fields };
      return new Typed(texts, place, form.problems);
    })
    .filter((row) => !row.isBlank(Object.keys(fields)));
  if (written.length > mostRows) form.refuse(name, `Enter at most ${mostRows}`);
  return written.slice(0, mostRows).flatMap((row) => read(row) ?? []);
}

function readPeriod(row: Typed): Period | null {
  if (row.isBlank(["startDate"])) row.refuse("startDate", "Enter the day on which it started");
  const startDate = row.day("startDate");
  const endDate = row.day("endDate");
  if (startDate !== null && endDate !== null && endDate < startDate)
    row.refuse("endDate", "Enter a day that is not before the start");
  const subject = row.word("subject", subjects);
  return startDate === null ? null : { startDate, endDate, subject };
}

function readChild(row: Typed): IndexChild {
  return {
    ageYears: row.wholeNumber("ageYears", 0, 17),
    sex: row.word("sex", sexes),
    outcome: row.word("outcome", childOutcomes),
  };
}

function readChildren(form: Typed, rows: readonly Texts[]) {
  const children = readRows(form, rows, "children", readChild);
  const motherAge = form.wholeNumber("motherAge", 10, 60, "Mother’s age");
  const motherAgeBand = form.word("motherAgeBand", motherAgeBands);
  if (motherAge !== null && motherAgeBand !== null)
    form.refuse("motherAgeBand", "Give the age or what is known in place of it, not both");
  return { children, motherAge, motherAgeBand };
}

function readPractice(row: Typed, held: CaseRecord, lists: CodeLists): PracticePoint | null {
  if (row.isBlank(["kind"])) row.refuse("kind", "Select whether it is a strength or a shortcoming");
  const kind = row.word("kind", practiceKinds);
  if (row.isBlank(["theme"])) row.refuse("theme", "Select the theme");
  const theme = row.code("theme", lists.practice_theme, ...held.practice.map((one) => one.theme));
  const description = row.text("description");
  return kind === null || theme === null ? null : { kind, theme, description };
}

function readAction(row: Typed, held: CaseRecord, lists: CodeLists): CaseAction | null {
  const description = row.text("description");
  if (description === "") row.refuse("description", "Describe the action");
  const status = row.code("status", lists.action_status, ...held.actions.map((one) => one.status));
  return description === "" ? null : { description, status };
}

function readAnalysis(form: Typed, _: readonly Texts[], held: CaseRecord) {
  const answer = form.word("included", { yes: true, no: true });
  const reason = form.text("exclusionReason");
  if (answer === null) missing(form, "included", "Select whether the case is in the analysis");
  if (answer === "no" && reason === "")
    form.refuse("exclusionReason", "Give the reason for exclusion");
  // The reason that the record had goes when the case comes back; one that is typed anew does not.
  if (answer === "yes" && reason !== "" && reason !== held.exclusionReason)
    form.refuse("exclusionReason", "Leave this blank, or select that the case is excluded");
  return { included: answer !== "no", exclusionReason: answer === "no" ? reason : "" };
}
