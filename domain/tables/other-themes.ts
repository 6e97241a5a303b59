import type { Codebook } from "../codebook/codebook";
import { ofAnalysedCases } from "./analysed-cases";
import type { CodedCase } from "./coded-case";
import { bySample } from "./columns";
import { partLine } from "./lines";
import { type Atoms, addCase } from "./make-table";
import type { Line, TableBook, TableKind } from "./table";

// No theme has a key with a space in it.
const [noTheme, ofEarlierCodebook, coded, notCoded] = [
  "no theme named",
  "theme of another codebook",
  "with independent ratings",
  "without independent ratings",
];

/**
 * The themes of Other by sample: of the cases in which it was agreed above Not indicated, how many have
 * each theme. Themes are named by coders and not agreed, so a theme counts where any coder of the case
 * named it, independently.
 */
export const otherThemes: TableKind = {
  ...ofAnalysedCases,
  output: "other_themes",
  title: "Themes of Other by sample",
  lineLabel: "Theme",
  note: "Number of cases in which Other was agreed above Not indicated. A case counts once under each theme that any of its coders named independently, and may stand under several; themes are not agreed. Samples without independent ratings have no column.",
  columns: bySample,
  lines: ({ codebook }: TableBook, found) => [
    ...codebook.otherThemes.map(({ key, label }) => partLine(key, label)),
    ...(found(ofEarlierCodebook)
      ? [partLine(ofEarlierCodebook, "A theme of another codebook")]
      : []),
    partLine(noTheme, "No theme named"),
    { ...base("coded", "Cases with independent ratings", [coded]), look: "subtotal" },
    base("total", "All cases with Other", [coded, notCoded]),
  ],
  // What there is to count is added by `addThemes`, which knows what coders named.
  partsOf: () => [],
};

const base = (key: string, label: string, parts: readonly string[]): Line => ({
  ...{ key, label, parts },
  look: "total",
  measure: "count",
});

/** Adds a case to what is counted of themes, where Other is present in it. */
export function addThemes(
  atoms: Atoms,
  { factors, otherThemes: known }: Codebook,
  each: CodedCase,
) {
  const other = factors.find(({ takesThemes }) => takesThemes);
  if (!other || (each.scores?.[other.key] ?? 0) === 0) return;
  addCase(atoms, { ...otherThemes, partsOf: () => partsOf(each, known) }, each);
}

function partsOf({ given, themes }: CodedCase, known: Codebook["otherThemes"]): string[] {
  if (given.length === 0) return [notCoded];
  const keys = themes.map((theme) =>
    known.some(({ key }) => key === theme) ? theme : ofEarlierCodebook,
  );
  return [coded, ...(keys.length > 0 ? new Set(keys) : [noTheme])];
}
