import { describe, expect, it } from "vitest";
import { faultSentence } from "./faults";
import { readRows } from "./rows";

const columns = ["case_ref", "start_date", "end_date"] as const;

/** Reads a text, cells between commas, and gives the first cells of its rows and the faults. */
function read(...lines: string[]) {
  const records = lines.map((line, index) => ({ line: index + 1, cells: line.split(",") }));
  const { items, faults } = readRows("p.csv", columns, records, (row) => row.cell("case_ref"));
  return { items, sentences: faults.map(faultSentence) };
}

describe("the column names", () => {
  it("are accepted in their order, with spaces or a byte order mark round them", () => {
    expect(read("\uFEFFcase_ref, start_date ,end_date", "A,x,y")).toEqual({
      items: ["A"],
      sentences: [],
    });
  });

  it.each<[string, string, string[]]>([
    [
      "one is missing",
      "case_ref,end_date",
      ["p.csv, row 1, column start_date: nothing found, expected this column as number 2"],
    ],
    [
      "one is unknown",
      "case_ref,start_date,end_date,note",
      ["p.csv, row 1, column note: “note” found, expected no column of this name"],
    ],
    [
      "one is written otherwise",
      "case_ref,Start_date,end_date",
      [
        "p.csv, row 1, column Start_date: “Start_date” found, expected no column of this name",
        "p.csv, row 1, column start_date: nothing found, expected this column as number 2",
      ],
    ],
    [
      "two are out of place",
      "case_ref,end_date,start_date",
      [
        "p.csv, row 1, column start_date: “end_date” found, expected start_date in this place",
        "p.csv, row 1, column end_date: “start_date” found, expected end_date in this place",
      ],
    ],
    [
      "one stands twice",
      "case_ref,start_date,end_date,end_date",
      ["p.csv, row 1, column end_date: “end_date” found, expected this column once only"],
    ],
    [
      "one has no name",
      "case_ref,start_date,end_date,",
      ["p.csv, row 1: a column without a name found, expected a name for each"],
    ],
    [
      "they are missing",
      "A,2012-01-01,2012-02-01",
      [
        "p.csv, row 1, column A: “A” found, expected no column of this name",
        "p.csv, row 1, column 2012-01-01: “2012-01-01” found, expected no column of this name",
        "p.csv, row 1, column 2012-02-01: “2012-02-01” found, expected no column of this name",
        "p.csv, row 1, column case_ref: nothing found, expected this column as number 1",
        "p.csv, row 1, column start_date: nothing found, expected this column as number 2",
        "p.csv, row 1, column end_date: nothing found, expected this column as number 3",
      ],
    ],
  ])("are refused when %s, and no row is read", (_, header, sentences) => {
    expect(read(header, "A,x,y")).toEqual({ items: [], sentences });
  });

  it("are missed in an empty file", () => {
    expect(read()).toEqual({
      items: [],
      sentences: ["p.csv, row 1: nothing found, expected the column names"],
    });
  });
});

describe("the rows", () => {
  it("may be none", () => {
    expect(read("case_ref,start_date,end_date")).toEqual({ items: [], sentences: [] });
  });

  it("with too few or too many cells are refused, the others are read", () => {
    expect(read("case_ref,start_date,end_date", "A,x", "B,x,y", "C,x,y,z", "D")).toEqual({
      items: ["B"],
      sentences: [
        "p.csv, row 2: 2 cells found, expected 3",
        "p.csv, row 4: 4 cells found, expected 3",
        "p.csv, row 5: 1 cell found, expected 3",
      ],
    });
  });

  it("with a fault are left out, even when they could be read", () => {
    const records = [columns, ["A", "", ""], ["B", "", ""]].map((cells, index) => ({
      line: index + 1,
      cells,
    }));
    const refuseA = readRows("p.csv", columns, records, (row) => {
      const faults = ["A"].filter((name) => name === row.cell("case_ref"));
      for (const name of faults) row.refuse("case_ref", "another", `the ${name}`);
      return row.line;
    });
    expect(refuseA).toEqual({
      items: [3],
      faults: [{ file: "p.csv", line: 2, column: "case_ref", value: "the A", expected: "another" }],
    });
  });
});
