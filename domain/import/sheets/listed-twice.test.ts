import { describe, expect, test } from "vitest";
import { faultSentence } from "../faults";
import { readDrafts } from "./drafts";
import { basics, case1, firstBook, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";

function doubts(...sheets: ReturnType<typeof sheetOf>[]) {
  const matching = guessMatching(sheets, firstBook, null);
  const { drafts, doubts: found, faults } = readDrafts(firstBook, sheets, matching);
  expect(faults).toEqual([]);
  return { drafts, sentences: found.map(faultSentence) };
}

const cases = sheetOf("cases", basics, case1, ["2015-02", ...case1.slice(1)]);
const children = (name: string, ...references: string[]) =>
  sheetOf(name, ["Case", "Age", "Sex"], ...references.map((one) => [one, "7", "F"]));

describe("rows of a case in two sheets of one kind", () => {
  test("are pointed out once for the two, and taken as they stand", () => {
    const { drafts, sentences } = doubts(
      cases,
      children("one", "2015-01", "2015-02"),
      children("two", "2015-01", "2015-02"),
    );
    expect(sentences).toEqual([
      "two, row 2, column Reference: “2015-01 and 1 other case” found, expected cases with index children in one sheet alone; one has some too, and the rows of both are taken",
    ]);
    expect(drafts.map(({ facts }) => facts.children?.length)).toEqual([2, 2]);
  });

  test("are so too where the sheets have the same name, and for periods", () => {
    const periods = () => sheetOf("a.csv", ["Case", "Start", "End"], ["2015-02", "2/5/2014", ""]);
    expect(doubts(cases, periods(), periods()).sentences).toEqual([
      "a.csv, row 2, column Reference: “2015-02” found, expected a case with involvement periods in one sheet alone; a.csv has some too, and the rows of both are taken",
    ]);
  });

  test("are no doubt where each sheet has cases of its own, or a case several rows", () => {
    const { sentences } = doubts(
      cases,
      children("one", "2015-01", "2015-01"),
      children("two", "2015-02"),
    );
    expect(sentences).toEqual([]);
  });
});
