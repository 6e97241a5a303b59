import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { assignCoders } from "../assignments/assignments";
import { listCases } from "../cases/case-list";
import { getCaseRecord } from "../cases/case-records";
import { getCase } from "../cases/cases";
import { listHistory } from "../cases/history";
import { listDataset } from "../dataset/dataset";
import { reopenCase } from "../dataset/reopening";
import {
  type CsvCase,
  caseFor,
  csvFile,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  temporaryStudy,
  textFile,
} from "../fixtures";
import { commandLineViewer } from "../people/people";
import { getReconciliation } from "../reconciliation/reconciliations";
import { referenceFile } from "../reference-cases.fixtures";
import { importCases } from "./cases";
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
test("the reference files come in: 86 cases, 82 of them committed", async () => {
  const outcome = await importCases(lead, {
    cases: referenceFile("cases.csv"),
    children: referenceFile("children.csv"),
    periods: referenceFile("involvement_periods.csv"),
    ratings: referenceFile("independent_ratings_2015.csv"),
  });
  expect(outcome).toEqual({
    kind: "done",
    value: { cases: 86, committed: 82, children: 113, periods: 153, ratings: 64 },
  });
  expect(
    ["cases", "index_children", "involvement_periods", "rating_submissions"].map(rowsIn),
  ).toEqual([86, 113, 153, 64]);
  expect(rowsIn("submitted_ratings")).toBe(832);
  expect((await listDataset(lead, {}))?.total).toBe(82);
  expect((await listCases(lead, { stage: "registered" }))?.rows).toHaveLength(4);
});

const header = "case_ref,coder,factor,score\n";
const factors = textOf(cases(finished)).split("\n")[0]?.split(",").slice(9) ?? [];
const ratingsOf = (case_ref: string) =>
  textFile("ratings.csv", header + factors.map((factor) => `${case_ref},A,${factor},0\n`).join(""));

describe("independent ratings", () => {
  test("are taken for a case with agreed ratings", async () => {
    expect(factors).toHaveLength(13);
    const counts = must(
      await importCases(lead, { cases: cases(finished), ratings: ratingsOf("2012-01") }),
    );
    expect(counts.ratings).toBe(1);
    expect((await listHistory(lead, "2012-01"))?.map((entry) => entry.action)).toEqual([
      "imported the case",
      "imported independent ratings",
    ]);
  });

  test("are refused for a case that is still to be rated", async () => {
    const blind = { case_ref: "2012-02", scores: "" };
    const outcome = await importCases(lead, {
      cases: cases(finished, blind),
      ratings: ratingsOf("2012-02"),
    });
    const sentences = outcome.kind === "refused" ? outcome.problems.map((one) => one.message) : [];
    expect(sentences).toHaveLength(13);
    expect(sentences[0]).toBe(
      "ratings.csv, row 2, column case_ref: “2012-02” found, expected the reference of a case with agreed ratings",
    );
    expect(rowsIn("cases")).toBe(0);
  });

  test("are refused for a case of the study that this import does not bring", async () => {
    const coders = [await person("Ann", "coder"), await person("Bob", "coder")];
    await caseFor(lead, "2016-01", coders);
    const outcome = await importCases(lead, {
      cases: cases(finished),
      ratings: ratingsOf("2016-01"),
    });
    expect(outcome).toMatchObject({ kind: "refused" });
    expect([rowsIn("cases"), rowsIn("rating_submissions")]).toEqual([1, 0]);
  });
});

describe("a file as a spreadsheet writes it", () => {
  const text = textOf(
    cases({
      ...finished,
      cells: { included: "no", exclusion_reason: '"Two lines,\nwith ""marks"""' },
    }),
  );
  test.each([
    ["with a byte order mark", `\uFEFF${text}`],
    ["with CRLF line ends", text.replaceAll(/\n(?!with)/g, "\r\n")],
    ["with both", `\uFEFF${text}`.replaceAll(/\n(?!with)/g, "\r\n")],
    ["with an empty line at the end", `${text}\n\n`],
  ])("%s is read, quoted commas and line ends too", async (_, written) => {
    const counts = must(await importCases(lead, { cases: textFile("cases.csv", written) }));
    expect(counts).toEqual({ cases: 1, committed: 1, children: 0, periods: 0, ratings: 0 });
    expect((await getCaseRecord(lead, "2012-01"))?.record.exclusionReason).toBe(
      'Two lines,\nwith "marks"',
    );
  });
});

test("a row without scores is a registered case; a blank is never 0", async () => {
  must(await importCases(lead, { cases: cases({ case_ref: "2012-02", scores: "" }) }));
  expect(await getCase(lead, "2012-02")).toMatchObject({ origin: "imported", stage: "registered" });
  expect(rowsIn("dataset_ratings")).toBe(0);
});

test("the coders of an imported case are told once it has some", async () => {
  const coders = [await person("Ann", "coder"), await person("Bob", "coder")];
  must(await importCases(lead, { cases: cases({ case_ref: "2012-02", scores: "" }) }));
  expect((await getCase(lead, "2012-02"))?.coders).toBeNull();
  must(
    await assignCoders(
      lead,
      "2012-02",
      coders.map((coder) => coder.id),
    ),
  );
  expect((await getCase(lead, "2012-02"))?.coders?.map((one) => one.name)).toEqual(["Ann", "Bob"]);
});

test("coders who rated before the study began come first among the letters", async () => {
  const [ann, bob] = [await person("Ann", "coder"), await person("Bob", "coder")];
  const given: (string[] | undefined)[] = [];
  for (const case_ref of ["2012-01", "2012-03", "2012-04"]) {
    must(
      await importCases(lead, {
        cases: cases({ ...finished, case_ref }),
        ratings: ratingsOf(case_ref),
      }),
    );
    must(await reopenCase(lead, case_ref, "To be rated again"));
    must(await assignCoders(lead, case_ref, [ann.id, bob.id]));
    await rateAndSubmit(ann, case_ref, "3333333333333");
    await rateAndSubmit(bob, case_ref, "3333333333333");
    const current = await getReconciliation(lead, case_ref);
    given.push(current?.rows[0]?.ratings.map(({ letter, level }) => `${letter} ${level}`));
  }
  expect(given).toEqual(Array(3).fill(["A not_indicated", "B high", "C high"]));
});

test("to anyone but a lead there is no import", async () => {
  for (const role of ["coder", "analyst", "admin"] as const) {
    const viewer = await person(`The ${role}`, role);
    expect(await importCases(viewer, { cases: cases(finished) })).toEqual({ kind: "not_found" });
  }
  expect(rowsIn("cases")).toBe(0);
});
