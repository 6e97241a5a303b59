import type {
  CaseAction,
  IndexChild,
  Period,
  PracticeKind,
  PracticePoint,
  Subject,
} from "../../case-record/case-record";
import { mostCharacters } from "../../case-record/most-characters";
import type { ChildOutcome, Sex } from "../../cases";
import type { MatchedRow } from "./matched-row";
import { saysOpen } from "./values";

/**
 * An index child from a row; null where nothing is recorded of one. `place` comes before the names
 * of its columns, as in "children.1."
 */
export function readChild(row: MatchedRow, place = ""): IndexChild | null {
  const child = {
    ageYears: row.number(`${place}age_years`),
    sex: row.code(`${place}sex`) as Sex | null,
    outcome: row.code(`${place}outcome`) as ChildOutcome | null,
  };
  return isNothing(child) ? null : child;
}

/**
 * A period of involvement from a row, or null and a fault; null without one where nothing is
 * recorded in numbered columns, whose names `place` comes before.
 */
export function readPeriod(row: MatchedRow, place = ""): Period | null {
  const faults = row.faults();
  const startDate = row.day(`${place}start_date`);
  const endDate = readEnd(row, `${place}end_date`);
  const subject = row.code(`${place}subject`) as Subject | null;
  if (row.faults() > faults) return null;
  if (place !== "" && isNothing({ startDate, endDate, subject })) {
    const months = row.text(`${place}months`);
    // A formula gives 0 where there is no period.
    if (Number(months) > 0) row.doubt(`${place}months`, withoutDays, months);
    return null;
  }
  if (startDate === null)
    return row.refuse(`${place}start_date`, "the day on which the period started");
  if (endDate !== null && endDate < startDate)
    return row.refuse(`${place}end_date`, "a day that is not before the start");
  return { startDate, endDate, subject };
}

// The end of a period that goes on is blank, or a word for that.
function readEnd(row: MatchedRow, key: string): string | null {
  const text = row.text(key);
  if (!saysOpen(text)) return row.day(key);
  row.doubt(key, "the day on which the period ended: it is taken for one that goes on", text);
  return null;
}

const withoutDays = "months of a period whose days are missing; it adds none";

function isNothing(item: Readonly<Record<string, unknown>>): boolean {
  return Object.values(item).every((value) => value === null);
}

/** A strength or shortcoming from a row, or null and a fault. */
export function readPractice(row: MatchedRow): PracticePoint | null {
  const faults = row.faults();
  const kind = row.code("kind") as PracticeKind | null;
  const theme = row.code("theme");
  const description = row.known("description", mostCharacters.description);
  if (row.faults() > faults) return null;
  if (kind === null) return row.refuse("kind", "Strength or Shortcoming");
  if (theme === null) return row.refuse("theme", "a theme of practice");
  return { kind, theme, description };
}

/** An action from a row, or null and a fault. */
export function readAction(row: MatchedRow): CaseAction | null {
  const faults = row.faults();
  const status = row.code("status");
  const description = row.words("description", mostCharacters.description);
  if (row.faults() > faults) return null;
  if (description === "") return row.refuse("description", "what the action is");
  return { description, status };
}
