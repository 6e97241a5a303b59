import { describe, expect, it } from "vitest";
import type { IndexChild } from "../case-record/case-record";
import { cellText } from "./cell-text";
import { childrenPerCase, indexChildren } from "./index-children";
import { makeTable } from "./make-table";
import published from "./published-tables.json";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import type { TableKind } from "./table";
import type { TableCase } from "./table-case";

/** The texts of a table of 2015 by the labels of its lines. */
function textsOf(kind: TableKind, cases: readonly TableCase[] = referenceCases()) {
  const { lines } = makeTable(kind, firstBook, cases, { thisSample: "2015", earlierSamples: [] });
  return Object.fromEntries(
    lines.map((line) => [
      line.label,
      line.cells.map((cell, index) => cellText(kind, line, cell, line.bases[index] ?? cell))[0],
    ]),
  );
}

function casesWith(...families: readonly (readonly IndexChild[])[]): TableCase[] {
  const [first] = referenceCases().filter(({ sample }) => sample === "2015");
  if (!first) throw new Error("There is no case of 2015");
  return families.map((children, index) => ({ ...first, reference: `2015-${index}`, children }));
}

describe("the index children of 2015", () => {
  it("were 25 girls and 12 boys, of whom 10 died", () => {
    expect(textsOf(indexChildren)).toEqual({
      Female: "25 (68%)",
      Male: "12 (32%)",
      Died: "10 (27%)",
      Survived: "27 (73%)",
      "All index children": "37 (100%)",
    });
    const { children, female, male, died, survived } = published.children_2015;
    expect([children, female, male, died, survived]).toEqual([37, 25, 12, 10, 27]);
  });

  it("were one in 20 cases, and two, six and nine in one each", () => {
    expect(textsOf(childrenPerCase)).toEqual({
      "1 index child": "20",
      "2 index children": "1",
      "6 index children": "1",
      "9 index children": "1",
      "All cases": "23",
    });
    const { cases_with_1_child, cases_with_2, cases_with_6, cases_with_9 } =
      published.children_2015;
    expect([cases_with_1_child, cases_with_2, cases_with_6, cases_with_9]).toEqual([20, 1, 1, 1]);
  });
});

it("has lines for what is not recorded where there is such a child, and for cases without one", () => {
  const girl = { ageYears: 3, sex: "female", outcome: null } as const;
  const unknown = { ageYears: null, sex: null, outcome: "survived" } as const;
  const cases = casesWith([girl, unknown], []);
  expect(textsOf(indexChildren, cases)).toEqual({
    Female: "1 (50%)",
    Male: "0 (0%)",
    "Sex not recorded": "1 (50%)",
    Died: "0 (0%)",
    Survived: "1 (50%)",
    "Outcome not recorded": "1 (50%)",
    "All index children": "2 (100%)",
  });
  expect(textsOf(childrenPerCase, cases)).toEqual({
    "None recorded": "1",
    "2 index children": "1",
    "All cases": "2",
  });
});
