import { describe, expect, test } from "vitest";
import { readDrafts } from "./drafts";
import { changeColumns } from "./edit";
import { basics, case1, firstBook, read, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";

describe("what stands beyond the last header", () => {
  const header = [...basics, "Rationale"];
  const row = ["2015-02", ...case1.slice(1), "Page 2", "", "see the annex"];

  test("is among the columns that are left out, as many as there are", () => {
    const sheet = sheetOf("cases", header, case1, row);
    const { drafts, faults } = read(sheet);
    expect([drafts.length, faults]).toEqual([2, []]);
    const [matched] = guessMatching([sheet], firstBook, null).sheets;
    expect(matched?.columns.slice(4).map(({ header, target }) => [header, target])).toEqual([
      ["Rationale", "incident_rationale"],
      ["", null],
      ["", null],
    ]);
  });

  test("is a fault in a text file, where a separator within a text moves what follows", () => {
    const sheet = { ...sheetOf("cases.csv", header, case1, row), marked: true };
    expect(read(sheet).faults).toEqual([
      "cases.csv, row 3, column 7: “see the annex” found, expected a header above it, or nothing; a text that has the separator in it stands in quotation marks",
    ]);
  });

  test("is read when somebody says what it holds", () => {
    const sheet = { ...sheetOf("cases.csv", basics, [...case1, "Page 2"]), marked: true };
    const { sheets, sample } = guessMatching([sheet], firstBook, null);
    const [matched] = sheets;
    const columns = [...basics.keys()].map((index) => matched?.columns[index]?.target ?? "");
    const typed = {
      kind: "cases",
      headerLine: "1",
      lastLine: "",
      columns: [...columns, "incident_rationale"],
    };
    const first = sheet.rows.map(({ line }) => ({ line, cells: [] }));
    const chosen = changeColumns(
      { sheets, sample },
      { sample: "", sheets: [typed] },
      [{ first }],
      firstBook,
    );
    if (chosen.kind !== "done") throw new Error(chosen.kind);
    const { drafts, faults } = readDrafts(firstBook, [sheet], chosen.value.matching);
    expect(faults).toEqual([]);
    expect(drafts[0]?.facts.incidentRationale).toBe("Page 2");
  });
});

test("columns that nobody chose anything for stay as they are", () => {
  const sheet = sheetOf("cases", basics, case1);
  const before = guessMatching([sheet], firstBook, null);
  const typed = { kind: "cases", headerLine: "1", lastLine: "", columns: ["case_ref", "sample"] };
  const first = [{ line: 1, cells: basics }];
  const chosen = changeColumns(before, { sample: "", sheets: [typed] }, [{ first }], firstBook);
  expect(chosen).toEqual({ kind: "done", value: { matching: before, regrouped: false } });
});
