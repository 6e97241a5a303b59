import { afterEach, beforeEach, expect, test } from "vitest";
import { assignCoders } from "../assignments/assignments";
import { listHistory } from "../cases/history";
import { reopenCase } from "../dataset/reopening";
import { caseFor, must, person, rateAndSubmit, temporaryStudy } from "../fixtures";
import type { Viewer } from "../people/people";
import { draftOf, finishedDraft, imported, levelsFrom } from "./drafts.fixtures";
import { undoImport } from "./undo";

/* What the history of a case tells of imports, and to whom. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let analyst: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  analyst = await person("Ana", "analyst");
  const ratings = [{ coder: "A", levels: levelsFrom("0000000000000") }];
  await imported(lead, [finishedDraft("2012-01", { ratings }), finishedDraft("2012-02")]);
});
afterEach(() => study.end());

const told = async (viewer: Viewer, reference: string) =>
  (await listHistory(viewer, reference))?.map(({ action, subject }) => `${action}: ${subject}`);
const theCase = "imported the case: cases.xlsx";
const theRatings = "imported independent ratings: 1 coder";

test("an import is told of each case by itself", async () => {
  const change = draftOf("2012-02", { facts: { sample: "2013" } });
  const id = await imported(lead, [change], { reason: "A slip" });
  must(await undoImport(lead, id, "No"));
  expect(await told(lead, "2012-01")).toEqual([theCase, theRatings]);
  expect(await told(lead, "2012-02")).toEqual([
    theCase,
    "changed the record: cases.xlsx",
    "undid an import: cases.xlsx",
  ]);
});

test("whoever neither leads nor codes learns of it what they learn of the dataset", async () => {
  const change = draftOf("2012-01", { facts: { sample: "2013" } });
  must(await undoImport(lead, await imported(lead, [change], { reason: "A slip" }), "No"));
  expect(await told(analyst, "2012-01")).toEqual([theCase, theRatings]);
  expect(await told(ann, "2012-01")).toEqual([theCase, theRatings]);
});

test("while a coder of the reopened case has not submitted, only that it came is told, to its own", async () => {
  must(await reopenCase(lead, "2012-01", "A chronology came in"));
  must(await assignCoders(lead, "2012-01", [ann.id, bob.id]));
  await rateAndSubmit(ann, "2012-01", "3210000000000");
  const started = "assigned a coder: Ann";
  expect((await told(lead, "2012-01"))?.slice(0, 2)).toEqual([theCase, started]);
  expect((await told(bob, "2012-01"))?.slice(0, 2)).toEqual([theCase, started]);
  expect(await told(analyst, "2012-01")).toEqual([]);
  await rateAndSubmit(bob, "2012-01", "3210000000000");
  expect((await told(bob, "2012-01"))?.slice(0, 2)).toEqual([theCase, theRatings]);
  expect(await told(analyst, "2012-01")).toEqual([theCase, theRatings, "reopened the case: "]);
});

test("a change that an import made is told to those who code the case", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  await imported(lead, [draftOf("2016-01", { facts: { sample: "2013" } })]);
  expect((await told(ann, "2016-01"))?.at(-1)).toBe("changed the record: cases.xlsx");
});
