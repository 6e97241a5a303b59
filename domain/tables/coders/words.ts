import { casesInWords } from "../../cases";
import { percentText } from "../cell-text";
import type { Rule } from "../coded-case";
import { formatMean } from "../mean";
import type { ComparedLine, MeansCompared, PresentUnder } from "../who-coded";
import type { ByCoder, Findings } from "./by-coder";

/** For how many cases of the sample it can be said, and by how many coders they were rated. */
export function coverageInWords({ coverage, sample }: ByCoder): string {
  const byCoders = [...coverage.byCoders].sort(([a], [b]) => b - a);
  const coded = byCoders.reduce((sum, [, n]) => sum + n, 0);
  const parts = byCoders.map(
    ([coders, n]) => `${n} by ${coders === 1 ? "one coder" : `${coders} coders`}`,
  );
  return `Independent ratings are held for ${coded} of ${coverage.analysed} analysed cases of ${sample}: ${listed(parts)}.`;
}

/** What of the figures rests on who coded, a sentence each. */
export function findingsInWords({ findings }: ByCoder): string[] {
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

/** How to read what stands side by side. */
export const readingNotes = [
  "What a coder gave is what they gave first, before a second look and before the case opened. Coder A of one case need not be coder A of another: the letters are those of the room and of exports, so that “coder A alone” is one coder of each case, not one person.",
  "The majority is the level that more than half of a case’s coders gave. Where there is none, the case is left out of that factor, and of means and ranges. Cases with fewer coders have no later letters. So compare a figure with what was agreed for as many cases as it has.",
];
