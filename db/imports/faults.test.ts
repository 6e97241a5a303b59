import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type CsvCase,
  caseFor,
  csvFile,
  pastTheProgram,
  refusal,
  temporaryStudy,
  textFile,
} from "../fixtures";
import { commandLineViewer } from "../people/people";
import { type ImportFiles, importCases } from "./cases";
import type { ImportFile } from "./read-csv";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
beforeEach(async () => {
  study = await temporaryStudy();
});
afterEach(() => study.end());

const lead = commandLineViewer();
const zeros = "0000000000000";
const finished: CsvCase = { case_ref: "2012-01", scores: zeros };
const cases = (...rows: CsvCase[]) => csvFile("cases.csv", rows);
const textOf = (file: ImportFile) => Buffer.from(file.bytes).toString("utf8");
const rowsIn = (table: string) =>
  pastTheProgram(study.dataDir, (db) => db.prepare(`select count(*) from ${table}`).pluck().get());

describe("an import with a fault stores nothing, and tells the fault:", () => {
  const withRow = (cells: Record<string, string>, scores = zeros) =>
    cases({ case_ref: "2012-01", scores, cells });
  const withChildren = (text: string): ImportFiles => ({
    cases: cases(finished),
    children: textFile("children.csv", `case_ref,age_years,sex,outcome\n${text}\n`),
  });

  test.each<[string, ImportFiles, string]>([
    [
      "a column name that is wrong",
      {
        cases: textFile("cases.csv", textOf(cases(finished)).replace("neglect", "Neglect")),
      },
      `cases.csv, row 1, column Neglect: “Neglect” found, expected no column of this name
cases.csv, row 1, column neglect: nothing found, expected this column as number 10`,
    ],
    [
      "a row that is too short",
      { cases: textFile("cases.csv", textOf(cases(finished)).replace(/,0\n$/, "\n")) },
      "cases.csv, row 2: 21 cells found, expected 22",
    ],
    ...(["children", "periods", "ratings"] as const).map((file): [string, ImportFiles, string] => [
      `${file} that are not text`,
      { cases: cases(finished), [file]: textFile(`${file}.csv`, "case_ref\0") },
      `${file}.csv, row 1: a file that is not text found, expected comma-separated text`,
    ]),
    [
      "columns between semicolons",
      { cases: textFile("cases.csv", "case_ref;sample\n2012-01;2012\n") },
      "cases.csv, row 1: columns separated by semicolons found, expected commas between the columns",
    ],
    [
      "column names alone",
      { cases: cases() },
      "cases.csv, row 1: no row below the column names found, expected one at least",
    ],
    [
      "a file of more than 50 MB",
      { cases: { name: "cases.csv", bytes: Buffer.alloc(50 * 1024 * 1024 + 1, "x") } },
      "cases.csv, row 1: more than 50 MB found, expected a file of 50 MB at most",
    ],
    [
      "a file in UTF-16",
      {
        cases: {
          name: "cases.csv",
          bytes: Buffer.concat([
            Buffer.from([0xff, 0xfe]),
            Buffer.from(textOf(cases(finished)), "utf16le"),
          ]),
        },
      },
      "cases.csv, row 1: text in another encoding found, expected UTF-8: save the file as “CSV UTF-8”",
    ],
    [
      "a file that is not text",
      { cases: textFile("cases.csv", "PK\u0003\u0004\0\0") },
      "cases.csv, row 1: a file that is not text found, expected comma-separated text",
    ],
    [
      "an empty file",
      { cases: textFile("cases.csv", "") },
      "cases.csv, row 1: nothing found, expected the column names",
    ],
    [
      "a score of 4",
      { cases: withRow({}, "4000000000000") },
      "cases.csv, row 2, column neglect: “4” found, expected 0, 1, 2, 3 or blank",
    ],
    [
      "a level in the place of a score",
      { cases: withRow({ neglect: "Med." }) },
      "cases.csv, row 2, column neglect: “Med.” found, expected 0, 1, 2, 3 or blank",
    ],
    [
      "a 1 on the child protection plan",
      { cases: withRow({}, "0000000000100") },
      "cases.csv, row 2, column child_protection_plan: “1” found, expected 0, 2, 3 or blank",
    ],
    [
      "one blank among the scores",
      { cases: withRow({ sexual_abuse: "" }) },
      "cases.csv, row 2, column sexual_abuse: nothing found, expected all 13 scores or none",
    ],
    [
      "a reference that stands twice",
      { cases: cases(finished, finished) },
      "cases.csv, row 3, column case_ref: “2012-01” found, expected each reference once (it stands in row 2 already)",
    ],
    [
      "a reference that stands twice, once in capitals",
      { cases: cases({ ...finished, case_ref: "a-1" }, { ...finished, case_ref: "A-1" }) },
      "cases.csv, row 3, column case_ref: “A-1” found, expected each reference once (it stands in row 2 already)",
    ],
    [
      "an excluded case without a reason",
      { cases: withRow({ included: "no" }) },
      "cases.csv, row 2, column exclusion_reason: nothing found, expected a reason, because the case is excluded",
    ],
    [
      "a quotation mark out of place",
      { cases: withRow({ exclusion_reason: 'an "open one' }) },
      "cases.csv, row 2: a quotation mark out of place found, expected each opening mark to be closed",
    ],
    [
      "a child of a case that is not in the file",
      withChildren("2012-02,4,female,died"),
      "children.csv, row 2, column case_ref: “2012-02” found, expected the reference of a case",
    ],
    [
      "a child of 18",
      withChildren("2012-01,18,female,died"),
      "children.csv, row 2, column age_years: “18” found, expected a whole number from 0 to 17",
    ],
    [
      "a period that ends before it starts",
      {
        cases: cases(finished),
        periods: textFile(
          "periods.csv",
          "case_ref,start_date,end_date\n2012-01,2011-05-02,2011-05-01\n",
        ),
      },
      "periods.csv, row 2, column end_date: “2011-05-01” found, expected a date that is not before the start, 2011-05-02",
    ],
    [
      "a day that does not exist",
      {
        cases: cases(finished),
        periods: textFile(
          "periods.csv",
          "case_ref,start_date,end_date\n2012-01,2011-02-29,2011-05-01\n",
        ),
      },
      "periods.csv, row 2, column start_date: “2011-02-29” found, expected a date that exists, such as 2014-10-14",
    ],
  ])("%s", async (_, files, sentences) => {
    const problems = sentences.split("\n").map((message) => ({
      field: message.slice(0, message.indexOf(",")),
      message,
    }));
    expect(await importCases(lead, files)).toEqual({ kind: "refused", problems });
    expect(["cases", "index_children", "involvement_periods"].map(rowsIn)).toEqual([0, 0, 0]);
  });

  test("every one of several, in the order of the files", async () => {
    const outcome = await importCases(lead, {
      cases: cases({ ...finished, scores: "4000000000100" }),
      children: textFile("children.csv", "case_ref,age_years,sex,outcome\n2012-01,x,girl,died\n"),
    });
    expect(outcome.kind === "refused" && outcome.problems.map((one) => one.message)).toEqual([
      "cases.csv, row 2, column neglect: “4” found, expected 0, 1, 2, 3 or blank",
      "cases.csv, row 2, column child_protection_plan: “1” found, expected 0, 2, 3 or blank",
      "children.csv, row 2, column age_years: “x” found, expected a whole number from 0 to 17",
      "children.csv, row 2, column sex: “girl” found, expected female or male",
    ]);
    expect(rowsIn("cases")).toBe(0);
  });
});

test("a reference that the study has already, in capitals or not, is a fault", async () => {
  await caseFor(lead, "2012-a", []);
  const again = cases({ ...finished, case_ref: "2012-A" }, finished);
  expect(await importCases(lead, { cases: again })).toEqual(
    refusal(
      "cases.csv",
      "cases.csv, row 2, column case_ref: “2012-A” found, expected a reference that the study does not have yet",
    ),
  );
  expect(rowsIn("cases")).toBe(1);
});
