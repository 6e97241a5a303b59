import { ratings } from "../../dataset/ratings";
import type { Book } from "../../dataset/table";
import type { ColumnMatching, SheetMatching } from "./matching";
import { computedFields, type SheetKind } from "./targets";

const needed: Readonly<Record<SheetKind, readonly string[]>> = {
  cases: ["case_ref"],
  children: ["case_ref"],
  periods: ["case_ref", "start_date"],
  practice: ["case_ref", "theme"],
  actions: ["case_ref", "description"],
  ratings: ["case_ref", "coder"],
  ratings_by_factor: ["case_ref", "coder", "factor"],
  // Lists that a team looks up are mostly of other things.
  code_lists: ["list", "value", "label", "number", "offered"],
};

// All that a new case needs: with it a sheet is one of cases, however much else a team keeps there.
const wholeCase = ["case_ref", "sample", "case_type", "incident_type"];

// What is computed, or says how a case stands in Concord, makes no sheet of cases by itself.
const saysLittle = ["case_ref", "version", "committed_on", "origin", ...computedFields];

/**
 * How much speaks for it that a sheet with these columns is of this kind; 0 or less when nothing does. A
 * column by its name or another one counts for more than a guess, and one that is not known counts
 * against, but for one that was left out the last time, and what an export says of a rating beside its
 * level.
 */
export function weightOf(kind: SheetKind, columns: readonly ColumnMatching[], book: Book): number {
  const targets = columns.flatMap(({ target }) => target ?? []);
  if (!needed[kind].every((key) => targets.includes(key)) || targets.length < 2) return 0;
  if (targets.every((key) => saysLittle.includes(key))) return 0;
  const weight = pointsOf(kind, columns, book);
  const isWhole = kind === "cases" && wholeCase.every((key) => sureOf(columns).includes(key));
  return isWhole ? Math.max(weight, 1) : weight;
}

/**
 * The same of a sheet of which all is plain but where its references are: 0 unless it has the other
 * columns that its kind needs, and three at least that are more than guesses.
 */
export function weightWithoutReference(
  kind: SheetKind,
  columns: readonly ColumnMatching[],
  book: Book,
): number {
  if (!lacksReference({ kind, columns })) return 0;
  const sure = sureOf(columns).filter((key) => !saysLittle.includes(key));
  const others = needed[kind].filter((key) => key !== "case_ref");
  if (sure.length < 3 || !others.every((key) => sure.includes(key))) return 0;
  return pointsOf(kind, columns, book);
}

/** Whether the rows of a sheet need a reference, and no column of it has one. */
export function lacksReference({
  kind,
  columns,
}: Pick<SheetMatching, "columns" | "kind">): boolean {
  if (kind === null || !needed[kind].includes("case_ref")) return false;
  return columns.every(({ target }) => target !== "case_ref");
}

function pointsOf(kind: SheetKind, columns: readonly ColumnMatching[], book: Book): number {
  const points = { name: 3, synonym: 3, remembered: 3, person: 3, guess: 1, nothing: -2 };
  const beside = kind === "ratings_by_factor" ? ratings.fields(book).map(({ name }) => name) : [];
  return columns.reduce((total, { header, target, by }) => {
    const isLeftOut = target === null && (by === "remembered" || beside.includes(header));
    const saysNothing = header === "" || isLeftOut;
    return total + (saysNothing ? 0 : points[by]);
  }, 0);
}

function sureOf(columns: readonly ColumnMatching[]): string[] {
  return columns.flatMap(({ target, by }) => (by === "guess" ? [] : (target ?? [])));
}
