import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRecord } from "../case-record/case-record";
import { firstCodeLists } from "../code-lists/code-lists";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import { agreedRatings } from "../dataset/agreed-ratings";
import { riskRating } from "../ratings/ratings";
import { checkCases } from "./cases";
import { caseColumns } from "./columns";
import { faultSentence } from "./faults";

const book = readCodebook(firstCodebook);
const columns = caseColumns(book);
const factors = book.factors.map(({ key }) => key);
const everyScore = (score: string) => Object.fromEntries(factors.map((key) => [key, score]));

const details = {
  case_ref: "2015-07",
  sample: "2015",
  case_type: "public_s31",
  scr_methodology: "hybrid",
  involvement: "at_time",
  incident_type: "neglect_fatal",
  mother_age_at_first_birth: "21_25",
  included: "yes",
  exclusion_reason: "",
};
const good = { ...details, ...everyScore("0") };

/** Checks a file of these rows, from line 2 on. */
function check(...rows: Record<string, string>[]) {
  const body = rows.map((row, index) => ({
    line: index + 2,
    cells: columns.map((column) => row[column] ?? ""),
  }));
  const { cases, faults } = checkCases(book, firstCodeLists, "cases.csv", [
    { line: 1, cells: columns },
    ...body,
  ]);
  return { cases, sentences: faults.map(faultSentence) };
}

const zeros = Object.fromEntries(
  factors.map((key) => [key, key === "child_protection_plan" ? "no" : "not_indicated"]),
);

describe("a row of cases.csv", () => {
  it("with all 13 scores is a case with agreed levels", () => {
    const row = { ...good, neglect: "3", child_protection_plan: "2", other: " 1 " };
    expect(check(row)).toEqual({
      cases: [
        {
          line: 2,
          reference: "2015-07",
          sample: "2015",
          caseType: "public_s31",
          methodology: "hybrid",
          involvement: "at_time",
          incidentType: "neglect_fatal",
          motherAgeBand: "21_25",
          included: true,
          exclusionReason: "",
          levels: { ...zeros, neglect: "high", child_protection_plan: "previously", other: "low" },
        },
      ],
      sentences: [],
    });
  });

  it("with no score is a registered case: a blank is never 0", () => {
    const { cases, sentences } = check(details);
    expect(sentences).toEqual([]);
    expect(cases.map(({ levels }) => levels)).toEqual([null]);
  });

  it("may leave methodology, involvement and mother's age blank: not recorded", () => {
    const { cases, sentences } = check({
      ...good,
      scr_methodology: "",
      involvement: " ",
      mother_age_at_first_birth: "",
    });
    expect(sentences).toEqual([]);
    expect(cases).toMatchObject([{ methodology: null, involvement: null, motherAgeBand: null }]);
  });

  it("may be excluded with a reason, with scores or without", () => {
    const excluded = { included: "no", exclusion_reason: " Chronology only " };
    const { cases, sentences } = check(
      { ...details, ...excluded },
      { ...good, ...excluded, case_ref: "2015-08" },
    );
    expect(sentences).toEqual([]);
    expect(cases).toMatchObject([
      { included: false, exclusionReason: "Chronology only", levels: null },
      { included: false, exclusionReason: "Chronology only", levels: zeros },
    ]);
  });

  const types = "public_s31, public_other, private_wtfh, private_wtfh_wafh or public_and_private";
  const bands = "under_21, 21_25, 26_30, 31_35, 36_39, unknown or blank";
  const reference =
    "a reference of at most 30 letters, digits and hyphens, such as 2015-07, and not “new”";
  const sample = "a sample of at most 30 letters and digits, such as 2015";
  const scores = "0, 1, 2, 3 or blank";

  it.each<[string, string, string, string]>([
    ["case_ref", "", "nothing", reference],
    ["case_ref", "2015/07", "“2015/07”", reference],
    ["case_ref", "new", "“new”", reference],
    ["sample", "", "nothing", sample],
    ["sample", "2015;2016", "“2015;2016”", sample],
    ["case_type", "", "nothing", types],
    ["case_type", "public", "“public”", types],
    ["case_type", "Public_s31", "“Public_s31”", types],
    ["case_type", "constructor", "“constructor”", types],
    ["scr_methodology", "other", "“other”", "traditional, hybrid, scie, unclear or blank"],
    ["involvement", "current", "“current”", "prior_only, at_time, none, following_only or blank"],
    ["mother_age_at_first_birth", "35_39", "“35_39”", bands],
    ["included", "", "nothing", "yes or no"],
    ["included", "Yes", "“Yes”", "yes or no"],
    ["included", "1", "“1”", "yes or no"],
    ["exclusion_reason", "Thin", "“Thin”", "blank, because the case is included"],
    ["neglect", "Med.", "“Med.”", scores],
    ["neglect", "4", "“4”", scores],
    ["neglect", "-1", "“-1”", scores],
    ["neglect", "3.0", "“3.0”", scores],
    ["neglect", "03", "“03”", scores],
    ["neglect", "1e0", "“1e0”", scores],
    ["neglect", "0x1", "“0x1”", scores],
    ["neglect", "NaN", "“NaN”", scores],
    ["neglect", "high", "“high”", scores],
    ["neglect", "２", "“２”", scores],
    ["child_protection_plan", "1", "“1”", "0, 2, 3 or blank"],
  ])("is refused when %s is “%s”", (column, value, found, expected) => {
    expect(check({ ...good, [column]: value })).toEqual({
      cases: [],
      sentences: [`cases.csv, row 2, column ${column}: ${found} found, expected ${expected}`],
    });
  });

  it("is refused when it is excluded without a reason", () => {
    expect(check({ ...good, included: "no" })).toEqual({
      cases: [],
      sentences: [
        "cases.csv, row 2, column exclusion_reason: nothing found, expected a reason, because the case is excluded",
      ],
    });
  });

  it("has a reason for leaving it out that the form of its record takes too", () => {
    const reasoned = (exclusion_reason: string) =>
      check({ ...details, included: "no", exclusion_reason });
    expect(reasoned("x".repeat(4000)).sentences).toEqual([]);
    expect(reasoned("x".repeat(4001))).toEqual({
      cases: [],
      sentences: [
        `cases.csv, row 2, column exclusion_reason: “${"x".repeat(60)}…” found, expected at most 4,000 characters`,
      ],
    });
  });

  it.each([" 3", "3 ", "\t3"])("may have spaces round a score: “%s”", (score) => {
    const { cases, sentences } = check({ ...good, neglect: score });
    expect(sentences).toEqual([]);
    expect(cases[0]?.levels?.neglect).toBe("high");
  });

  it("with one score blank is refused, naming the column", () => {
    expect(check({ ...good, neglect: "" })).toEqual({
      cases: [],
      sentences: [
        "cases.csv, row 2, column neglect: nothing found, expected all 13 scores or none",
      ],
    });
  });

  it("with one score of 13 is refused, naming the other twelve", () => {
    const { sentences } = check({ ...details, other: "0" });
    expect(sentences).toEqual([
      "cases.csv, row 2, columns neglect, emotional_abuse, physical_abuse, sexual_abuse, domestic_violence, parental_drug_misuse, parental_alcohol_misuse, parental_mental_health, parental_self_harm_suicide, child_putting_self_at_risk, child_protection_plan, threats_or_abduction: nothing found, expected all 13 scores or none",
    ]);
  });
});

