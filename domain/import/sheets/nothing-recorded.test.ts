import { expect, test } from "vitest";
import { faultSentence } from "../faults";
import { readDrafts } from "./drafts";
import { basics, case1, factorKeys, firstBook, read, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";
import { isNoText } from "./values";

const girl = { ageYears: 3, sex: "female", outcome: null };

test("numbered columns in which nothing is recorded add no child and no period", () => {
  const header = ["Child 1 age", "Child 1 sex", "Child 2 sex", "Child 3 outcome"];
  const periods = ["Period 1 start", "Period 1 subject", "Period 2 subject"];
  const rows = [
    [...case1, "3", "F", "n/a", "-", "1 May 2014", "", "n/a"],
    ["2015-02", ...case1.slice(1), "", "n/a", "-", "", "", "n/a", "-"],
  ];
  const { drafts, faults } = read(sheetOf("cases", [...basics, ...header, ...periods], ...rows));
  expect(faults).toEqual([]);
  expect(drafts[0]?.facts.children).toEqual([girl]);
  expect(drafts[0]?.facts.periods).toHaveLength(1);
  expect(drafts[1]?.facts).not.toHaveProperty("children");
  expect(drafts[1]?.facts).not.toHaveProperty("periods");
});

test("a row of a case and nothing else adds no child, and is pointed out", () => {
  const sheets = [
    sheetOf("cases", basics, case1, ["2015-02", ...case1.slice(1)]),
    sheetOf(
      "children",
      ["Case", "Age", "Sex"],
      ["2015-01", "", ""],
      ["2015-01", "3", "F"],
      ["2015-02", "", "n/k"],
    ),
  ];
  const { drafts, faults, doubts } = readDrafts(
    firstBook,
    sheets,
    guessMatching(sheets, firstBook, null),
  );
  expect(faults).toEqual([]);
  expect(drafts[0]?.facts.children).toEqual([girl]);
  expect(drafts[1]?.facts).not.toHaveProperty("children");
  expect(doubts.map(faultSentence)).toEqual(
    [2, 4].map(
      (row) =>
        `children, row ${row}: a case and nothing else found, expected a case and something of its index children; the row adds none`,
    ),
  );
});

test("a row of a case and nothing else is a fault among periods, practice and actions", () => {
  const sheets = [
    sheetOf("periods", ["Case", "Start", "End"], ["2015-01", "", ""]),
    sheetOf("practice", ["Case", "Kind", "Theme", "Description"], ["2015-01", "", "", ""]),
    sheetOf("actions", ["Case", "Description", "Status"], ["2015-01", "", ""]),
  ];
  expect(read(sheetOf("cases", basics, case1), ...sheets).faults).toEqual([
    "periods, row 2, column Start: nothing found, expected the day on which the period started",
    "practice, row 2, column Kind: nothing found, expected Strength or Shortcoming",
    "actions, row 2, column Description: nothing found, expected what the action is",
  ]);
});

test("words for nothing recorded leave an age and a day blank, and are pointed out", () => {
  const sheets = [
    sheetOf("cases", [...basics, "mother_age_years"], [...case1, "n/k"]),
    sheetOf("children", ["Case", "Age", "Sex"], ["2015-01", "–", "F"], ["2015-01", "nil", "F"]),
    sheetOf("periods", ["Case", "Start", "End"], ["2015-01", "1 May 2014", "?"]),
  ];
  const { drafts, faults, doubts } = readDrafts(
    firstBook,
    sheets,
    guessMatching(sheets, firstBook, null),
  );
  expect(faults.map(faultSentence)).toEqual([
    "children, row 3, column Age: “nil” found, expected a whole number from 0 to 17, or blank",
  ]);
  expect(drafts).toEqual([]);
  const taken = "expected something that is known: it is taken for nothing recorded";
  expect(doubts.map(faultSentence)).toEqual([
    `cases, row 2, column mother_age_years: “n/k” found, ${taken}`,
    `children, row 2, column Age: “–” found, ${taken}`,
    `periods, row 2, column End: “?” found, ${taken}`,
  ]);
});

test("a period that is called ongoing has no end", () => {
  const sheets = [
    sheetOf("cases", basics, case1),
    sheetOf("periods", ["Case", "Start", "End"], ["2015-01", "1 May 2014", "Ongoing"]),
  ];
  const { drafts, faults, doubts } = readDrafts(
    firstBook,
    sheets,
    guessMatching(sheets, firstBook, null),
  );
  expect(faults).toEqual([]);
  expect(drafts[0]?.facts.periods).toEqual([
    { startDate: "2014-05-01", endDate: null, subject: null },
  ]);
  expect(doubts.map(faultSentence)).toEqual([
    "periods, row 2, column End: “Ongoing” found, expected the day on which the period ended: it is taken for one that goes on",
  ]);
});

test("“NA” and a dash among the words of a record are nothing, pointed out once for a column", () => {
  const header = [...basics, "Rationale", "Included?", "Why excluded"];
  const row = (ref: string, ...cells: string[]) => [ref, ...case1.slice(1), ...cells];
  const sheets = [
    sheetOf(
      "cases",
      header,
      row("2015-01", "NA", "Yes", "n/a"),
      row("2015-02", "None of the rules fits", "Yes", "N/A"),
      row("2015-03", "-", "Yes", ""),
    ),
  ];
  const { drafts, faults, doubts } = readDrafts(
    firstBook,
    sheets,
    guessMatching(sheets, firstBook, null),
  );
  expect(faults).toEqual([]);
  expect(drafts.map(({ facts }) => facts.incidentRationale)).toEqual([
    ...["", "None of the rules fits", ""],
  ]);
  const taken = "expected something that is known: it is taken for nothing recorded; so in 2 rows";
  expect(doubts.map(faultSentence)).toEqual([
    `cases, row 2, column Rationale: “NA” found, ${taken}`,
    `cases, row 2, column Why excluded: “n/a” found, ${taken}`,
  ]);
});

test("children in one cell are pointed out: they are not read", () => {
  const { doubts } = readDrafts(
    firstBook,
    ...withMatching(sheetOf("cases", [...basics, "Children"], [...case1, "M 3; F 5"])),
  );
  expect(doubts.map(faultSentence)).toEqual([
    "cases, row 2, column Children: “M 3; F 5” found, expected how many children there are, to compare; children in one cell are not read, but those in columns such as “Child 1 age”, or in a sheet with a row for each",
  ]);
});

test.each(["", "2", "2.0", "1.5"])("“%s” under a total is no children in one cell", (total) => {
  const sheet = sheetOf("cases", [...basics, "Children"], [...case1, total]);
  expect(readDrafts(firstBook, ...withMatching(sheet)).doubts).toEqual([]);
});

test("a text under another total is pointed out: nothing is read from it", () => {
  const sheet = sheetOf("cases", [...basics, "Total score"], [...case1, "about 12"]);
  expect(readDrafts(firstBook, ...withMatching(sheet)).doubts.map(faultSentence)).toEqual([
    "cases, row 2, column Total score: “about 12” found, expected a number to compare; nothing else is read from here",
  ]);
});

test.each(["NA", "na", "N/A", "n.a.", "<NA>", "(n/a)", "-", " – ", "--", "?", ".", "−"])(
  "“%s” alone is no text",
  (text) => expect(isNoText(text)).toBe(true),
);

test.each(["", " ", "None", "unknown", "Not known", "p. 4", "Nan", "A", "✓", "+", "0", "NA 3"])(
  "“%s” is",
  (text) => expect(isNoText(text)).toBe(false),
);

test("“NA” is no description of a strength and no reason for a level, and a note stays as it was written", () => {
  const levels = factorKeys.map((key) => ["2015-01", "A", key, "0", "NA", "NA", "n/a"]);
  const sheets = [
    sheetOf("cases", [...basics, ...factorKeys], [...case1, ...factorKeys.map(() => "0")]),
    sheetOf(
      "practice",
      ["Case", "Kind", "Theme", "Description"],
      ["2015-01", "Strength", "recording", "NA"],
    ),
    sheetOf(
      "ratings",
      ["case_ref", "coder", "factor", "score", "note", "reason", "dissent_reason"],
      ...levels,
    ),
  ];
  const { drafts, faults, doubts } = readDrafts(firstBook, ...withMatching(...sheets));
  expect(faults).toEqual([]);
  expect(drafts[0]?.facts.practice?.map(({ description }) => description)).toEqual([""]);
  expect(drafts[0]?.decided).toBeUndefined();
  expect(drafts[0]?.ratings[0]?.first?.neglect?.note).toBe("NA");
  expect(drafts[0]?.ratings[0]?.dissents).toBeUndefined();
  const nothing = "expected something that is known: it is taken for nothing recorded";
  expect(doubts.map(faultSentence)).toEqual([
    `practice, row 2, column Description: “NA” found, ${nothing}`,
    "ratings, row 2, column note: “NA” found, expected nothing: it is kept as it was written; so in 13 rows",
    `ratings, row 2, column reason: “NA” found, ${nothing}; so in 13 rows`,
    `ratings, row 2, column dissent_reason: “n/a” found, ${nothing}; so in 13 rows`,
  ]);
});

function withMatching(...sheets: ReturnType<typeof sheetOf>[]) {
  return [sheets, guessMatching(sheets, firstBook, null)] as const;
}
