import { expect, test } from "vitest";
import { faultSentence } from "../faults";
import type { SheetCell } from "../sheet";
import { readDrafts } from "./drafts";
import { basics, firstBook, read, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";

const row = (reference: string, sample: SheetCell) => [reference, sample, "s31", "suicide"];
const day = (text: string, shown: string | null) => ({ text, shown, isDay: true });
const december = (shown: string | null) => day("2011-12-01", shown);

test.each<[string, SheetCell, string]>([
  ["a date that is shown as a year", day("2015-01-01", "2015"), "2015"],
  ["a date that is shown as it was typed", december("2011-12"), "2011-12"],
  ["a number with a leading zero", { text: "7", shown: "07", isDay: false }, "07"],
  ["a text", "Wave 8", "Wave 8"],
  ["the name of a column of tables", "All", "All"],
])("a sample is what people see in the spreadsheet: %s", (_, cell, sample) => {
  const { drafts, faults } = read(sheetOf("cases", basics, row("A-1", cell)));
  expect([drafts[0]?.facts.sample, faults]).toEqual([sample, []]);
});

test.each<[string, SheetCell, string]>([
  ["is shown as a month", december("Dec-11"), "Dec-11, the date 1 December 2011"],
  ["is shown as a day", december("01/12/2011"), "01/12/2011, the date 1 December 2011"],
  ["may be shown in any way", december(null), "1 December 2011"],
])("a sample of which a date was made is a fault, when it %s", (_, cell, found) => {
  expect(read(sheetOf("cases", basics, row("A-1", cell)))).toEqual({
    drafts: [],
    refused: 1,
    faults: [
      `cases, row 2, column Sample: “${found}” found, expected a sample, of which the spreadsheet program has made a date; make the cells text there, and type it again`,
    ],
  });
});

test("a sample in words that looks like such a date is taken, and doubted once", () => {
  const samples = ["Dec-11", "Dec-11", "2011-12", "Dec-12"];
  const sheets = [
    sheetOf("cases", basics, ...samples.map((sample, at) => row(`A-${at + 1}`, sample))),
  ];
  const { drafts, doubts } = readDrafts(firstBook, sheets, guessMatching(sheets, firstBook, null));
  expect(drafts.map(({ facts }) => facts.sample)).toEqual(samples);
  const doubt = (line: number, sample: string) =>
    `cases, row ${line}, column Sample: “${sample}” found, expected a sample such as 2011-12, of which spreadsheet programs make a date like this one`;
  expect(doubts.map(faultSentence)).toEqual([doubt(2, "Dec-11"), doubt(5, "Dec-12")]);
});
