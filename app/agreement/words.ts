import { percent } from "@/domain/agreement/figures";
import type { AgreedAs } from "@/domain/agreement/pair-agreement";
import { type AgreementWarning, fewCases } from "@/domain/agreement/warnings";
import { casesInWords } from "@/domain/cases";
import { type Codebook, findFactor, levelWithScore } from "@/domain/codebook/codebook";

/** A difference in points with its direction, such as "0.21 higher". */
export function difference(points: number): string {
  const text = Math.abs(points).toFixed(2);
  if (text === "0.00") return "the same on average";
  return `${text} ${points > 0 ? "higher" : "lower"}`;
}

/** What to keep in mind with figures, in a few words. */
export function warningTexts(
  warnings: readonly AgreementWarning[],
  levels: readonly string[],
): string[] {
  const texts = warnings.flatMap((warning) => {
    if (warning.kind === "few_cases") return fewCasesText;
    if (warning.kind === "crosses") return [];
    return `${percent(warning.share)} are ${levels[warning.place]}: alpha has little to go by`;
  });
  const crossed = warnings.flatMap((warning) =>
    warning.kind === "crosses" ? markText(warning.mark) : [],
  );
  return crossed.length === 0 ? texts : [...texts, `Crosses ${crossed.join(" and ")}`];
}

/** What is said where fewer cases can be compared than an interval needs. */
export const fewCasesText = `Under ${fewCases} cases: too few for a sure interval`;

/** A mark as it is usually printed, such as .667. */
export function markText(mark: number): string {
  return mark.toFixed(3).replace(/^0/, "");
}

/** How likely alpha is to be below each mark, by the resamples. */
export function belowMarks(below: readonly { mark: number; share: number }[]): string {
  return below.map(({ mark, share }) => `below ${markText(mark)} in ${percent(share)}`).join(", ");
}

/** The names of the levels of a factor's scale, in the order of the scale. */
export function levelLabels(
  codebook: Codebook,
  factor: string,
  scale: readonly number[],
): string[] {
  const found = findFactor(codebook, factor);
  return scale.map((score) => (found && levelWithScore(found, score)?.label) ?? `Score ${score}`);
}

/** Whose level became the agreed one, such as "12 to 9; neither 2". */
export function agreedAsText({ first, second, neither }: AgreedAs): string {
  return `${first} to ${second}${neither > 0 ? `; neither ${neither}` : ""}`;
}

/** How many of the cases behind a figure are listed. */
export function shownInWords({ all, told }: { all: number; told: number }, most: number): string {
  const first = told > most ? `, of which the first ${most} are listed` : "";
  return told === all
    ? `${casesInWords(all)}${first}.`
    : `${casesInWords(all)}, of which you coded ${told}${first}.`;
}

/** A number of things, such as "1 second look". */
export function countInWords(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? "" : "s"}`;
}

export function codersInWords(n: number): string {
  return n === 1 ? "1 coder" : `${n} coders`;
}
