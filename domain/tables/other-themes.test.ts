import { describe, expect, it } from "vitest";
import type { CodedCase } from "./coded-case";
import { type Atoms, tableFrom } from "./make-table";
import { addThemes, otherThemes } from "./other-themes";
import { firstBook, referenceCases } from "./reference-cases.fixtures";

const [template] = referenceCases();
const choice = { thisSample: "2016", earlierSamples: ["2015"] };

/** A case in which Other was agreed at this score, and its coders named these themes. */
function caseWith(themes: readonly string[], over: Partial<CodedCase> = {}): CodedCase {
  if (!template) throw new Error("There is no case");
  const scores = { other: 1 };
  return { ...template, sample: "2016", scores, given: [scores], themes, ...over };
}

function countsOf(cases: readonly CodedCase[]): Record<string, number[]> {
  const atoms: Atoms = new Map();
  for (const each of cases) addThemes(atoms, firstBook.codebook, each);
  const { lines } = tableFrom(otherThemes, firstBook, atoms, choice);
  return Object.fromEntries(lines.map(({ label, cells }) => [label, cells.map(({ n }) => n)]));
}

describe("themes of Other by sample", () => {
  const [first, second] = firstBook.codebook.otherThemes;

  it("count a case once under each theme that any of its coders named", () => {
    const counts = countsOf([
      caseWith([first?.key ?? "", first?.key ?? "", second?.key ?? ""]),
      caseWith([first?.key ?? ""], { sample: "2015" }),
      caseWith([]),
    ]);
    expect(counts[first?.label ?? ""]).toEqual([1, 1, 2]);
    expect(counts[second?.label ?? ""]).toEqual([0, 1, 1]);
    expect(counts["No theme named"]).toEqual([0, 1, 1]);
    expect(counts["Cases with independent ratings"]).toEqual([1, 2, 3]);
    expect(counts["All cases with Other"]).toEqual([1, 2, 3]);
  });

  it("know a theme that another codebook had, and tell apart where no coder’s ratings are held", () => {
    const counts = countsOf([caseWith(["an_old_theme"]), caseWith([], { given: [] })]);
    expect(counts["A theme of another codebook"]).toEqual([0, 1, 1]);
    expect(counts["No theme named"]).toEqual([0, 0, 0]);
    expect(counts["Cases with independent ratings"]).toEqual([0, 1, 1]);
    expect(counts["All cases with Other"]).toEqual([0, 2, 2]);
  });

  it("leave out cases in which Other was agreed as not indicated, and those not analysed", () => {
    const theme = [first?.key ?? ""];
    const counts = countsOf([
      caseWith(theme, { scores: { other: 0 } }),
      caseWith(theme, { scores: null }),
      caseWith(theme, { included: false }),
    ]);
    expect(counts["All cases with Other"]).toEqual([0, 0, 0]);
    expect(counts[first?.label ?? ""]).toEqual([0, 0, 0]);
  });
});
