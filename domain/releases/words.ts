import type { FactChange } from "../case-record/words";
import { type CaseChange, type DatasetChanges, isOwnWords, isSame } from "./changes";

/**
 * What changed, as lines of plain text, under a heading. Without `freeText` it says which facts
 * changed that people wrote in their own words, and not what they say, and gives no reasons.
 */
export function changesAsText(
  heading: string,
  changes: DatasetChanges,
  freeText: boolean,
): string[] {
  if (isSame(changes)) return [heading, "", "Nothing has changed."];
  const { added, takenOut, lists, codebook } = changes;
  const rated = changes.cases.filter(({ version }) => version !== null);
  const recorded = changes.cases.filter(({ facts }) => facts.length > 0);
  return [
    heading,
    ...part("Cases added", added),
    ...part("Cases taken out", takenOut),
    ...part(
      "Agreed ratings changed",
      rated.flatMap((one) => ratingLines(one, freeText)),
    ),
    ...part(
      "Facts of the record changed",
      recorded.flatMap((one) => recordLines(one, freeText)),
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

function part(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ["", title, ...items.map((item) => `- ${item}`)];
}

function ratingLines(change: CaseChange, freeText: boolean): string[] {
  const { reference, version, rated, levels, reopeningReasons } = change;
  const start = `${reference}, version ${version}`;
  if (rated) return [`${start}: has agreed ratings now`];
  const first = levels.length === 0 ? `${start}: the levels are the same` : start;
  return [
    `${first}${why("Reopened because", reopeningReasons, freeText)}`,
    ...levels.map(
      ({ factor, before, after, reason }) =>
        `${reference}, ${factor}: ${before} before, ${after} now${why("Why", [reason], freeText)}`,
    ),
  ];
}

function recordLines({ reference, facts, recordReasons }: CaseChange, freeText: boolean): string[] {
  return facts.map((fact, index) => {
    const reasons = index === 0 ? recordReasons : [];
    return `${reference}, ${factInWords(fact, freeText)}${why("Why", reasons, freeText)}`;
  });
}

function factInWords({ fact, label, before, after }: FactChange, freeText: boolean): string {
  if (isOwnWords(fact) && !freeText) return `${label}: changed`;
  return `${label}: ${inOneLine(before)} before, ${inOneLine(after)} now`;
}

/** The lines of a fact in one: "Girl of 4, survived; Boy of 2, died", or that there are none. */
export function inOneLine(lines: readonly string[]): string {
  return lines.length === 0 ? "not recorded" : lines.join("; ");
}

function why(start: string, reasons: readonly string[], freeText: boolean): string {
  const given = reasons.filter((reason) => reason !== "");
  if (!freeText || given.length === 0) return "";
  return `. ${start}: ${given.map((reason) => reason.replaceAll(/\s*\n\s*/g, " ")).join("; ")}`;
}
