import { afterEach, beforeEach, expect, test } from "vitest";
import { always } from "@/domain/agreement/period";
import { getAgreement } from "../agreement/agreement";
import { listLoads } from "../assignments/loads";
import { listCases, listSamples } from "../cases/case-list";
import { listWork } from "../cases/work";
import { listDataset } from "../dataset/dataset";
import { exportFiles } from "../exports/dataset";
import {
  agreeEverything,
  caseFor,
  commit,
  exported,
  must,
  person,
  rateAndSubmit,
  temporaryStudy,
} from "../fixtures";
import { commandLineViewer, type Viewer } from "../people/people";
import { getReleasePreview } from "../releases/next";
import { getReport } from "../tables/report";
import { getPracticeCase } from "./cases";
import { getPracticeComparison } from "./comparison";
import { getPracticeDraft } from "./drafts";
import { listPracticeCases } from "./list";
import { draftPractice, practiceCaseFor, practise, saveRequirement } from "./practice.fixtures";
import { getPracticeStanding, listYetToPractise } from "./requirement";
import { listPracticeResults } from "./results";

/* Practice is apart from the study, and what one coder practises from the others. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
beforeEach(async () => {
  study = await temporaryStudy();
});
afterEach(() => study.end());

/** Whatever is counted from cases, or listed of them, in all of the study. */
async function allOfTheStudy(lead: Viewer) {
  const csv = exportFiles.filter(({ name }) => name.endsWith(".csv"));
  const files = [];
  for (const { name } of csv) files.push([name, await exported(lead, name)]);
  return JSON.stringify({
    files,
    cases: await listCases(lead, {}),
    samples: await listSamples(lead),
    dataset: await listDataset(lead, {}),
    report: await getReport(lead, { release: null }),
    agreement: await getAgreement(lead, {
      ...{ samples: [], secondLook: null, period: always, coders: [], names: false },
    }),
    release: await getReleasePreview(lead),
    work: await listWork(lead),
    loads: await listLoads(lead),
  });
}

test("nothing that is practised enters cases, dataset, tables, agreement, exports or releases", async () => {
  const lead = await person("Lena", "lead", "coder");
  const ann = await person("Ann", "coder");
  await caseFor(lead, "2016-01", [lead, ann]);
  for (const who of [lead, ann]) await rateAndSubmit(who, "2016-01", "3210000000000");
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  const before = await allOfTheStudy(lead);
  expect(JSON.parse(before).dataset.total).toBe(1);
  await practise(ann, await practiceCaseFor(lead), "0000000000000");
  await draftPractice(ann, await practiceCaseFor(lead), "0000000000000");
  expect(await allOfTheStudy(lead)).toBe(before);
});

/** All that others read of practice once Ann has practised with these scores. */
async function readByOthers(scores: string, saves: number) {
  const lead = await person("Lena", "lead", "coder");
  const ann = await person("Ann", "coder");
  const bob = await person("Bob", "coder");
  const analyst = await person("Olga", "analyst", "admin");
  await practiceCaseFor(lead);
  await practiceCaseFor(lead);
  must(await saveRequirement(lead, { cases: 1, percent: 80 }));
  for (let save = 0; save < saves; save++) await draftPractice(ann, 2, scores, `note ${save}`);
  await practise(ann, 1, scores);
  const told = [];
  for (const who of [bob, analyst])
    told.push(
      await listPracticeCases(who),
      await getPracticeDraft(who, 1),
      await getPracticeDraft(who, 2),
      await getPracticeComparison(who, 1),
      await getPracticeCase(who, 1),
      await listPracticeResults(who),
      await getPracticeStanding(who),
      await listYetToPractise(who),
    );
  // A lead learns how Ann did, and nothing of what she has not submitted.
  const results = await listPracticeResults(commandLineViewer());
  return { told: JSON.stringify(told), results: results?.map(({ result }) => result.same) };
}

test("what others read is the same whatever a coder practises, but that leads read the result", async () => {
  const one = await readByOthers("3210000000000", 1);
  study.end();
  study = await temporaryStudy();
  const other = await readByOthers("0000000000000", 3);
  expect(other.told).toBe(one.told);
  expect([one.results, other.results]).toEqual([[13], [10]]);
});
