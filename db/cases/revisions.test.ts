import { afterAll, beforeAll, expect, test } from "vitest";
import { firstCodebook } from "@/domain/codebook/codebook";
import { listLoads } from "../assignments/loads";
import { listDataset, listVersions } from "../dataset/dataset";
import { csvFile, exported, must, pastTheProgram, person, temporaryStudy } from "../fixtures";
import { importCases } from "../imports/cases";
import { commandLineViewer, type Viewer } from "../people/people";
import { write } from "../store/store";
import { introduceCodebook } from "../study/codebooks";
import { countedForTable10 } from "../tables/report.fixtures";
import { listCases, listSamples } from "./case-list";
import { getCaseRecord } from "./case-records";
import { getCase } from "./cases";

/* Only the newest revision of a case's record counts, wherever cases are read. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let analyst: Viewer;

const sample = { sample: "2012" };
const excluded = { included: "no", exclusion_reason: "Withdrawn" };

beforeAll(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  analyst = await person("Ana", "analyst");
  must(
    await importCases(commandLineViewer(), {
      cases: csvFile("cases.csv", [
        { case_ref: "2012-01", scores: "3210000000000", cells: sample },
        { case_ref: "2012-02", scores: "1000000000000", cells: sample },
        { case_ref: "2012-03", scores: "", cells: { ...sample, ...excluded } },
        { case_ref: "2012-04", scores: "", cells: sample },
        { case_ref: "2013-01", scores: "", cells: { sample: "2013" } },
      ]),
    }),
  );
  pastTheProgram(study.dataDir, (db) => {
    const now = "2016-01-01T00:00:00.000Z";
    const revise = db.prepare(
      `insert into case_records (case_id, revision, sample, case_type, incident_type,
         included, exclusion_reason, recorded_at)
       select id, @revision, (select f.sample from case_records f where f.case_id = cases.id
         and f.revision = 1), @type, 'suicide', @included, @reason, '${now}'
       from cases where reference = @reference`,
    );
    const included = { type: "private_wtfh", included: 1, reason: "" };
    // Another case has more revisions, so that a number alone says nothing.
    revise.run({ reference: "2012-01", revision: 2, ...included });
    revise.run({ reference: "2012-02", revision: 2, ...included });
    revise.run({ reference: "2012-02", revision: 3, ...included, included: 0, reason: "Twice" });
    revise.run({ reference: "2012-03", revision: 2, ...included });
    revise.run({ reference: "2012-04", revision: 2, ...included, included: 0, reason: "Late" });
    const add = (table: string, cells: string) =>
      db.prepare(
        `insert into ${table} select id, @revision, @position, ${cells}
         from cases where reference = @reference`,
      );
    const child = add("index_children", "4, 'female', 'died'");
    const period = add("involvement_periods", "'2014-01-01', '2014-02-01', null");
    for (const one of [child, period]) {
      one.run({ reference: "2012-01", revision: 1, position: 1 });
      one.run({ reference: "2012-01", revision: 2, position: 1 });
      one.run({ reference: "2012-01", revision: 2, position: 2 });
      one.run({ reference: "2012-02", revision: 2, position: 1 });
    }
  });
});
afterAll(() => study.end());

test("a case is shown as it is now, with its own children and periods", async () => {
  expect(await getCase(lead, "2012-01")).toMatchObject({
    caseType: "private_wtfh",
    incidentType: "suicide",
  });
  expect((await getCaseRecord(lead, "2012-01"))?.record).toMatchObject({
    children: [{ ageYears: 4 }, { ageYears: 4 }],
    periods: [{ startDate: "2014-01-01" }, { startDate: "2014-01-01" }],
  });
  expect((await getCaseRecord(lead, "2012-02"))?.record).toMatchObject({
    exclusionReason: "Twice",
    children: [],
  });
  const list = await listCases(lead, {});
  expect(list?.rows.map((row) => [row.reference, row.caseType, row.included])).toEqual([
    ["2012-01", "private_wtfh", true],
    ["2012-02", "private_wtfh", false],
    ["2012-03", "private_wtfh", true],
    ["2012-04", "private_wtfh", false],
    ["2013-01", "public_s31", true],
  ]);
});

test("an analyst knows what is committed, and what is excluded now but not what was", async () => {
  const list = await listCases(analyst, {});
  expect(list?.rows.map((row) => row.reference)).toEqual(["2012-01", "2012-02", "2012-04"]);
  expect(await getCase(analyst, "2012-03")).toBeNull();
  expect(await listSamples(analyst)).toEqual(["2012"]);
  expect(await listSamples(lead)).toEqual(["2012", "2013"]);
});

test("the dataset has each analysed case once, as it is now", async () => {
  const list = await listDataset(analyst, {});
  expect(list?.rows.map((row) => [row.reference, row.caseType])).toEqual([
    ["2012-01", "private_wtfh"],
  ]);
  expect([list?.total, list?.next]).toEqual([1, null]);
  expect(await countedForTable10(analyst)).toEqual(["2012 private_wtfh: 1, 6"]);
});

test("an export has each case once, and the children and periods of its newest record", async () => {
  const linesOf = async (file: Parameters<typeof exported>[1]) =>
    (await exported(analyst, file))
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",")[0]);
  expect(await linesOf("agreed-ratings.csv")).toEqual(["2012-01", "2012-02", "2012-04"]);
  expect(await linesOf("children.csv")).toEqual(["2012-01", "2012-01"]);
  expect(await linesOf("involvement-periods.csv")).toEqual(["2012-01", "2012-01"]);
});

test("a later codebook with the same levels counts no score twice", async () => {
  await write((tx) => introduceCodebook(tx, { ...(firstCodebook as object), version: "second" }));
  expect(await countedForTable10(analyst)).toEqual(["2012 private_wtfh: 1, 6"]);
  expect((await listDataset(analyst, {}))?.rows[0]?.riskRating).toBe(6);
  expect((await listVersions(analyst, "2012-01"))[0]?.ratings).toHaveLength(13);
});

test("a case waits for its coder once, and not any more once it is excluded", async () => {
  const coder = await person("Ann", "coder");
  pastTheProgram(study.dataDir, (db) =>
    db
      .prepare(
        `insert into assignments select reference, id, ?, 0, '2016-01-01T09:00:00.000Z', null
         from cases where reference in ('2012-01', '2012-03', '2012-04')`,
      )
      .run(coder.id),
  );
  const loads = await listLoads(lead);
  expect(loads?.find(({ id }) => id === coder.id)?.open).toBe(2);
});
