import { ratings } from "../../dataset/ratings";
import type { Book } from "../../dataset/table";
import type { ColumnMatching } from "./matching";
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
  const points = { name: 3, synonym: 3, remembered: 3, person: 3, guess: 1, nothing: -2 };
  const beside = kind === "ratings_by_factor" ? ratings.fields(book).map(({ name }) => name) : [];
  const weight = columns.reduce((total, { header, target, by }) => {
    const isLeftOut = target === null && (by === "remembered" || beside.includes(header));
    const saysNothing = header === "" || isLeftOut;
    return total + (saysNothing ? 0 : points[by]);
  }, 0);
  const sure = columns.flatMap(({ target, by }) => (by === "guess" ? [] : (target ?? [])));
  const isWhole = kind === "cases" && wholeCase.every((key) => sure.includes(key));
  return isWhole ? Math.max(weight, 1) : weight;
}
