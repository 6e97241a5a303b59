import { describe, expect, test } from "vitest";
import { must } from "../fixtures";
import { readSheets } from "../imports/sheets/read-sheets";
import { csvLines } from "./csv";
import { workbook } from "./workbook";

/* Texts with characters that programs use for themselves come back from a file as they were. */

const fields = ["case_ref", "note"].map((name) => ({ type: "text", name }) as const);
const texts = [
  ["what looks like the code of a character", "Form _x0041_ of _x0042_x0043_"],
  ["such a code before a control character", "_x0041\u0002"],
  ["control characters, as from a PDF", "One\u000cTwo\u000bThree\u0002\u0085\u009f"],
  ["what stands for a character that could not be read", "Caf\ufffd \ufffe"],
  ["a carriage return alone", "One\rTwo"],
  ["a line feed and a tab", "One\nTwo\tThree"],
  ["characters beyond the first plane", "\u{1f600} \u{1fffe} \u{10ffff}."],
] as const;
const long = { case_ref: "2015-00", note: "A chronology. ".repeat(100) };
const rows = [long, ...texts.map(([what, note]) => ({ case_ref: what, note }))];

async function notesIn(name: string, bytes: Uint8Array) {
  const [sheet] = must(await readSheets({ name, bytes }));
  return sheet?.rows.slice(-texts.length).map(({ cells }) => cells[1]);
}

describe("texts come back", () => {
  test("from a workbook", async () => {
    const bytes = await workbook([{ name: "cases", title: "Cases", fields, rows }]);
    expect(await notesIn("cases.xlsx", bytes)).toEqual(texts.map(([, note]) => note));
  });

  test("from CSV, each row as one", async () => {
    const bytes = Buffer.from(csvLines(fields, rows, true));
    expect(await notesIn("cases.csv", bytes)).toEqual(texts.map(([, note]) => note));
  });
});
