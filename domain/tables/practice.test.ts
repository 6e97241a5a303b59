import { describe, expect, it } from "vitest";
import { cellText } from "./cell-text";
import { makeTable } from "./make-table";
import { practiceShortcomings, practiceStrengths } from "./practice";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import type { TableKind } from "./table";
import type { TableCase } from "./table-case";

const choice = { thisSample: "2015", earlierSamples: ["2014"] };
const [template] = referenceCases();

type Point = TableCase["practice"][number];
const strength = (theme: string): Point => ({ kind: "strength", theme });
const shortcoming = (theme: string): Point => ({ kind: "shortcoming", theme });

function caseWith(sample: string, practice: readonly Point[]): TableCase {
  if (!template) throw new Error("There is no case");
  return { ...template, sample, practice };
}

const cases = [
  caseWith("2014", [strength("recording"), strength("recording"), shortcoming("challenge")]),
  caseWith("2015", [strength("recording"), strength("timeliness")]),
  caseWith("2015", [shortcoming("recording")]),
  caseWith("2015", []),
];

function textsOf(kind: TableKind): Record<string, string[]> {
  const { lines } = makeTable(kind, firstBook, cases, choice);
  return Object.fromEntries(
    lines.map((line) => [
      line.key,
      line.cells.map((cell, index) => cellText(kind, line, cell, line.bases[index] ?? cell)),
    ]),
  );
}

describe("practice by sample", () => {
  it("counts a case once under each theme, and apart what is recorded of it at all", () => {
    expect(textsOf(practiceStrengths)).toMatchObject({
      ...{ recording: ["1", "1", "2"], timeliness: ["0", "1", "1"], challenge: ["0", "0", "0"] },
      ...{ any: ["1", "1", "2"], recorded: ["1", "2", "3"], total: ["1", "3", "4"] },
    });
    expect(textsOf(practiceShortcomings)).toMatchObject({
      ...{ recording: ["0", "1", "1"], timeliness: ["0", "0", "0"], challenge: ["1", "0", "1"] },
      ...{ any: ["1", "1", "2"], recorded: ["1", "2", "3"], total: ["1", "3", "4"] },
    });
  });
});
