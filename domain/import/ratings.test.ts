import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import { faultSentence } from "./faults";
import { checkRatings, ratingColumns } from "./ratings";

const book = readCodebook(firstCodebook);
const factors = book.factors.map(({ key }) => key);
const finished = new Set(["2015-01", "2015-02"]);

/** The 13 rows of one coder and case, every factor at 0. */
const sheet = (reference: string, coder: string) =>
  factors.map((factor) => `${reference},${coder},${factor},0`);

/** Checks these rows, cells between commas, under the column names. */
function check(...lines: string[]) {
  const records = [ratingColumns.join(), ...lines].map((line, index) => ({
    line: index + 1,
    cells: line.split(","),
  }));
  const { ratings, faults } = checkRatings(book, "ratings.csv", records, finished);
  return { ratings, sentences: faults.map(faultSentence) };
}

const zeros = Object.fromEntries(
  factors.map((key) => [key, key === "child_protection_plan" ? "no" : "not_indicated"]),
);

describe("a file of independent ratings", () => {
  it("gives each coder's levels of each case", () => {
    const own = sheet("2015-01", "coder_a").with(0, "2015-01,coder_a,neglect,3");
    expect(check(...own, ...sheet("2015-01", "coder_b"), ...sheet("2015-02", "coder_a"))).toEqual({
      ratings: [
        { line: 2, reference: "2015-01", coder: "coder_a", levels: { ...zeros, neglect: "high" } },
        { line: 15, reference: "2015-01", coder: "coder_b", levels: zeros },
        { line: 28, reference: "2015-02", coder: "coder_a", levels: zeros },
      ],
      sentences: [],
    });
  });

  it("takes one coder for a case", () => {
    const { ratings, sentences } = check(...sheet("2015-01", "coder_a"));
    expect(sentences).toEqual([]);
    expect(ratings).toHaveLength(1);
  });

  it("takes the rows in any order", () => {
    const rows = [...sheet("2015-01", "coder_a"), ...sheet("2015-01", "coder_b")].toReversed();
    const { ratings, sentences } = check(...rows);
    expect(sentences).toEqual([]);
    expect(ratings.map(({ coder, levels }) => [coder, levels])).toEqual([
      ["coder_b", zeros],
      ["coder_a", zeros],
    ]);
  });

  it("does not confuse a case and coder with others that read alike", () => {
    const { ratings } = check(...sheet("2015-01", "1 a"), ...sheet("2015-01", "1"));
    expect(ratings.map(({ coder }) => coder)).toEqual(["1 a", "1"]);
  });

  const scores = "0, 1, 2 or 3";
  it.each([
    ["neglect,", "nothing", scores],
    ["neglect,4", "“4”", scores],
    ["neglect,3.0", "“3.0”", scores],
    ["neglect,03", "“03”", scores],
    ["neglect,high", "“high”", scores],
    ["child_protection_plan,1", "“1”", "0, 2 or 3"],
  ])("refuses the score in “%s”: a blank is never 0", (end, found, expected) => {
    const [factor = ""] = end.split(",");
    const line = factors.indexOf(factor);
    expect(check(...sheet("2015-01", "coder_a").with(line, `2015-01,coder_a,${end}`))).toEqual({
      ratings: [],
      sentences: [
        `ratings.csv, row ${line + 2}, column score: ${found} found, expected ${expected}`,
      ],
    });
  });

  it("misses the factors that a coder did not rate", () => {
    expect(check(...sheet("2015-01", "coder_a").slice(1, -1))).toEqual({
      ratings: [],
      sentences: [
        "ratings.csv, row 2: 2015-01 by coder_a without neglect, other found, expected all 13 factors",
      ],
    });
  });

  it("refuses a factor that stands twice, with the same score too", () => {
    const rows = [...sheet("2015-01", "coder_a"), "2015-01,coder_a,neglect,0"];
    expect(check(...rows, ...sheet("2015-02", "coder_a"))).toEqual({
      ratings: [{ line: 16, reference: "2015-02", coder: "coder_a", levels: zeros }],
      sentences: [
        "ratings.csv, row 15, column factor: “neglect” found, expected each factor once (it stands in row 2 already)",
      ],
    });
  });

  it("refuses a case that has no agreed ratings, or that nobody knows", () => {
    const { ratings, sentences } = check(...sheet("2015-09", "coder_a").slice(0, 1));
    expect(ratings).toEqual([]);
    expect(sentences).toEqual([
      "ratings.csv, row 2, column case_ref: “2015-09” found, expected the reference of a case with agreed ratings",
    ]);
  });

  it("gives all its faults in their order", () => {
    const rows = [
      ...sheet("2015-01", "coder_a").slice(1),
      "2015-01,,neglect,0",
      "2015-01,coder_a,Neglect,0",
      "2015-01,coder_a,neglect",
    ];
    expect(check(...rows).sentences).toEqual([
      "ratings.csv, row 2: 2015-01 by coder_a without neglect found, expected all 13 factors",
      "ratings.csv, row 14, column coder: nothing found, expected a coder’s name of at most 100 characters",
      "ratings.csv, row 15, column factor: “Neglect” found, expected one of the codebook’s factors",
      "ratings.csv, row 16: 3 cells found, expected 4",
    ]);
  });
});

it("reads the invented reference ratings: 64 of 23 cases by three coders", () => {
  const path = join(
    import.meta.dirname,
    "../../commands/demo/reference/independent_ratings_2015.csv",
  );
  const lines = readFileSync(path, "utf8").trim().split("\n");
  const records = lines.map((text, index) => ({ line: index + 1, cells: text.split(",") }));
  const refs = new Set(records.map(({ cells }) => cells[0] ?? ""));
  const { ratings, faults } = checkRatings(book, "independent_ratings_2015.csv", records, refs);
  expect(faults).toEqual([]);
  expect(ratings).toHaveLength(64);
  expect(new Set(ratings.map(({ reference }) => reference)).size).toBe(23);
  expect([...new Set(ratings.map(({ coder }) => coder))].toSorted()).toEqual([
    "coder_a",
    "coder_b",
    "coder_c",
  ]);
});