describe("a file of cases", () => {
  it("has each reference once; the row of the first is named", () => {
    const { cases, sentences } = check(
      good,
      { ...good, case_ref: "2015-08" },
      { ...good, case_ref: " 2015-07 " },
    );
    expect(cases.map(({ reference }) => reference)).toEqual(["2015-07", "2015-08"]);
    expect(sentences).toEqual([
      "cases.csv, row 4, column case_ref: “2015-07” found, expected each reference once (it stands in row 2 already)",
    ]);
  });

  it("gives all its faults, in their order, and the rows without one", () => {
    const { cases, sentences } = check(
      { ...good, sample: "", neglect: "Med.", other: "" },
      { ...good, case_ref: "2015-08" },
      { ...good, case_ref: "2015-09", child_protection_plan: "1", emotional_abuse: "x" },
    );
    expect(cases.map(({ line }) => line)).toEqual([3]);
    expect(sentences).toEqual([
      "cases.csv, row 2, column sample: nothing found, expected a sample of at most 30 letters and digits, such as 2015",
      "cases.csv, row 2, column neglect: “Med.” found, expected 0, 1, 2, 3 or blank",
      "cases.csv, row 2, column other: nothing found, expected all 13 scores or none",
      "cases.csv, row 4, column emotional_abuse: “x” found, expected 0, 1, 2, 3 or blank",
      "cases.csv, row 4, column child_protection_plan: “1” found, expected 0, 2, 3 or blank",
    ]);
  });

  it("is refused with two factors swapped: scores would move to another factor", () => {
    const [last = "", beforeLast = "", ...others] = columns.toReversed();
    const cells = [...others.toReversed(), last, beforeLast];
    const { cases, faults } = checkCases(book, firstCodeLists, "cases.csv", [{ line: 1, cells }]);
    expect(cases).toEqual([]);
    expect(faults.map(faultSentence)).toEqual([
      "cases.csv, row 1, column threats_or_abduction: “other” found, expected threats_or_abduction in this place",
      "cases.csv, row 1, column other: “threats_or_abduction” found, expected other in this place",
    ]);
  });
});

describe("the invented reference cases", () => {
  const path = join(import.meta.dirname, "../../commands/demo/reference/cases.csv");
  const lines = readFileSync(path, "utf8").trim().split("\n");
  const records = lines.map((text, index) => ({ line: index + 1, cells: text.split(",") }));
  const { cases, faults } = checkCases(book, firstCodeLists, "cases.csv", records);

  it("are 86 without a fault, 82 of them with agreed levels", () => {
    expect(faults).toEqual([]);
    expect(cases).toHaveLength(86);
    expect(cases.filter(({ levels }) => levels !== null)).toHaveLength(82);
    expect(cases.filter(({ included }) => !included).map(({ reference }) => reference)).toEqual([
      "2013-11",
      "2013-12",
      "2014-27",
      "2014-28",
    ]);
  });

  it("have risk ratings that sum to 338 over the 23 cases of 2015", () => {
    const ratings = cases
      .filter(({ sample }) => sample === "2015")
      .map(({ levels }) => riskRating(book, levels ?? {}));
    expect(ratings).toHaveLength(23);
    expect(ratings.reduce((sum, rating) => sum + rating, 0)).toBe(338);
  });

  it("leave in the wide form exactly as they came", () => {
    const bookNow = { lists: firstCodeLists, codebook: book, codebookOf: () => book };
    const written = cases.map(({ line: _, reference, levels, ...details }) => {
      const [row = {}] = agreedRatings.rowsOf(bookNow, {
        ...{ reference, levels, origin: "imported", version: null, committedOn: null },
        codebookVersion: levels && book.version,
        record: { ...emptyRecord(details), ...details },
      });
      return columns.map((column) => row[column]).join(",");
    });
    expect([columns.join(","), ...written]).toEqual(lines);
  });
});
