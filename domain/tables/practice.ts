import type { PracticeKind } from "../case-record/case-record";
import { allCases, ofAnalysedCases } from "./analysed-cases";
import { bySample } from "./columns";
import { linesOfList } from "./lines";
import type { Line, TableKind } from "./table";
import type { TableCase } from "./table-case";

// No theme has a key with a space in it.
const [ofThisKind, recorded, nothing] = [
  "any of this kind",
  "practice recorded",
  "nothing recorded",
];

/** The practice strengths of cases, by theme and sample. */
export const practiceStrengths: TableKind = {
  ...practiceOf("strength", "Cases with a strength recorded"),
  output: "practice_strengths",
  title: "Practice strengths by sample",
};

/** The practice shortcomings of cases, by theme and sample. */
export const practiceShortcomings: TableKind = {
  ...practiceOf("shortcoming", "Cases with a shortcoming recorded"),
  output: "practice_shortcomings",
  title: "Practice shortcomings by sample",
};

/**
 * What the two have in common. A case counts once under each theme of which something is recorded, so
 * that lines do not add up to their totals. That nothing is recorded does not mean that there was none.
 */
function practiceOf(kind: PracticeKind, any: string) {
  return {
    ...ofAnalysedCases,
    lineLabel: "Theme",
    note: "Number of cases. A case counts once under each theme, and may stand under several. Where no practice is recorded, that does not mean that there was none.",
    columns: bySample,
    lines: ({ lists }, found): Line[] => [
      ...linesOfList(lists.practice_theme, found),
      { ...whole("any", any, [ofThisKind]), look: "subtotal" },
      { ...whole("recorded", "Cases with practice recorded", [recorded]), look: "subtotal" },
      whole("total", allCases, [recorded, nothing]),
    ],
    partsOf: (each) => partsOf(each, kind),
  } as const satisfies Partial<TableKind>;
}

const whole = (key: string, label: string, parts: readonly string[]): Line => ({
  ...{ key, label, parts },
  look: "total",
  measure: "count",
});

function partsOf({ practice }: TableCase, kind: PracticeKind): string[] {
  const own = practice.filter((point) => point.kind === kind).map(({ theme }) => theme);
  return [
    ...new Set(own),
    ...(own.length > 0 ? [ofThisKind] : []),
    practice.length > 0 ? recorded : nothing,
  ];
}
