import { afterAll, beforeAll, expect, test } from "vitest";
import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import { commit, csvFile, exported, must, person, temporaryStudy, textFile } from "../fixtures";
import { importCases } from "../imports/cases";
import { commandLineViewer, type Viewer } from "../people/people";
import { countedForTable10 } from "../tables/report.fixtures";
import { datasetRowsPerPage, listDataset, listVersions } from "./dataset";
import { reopenCase } from "./reopening";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let analyst: Viewer;
const factors = readCodebook(firstCodebook).factors.map((factor) => factor.key);

beforeAll(async () => {
  study = await temporaryStudy();
  analyst = await person("Ana", "analyst");
  const cells = (sample: string, case_type: string) => ({ sample, case_type });
  const excluded = { included: "no", exclusion_reason: "Withdrawn" };
  must(
    await importCases(commandLineViewer(), {
      cases: csvFile("cases.csv", [
        { case_ref: "2012-02", scores: "3210000000000", cells: cells("2012", "private_wtfh") },
        { case_ref: "2012-01", scores: "0000000000000", cells: cells("2012", "public_s31") },
        { case_ref: "2013-01", scores: "3333333333333", cells: cells("2013", "public_s31") },
        { case_ref: "2013-02", scores: "1000000000000", cells: { sample: "2013", ...excluded } },
        { case_ref: "2013-03", scores: "", cells: cells("2013", "public_s31") },
      ]),
    }),
  );
});
afterAll(() => study.end());

const references = async (filter: Parameters<typeof listDataset>[1]) =>
  (await listDataset(analyst, filter))?.rows.map((row) => row.reference);

test("the dataset has the committed cases of the analysed base, by reference", async () => {
  const list = await listDataset(analyst, {});
  expect(list?.rows.map((row) => [row.reference, row.riskRating])).toEqual([
    ["2012-01", 0],
    ["2012-02", 6],
    ["2013-01", 39],
  ]);
  expect([list?.total, list?.next]).toEqual([3, null]);
  expect(list?.rows[1]).toMatchObject({
    sample: "2012",
    caseType: "private_wtfh",
    version: 1,
    codebookVersion: "0.1",
    imported: true,
    reopened: false,
  });
  expect(list?.rows[1]?.scores).toEqual({
    neglect: 3,
    emotional_abuse: 2,
    physical_abuse: 1,
    sexual_abuse: 0,
    domestic_violence: 0,
    parental_drug_misuse: 0,
    parental_alcohol_misuse: 0,
    parental_mental_health: 0,
    parental_self_harm_suicide: 0,
    child_putting_self_at_risk: 0,
    child_protection_plan: 0,
    threats_or_abduction: 0,
    other: 0,
  });
});

test("it is narrowed to a sample, a case type, or both", async () => {
  expect(await references({ sample: "2012" })).toEqual(["2012-01", "2012-02"]);
  expect(await references({ caseType: "public_s31" })).toEqual(["2012-01", "2013-01"]);
  expect(await references({ sample: "2013", caseType: "private_wtfh" })).toEqual([]);
  expect((await listDataset(analyst, { sample: "2012" }))?.total).toBe(2);
});

test("it continues after a reference, and still says how many there are in all", async () => {
  expect(datasetRowsPerPage).toBe(200);
  const list = await listDataset(analyst, { after: "2012-01" });
  expect(list?.rows.map((row) => row.reference)).toEqual(["2012-02", "2013-01"]);
  expect(list?.total).toBe(3);
});

test("the risk ratings are those of the same cases: none excluded, none uncommitted", async () => {
  expect(await countedForTable10(analyst)).toEqual([
    "2012 private_wtfh: 1, 6",
    "2012 public_s31: 1, 0",
    "2013 public_s31: 1, 39",
  ]);
});

test("a row says whether independent ratings are there, and whether the case is reopened", async () => {
  const ratings = textFile(
    "ratings.csv",
    ["case_ref,coder,factor,score", ...factors.map((key) => `2014-02,A,${key},0`), ""].join("\n"),
  );
  const added = ["2014-01", "2014-02", "2014-03"].map((case_ref) => ({
    case_ref,
    scores: "0000000000000",
    cells: { sample: "2014" },
  }));
  must(await importCases(commandLineViewer(), { cases: csvFile("cases.csv", added), ratings }));
  must(await reopenCase(commandLineViewer(), "2014-03", "A later page was missed"));
  const list = await listDataset(analyst, { sample: "2014" });
  expect(list?.rows.map((row) => [row.reference, row.independentRatings, row.reopened])).toEqual([
    ["2014-01", false, false],
    ["2014-02", true, false],
    ["2014-03", false, true],
  ]);
  await commit(commandLineViewer(), "2014-03");
  const after = await listDataset(analyst, { sample: "2014" });
  expect(after?.rows.map((row) => [row.version, row.reopened])).toEqual([
    [1, false],
    [1, false],
    [2, false],
  ]);
  const counted = await countedForTable10(analyst);
  expect(counted.filter((line) => line.startsWith("2014 "))).toEqual(["2014 public_s31: 3, 0"]);
  const lines = (await exported(analyst, "agreed-ratings.csv")).split("\n");
  expect(lines.filter((line) => line.startsWith("2014-"))).toHaveLength(3);
});

test("an imported case has one version, without a committer among the people", async () => {
  const versions = await listVersions(analyst, "2012-02");
  expect(versions).toHaveLength(1);
  expect(versions[0]).toMatchObject({ version: 1, committedBy: null, imported: true });
  expect(versions[0]?.ratings).toHaveLength(13);
  expect(await listVersions(analyst, "2013-03")).toEqual([]);
  expect(await listVersions(analyst, "2099-01")).toEqual([]);
});
