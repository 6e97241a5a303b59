import type { FactChange } from "../case-record/words";
import type { ExportChoice } from "../dataset/choice";
import { markFormulas } from "../dataset/formulas";
import { type CaseChange, type DatasetChanges, isOwnWords, isSame } from "./changes";

/**
 * What changed, as lines of plain text, under a heading. Without free text it says which facts
 * changed that people wrote in their own words, and not what they say, and gives no reasons. Where
 * columns are chosen it says of all facts and levels only that they changed: another column may be
 * what somebody wanted to leave out.
 */
export function changesAsText(
  heading: string,
  changes: DatasetChanges,
  choice: Pick<ExportChoice, "columns" | "freeText">,
): string[] {
  const isWhole = Object.keys(choice.columns).length === 0;
  const told: Told = { values: isWhole, ownWords: isWhole && choice.freeText };
  if (isSame(changes)) return [heading, "", "Nothing has changed."];
  const { added, takenOut, lists, codebook } = changes;
  const rated = changes.cases.filter(({ version, unrated }) => version !== null || unrated);
  const recorded = changes.cases.filter(({ facts }) => facts.length > 0);
  return [
    heading,
    ...part("Cases added", added),
    ...part("Cases taken out", takenOut),
    ...part(
      "Agreed ratings changed",
      rated.flatMap((one) => ratingLines(one, told)),
    ),
    ...part(
      "Facts of the record changed",
      recorded.flatMap((one) => recordLines(one, told)),
    ),
    ...part(
      "Code lists changed",
      lists.flatMap(({ label, changes: edits }) => edits.map((edit) => `${label}: ${edit}`)),
    ),
    ...part(
      "Codebook changed",
      codebook ? [`Version ${codebook.before} before, version ${codebook.after} now`] : [],
    ),
  ];
}

/** Whether the text tells what stood before and stands now, and what people wrote themselves. */
interface Told {
  readonly values: boolean;
  readonly ownWords: boolean;
}

function part(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ["", title, ...items.map((item) => `- ${inPlainText(item)}`)];
}

/** What people wrote, in one line of a text in which no spreadsheet finds a formula. */
function inPlainText(item: string): string {
  return markFormulas(item.replaceAll(/\s*[\r\n\t]\s*/g, " "));
}

function ratingLines(change: CaseChange, told: Told): string[] {
  const { reference, version, rated, unrated, levels, reopeningReasons } = change;
  if (unrated) return [`${reference}: has no agreed ratings now`];
  const start = `${reference}, version ${version}`;
  if (rated) return [`${start}: has agreed ratings now`];
  const first = levels.length === 0 ? `${start}: the levels are the same` : start;
  return [
    `${first}${why("Reopened because", reopeningReasons, told)}`,
    ...levels.map(({ factor, before, after, reason }) => {
      const what = told.values ? `${before} before, ${after} now` : "changed";
      return `${reference}, ${factor}: ${what}${why("Why", [reason], told)}`;
    }),
  ];
}

function recordLines({ reference, facts, recordReasons }: CaseChange, told: Told): string[] {
  return facts.map((fact, index) => {
    const reasons = index === 0 ? recordReasons : [];
    return `${reference}, ${factInWords(fact, told)}${why("Why", reasons, told)}`;
  });
}

function factInWords({ fact, label, before, after }: FactChange, told: Told): string {
  if (!told.values || (isOwnWords(fact) && !told.ownWords)) return `${label}: changed`;
  return `${label}: ${inOneLine(before)} before, ${inOneLine(after)} now`;
}

/** The lines of a fact in one: "Girl of 4, survived; Boy of 2, died", or that there are none. */
export function inOneLine(lines: readonly string[]): string {
  return lines.length === 0 ? "not recorded" : lines.join("; ");
}

function why(start: string, reasons: readonly string[], { ownWords }: Told): string {
  const given = reasons.filter((reason) => reason !== "");
  if (!ownWords || given.length === 0) return "";
  return `. ${start}: ${given.join("; ")}`;
}
