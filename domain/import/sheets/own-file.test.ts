import { expect, test } from "vitest";
import { agreedRatings } from "../../dataset/agreed-ratings";
import { faultSentence } from "../faults";
import { readDrafts } from "./drafts";
import { basics, case1, firstBook, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";

/** What a text file says in its last column of words, and what is doubted. */
function rationales(header: readonly string[], ...rows: readonly (readonly string[])[]) {
  const sheets = [{ ...sheetOf("cases.csv", header, ...rows), marked: true }];
  const { drafts, doubts } = readDrafts(firstBook, sheets, guessMatching(sheets, firstBook, null));
  const texts = drafts.map(({ facts }) => facts.incidentRationale);
  return { texts, doubts: doubts.map(faultSentence) };
}

const own = ["case_ref", "sample", "case_type", "incident_type", "incident_rationale"];
const written = "'- at home' said the report";
const rows = [
  [...case1, written],
  ["2015-02", ...case1.slice(1), "'@home' is a charity"],
];

test("a file from elsewhere keeps the quotation mark before a text, and says so once", () => {
  expect(rationales([...basics, "Why this incident type"], ...rows)).toEqual({
    texts: [written, "'@home' is a charity"],
    doubts: [
      "cases.csv, row 2, column Why this incident type: “'- at home' said the report” found, expected a text without the quotation mark that files from Concord have before what could be a formula: it is kept as it was written; so in 2 rows",
    ],
  });
});

test("one column of another name makes a file one from elsewhere", () => {
  const { texts, doubts } = rationales([...own, "remarks"], ...rows);
  expect([texts[0], doubts.length]).toEqual([written, 1]);
});

test("a file with the headers of Concord has texts without the marks, in whatever order they stand", () => {
  const read = { texts: ["- at home' said the report", "@home' is a charity"], doubts: [] };
  expect(rationales(own, ...rows)).toEqual(read);
  const all = agreedRatings.fields(firstBook).map(({ name }) => name);
  const whole = rows.map((cells) => all.map((name) => cells[own.indexOf(name)] ?? ""));
  expect(rationales(all, ...whole)).toEqual(read);
  const turned = [own, ...rows].map((cells) => cells.toReversed());
  expect(rationales(turned[0] ?? [], ...turned.slice(1))).toEqual(read);
});

test("a text that nobody takes for a formula is as it was written, without a doubt", () => {
  const texts = ["'Quoted', twice", "It’s – as written"];
  const sheet = texts.map((text, index) => [`2015-0${index + 1}`, ...case1.slice(1), text]);
  expect(rationales([...basics, "Rationale"], ...sheet)).toEqual({ texts, doubts: [] });
  expect(rationales(own, ...sheet)).toEqual({ texts, doubts: [] });
});
