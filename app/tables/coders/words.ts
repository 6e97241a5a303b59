import type { ReportLine, ReportTableProps } from "@/components/tables/report-table";
import type { ByCoderView, Findings } from "@/db/tables/by-coder";
import { casesInWords } from "@/domain/cases";
import { percentText } from "@/domain/tables/cell-text";
import type { Rule } from "@/domain/tables/coded-case";
import { rangeOf } from "@/domain/tables/columns";
import { fewestForMean } from "@/domain/tables/family";
import { cellText, formatMean } from "@/domain/tables/mean";
import type { RuleMean } from "@/domain/tables/rule-means";
import { fewNote } from "@/domain/tables/shown-table";
import type { ComparedLine, MeansCompared, PresentUnder } from "@/domain/tables/who-coded";
import { casesLink, codedChoiceInAddress } from "../links";
import { stateOf } from "../words";

/** For how many cases of the sample it can be said, and by how many coders they were rated. */
export function coverageInWords({ coverage, sample }: ByCoderView): string {
  const byCoders = [...coverage.byCoders].sort(([a], [b]) => b - a);
  const coded = byCoders.reduce((sum, [, n]) => sum + n, 0);
  const parts = byCoders.map(
    ([coders, n]) => `${n} by ${coders === 1 ? "one coder" : `${coders} coders`}`,
  );
  return `Independent ratings are held for ${coded} of ${coverage.analysed} analysed cases of ${sample}: ${listed(parts)}.`;
}

/** What of the figures rests on who coded, a sentence each. */
export function findingsInWords({ findings }: ByCoderView): string[] {
  return [
    ...farthestInWords(findings),
    ...findings.lawGroups.flatMap(comparedInWords),
    ...widestInWords(findings),
  ];
}

function farthestInWords({ farthest }: Findings): string[] {
  if (!farthest) return [];
  const { rule, n, sum, agreedSum } = farthest;
  const distance = formatMean(Math.abs(sum - agreedSum), n);
  return [
    `One coder alone moves the mean risk rating by at most ${distance}: ${inSentence(rule)} it is ${formatMean(sum, n)}, and as agreed for the same ${casesInWords(n)} ${formatMean(agreedSum, n)}.`,
  ];
}

function comparedInWords(compared: MeansCompared): string[] {
  const { first, second, firstHigher, secondHigher, equal } = compared;
  const rules = [...firstHigher, ...secondHigher, ...equal];
  if (rules.length < 2) return [];
  const higher = (a: ComparedLine, b: ComparedLine) =>
    `${withCases(a)} has a higher mean risk rating than ${inText(withCases(b))}, whoever decides.`;
  if (secondHigher.length + equal.length === 0) return [higher(first, second)];
  if (firstHigher.length + equal.length === 0) return [higher(second, first)];
  const parts = [
    ...(firstHigher.length > 0 ? [`higher ${listed(firstHigher.map(inSentence))}`] : []),
    ...(secondHigher.length > 0 ? [`lower ${listed(secondHigher.map(inSentence))}`] : []),
    ...(equal.length > 0 ? [`the same ${listed(equal.map(inSentence))}`] : []),
  ];
  return [
    `Whether ${inText(withCases(first))} has a higher mean risk rating than ${inText(withCases(second))} rests on who decides: it is ${parts.join("; ")}.`,
  ];
}

const withCases = ({ label, cases }: ComparedLine) => `${label} (${casesInWords(cases)})`;
const inText = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

function widestInWords({ widest }: Findings): string[] {
  if (!widest) return [];
  const { label, lowest, highest, agreed } = widest;
  return [
    `The factor that rests most on who codes is ${label}: of ${casesInWords(agreed.of)} it is above Not indicated in ${presentInWords(lowest)}, ${presentInWords(highest)}, and ${presentInWords(agreed)}.`,
  ];
}

function presentInWords({ rule, n, of }: PresentUnder): string {
  return `${percentText(n, of)} ${inSentence(rule)}`;
}

function inSentence({ label, key, isAlone }: Rule): string {
  if (isAlone) return `under ${label.replace("Coder", "coder")}`;
  return key === "majority" ? "under the majority" : "as agreed";
}

/** Example: a, b and c. */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** What all tables of the page are based on. */
export function baseOf({ coverage, sample, release }: ByCoderView): string {
  const coded = [...coverage.byCoders.values()].reduce((sum, n) => sum + n, 0);
  return `${coded} analysed, committed cases of ${sample} with independent ratings. ${stateOf({ release })}`;
}

/** What the themes of Other are based on. */
export function baseOfThemes({ themes, samples, release }: ByCoderView): string {
  const all = themes.lines.at(-1)?.cells.at(-1)?.n ?? 0;
  return `${all} analysed, committed cases of ${rangeOf(samples)} in which Other was agreed above Not indicated. ${stateOf({ release })}`;
}

/** The mean risk rating under each rule, beside what was agreed for the same cases. */
export function meansTable(view: ByCoderView): Omit<ReportTableProps, "caveats"> {
  const chosen = codedChoiceInAddress(view.sample, view.release);
  const lines = view.means.map((mean) => lineOf(mean, chosen));
  const isMarked = lines.some(({ cells }) => cells.some(({ few }) => few));
  return {
    id: "mean_by_coder",
    caption: "Mean risk rating, by who decides",
    lineLabel: "Who decides",
    columns: ["Mean", "As agreed, the same cases", "Ratings unlike the agreed"],
    lines,
    notes: [
      "Mean risk rating, and in brackets the number of cases on which the rule decides all factors. Beside it stands what was agreed for the very same cases. Then how many single ratings are not what was agreed, of how many, in whole per cent.",
      ...(isMarked ? [fewNote(view)] : []),
    ],
    base: baseOf(view),
  };
}

function lineOf(
  { rule, n, sum, agreedSum, ratings, differing }: RuleMean,
  chosen: URLSearchParams,
): ReportLine {
  const href = casesLink("table_10", "total-total", `this ${rule.key}`, chosen);
  const few = n > 0 && n < fewestForMean;
  return {
    key: rule.key,
    label: rule.label,
    look: rule.key === "agreed" ? "total" : "part",
    cells: [
      { text: cellText({ sum, n }), few, ...(n > 0 && { href }) },
      { text: cellText({ sum: agreedSum, n }), few },
      { text: `${differing} of ${ratings} (${percentText(differing, ratings)})` },
    ],
  };
}

/** How to read what stands side by side. */
export const readingNotes = [
  "What a coder gave is what they gave first, before a second look and before the case opened. Coder A of one case need not be coder A of another: the letters are those of the room and of exports, so that “coder A alone” is one coder of each case, not one person.",
  "The majority is the level that more than half of a case’s coders gave. Where there is none, the case is left out of that factor, and of means and ranges. Cases with fewer coders have no later letters. So compare a figure with what was agreed for as many cases as it has.",
];
