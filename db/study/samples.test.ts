import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { notFound } from "@/domain/outcome";
import { changeRecord } from "../cases/case-records";
import {
  caseFor,
  must,
  pastTheProgram,
  person,
  refusal,
  release,
  temporaryStudy,
} from "../fixtures";
import { finishedDraft, imported } from "../imports/drafts.fixtures";
import type { Viewer } from "../people/people";
import { listSampleDates, recordSampleDates } from "./samples";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;

beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  await caseFor(lead, "2016-01", [], { sample: "2016" });
  await caseFor(lead, "2016-02", [], { sample: "2016" });
  await caseFor(lead, "2015-01", [], { sample: "2015" });
});
afterEach(() => {
  vi.useRealTimers();
  study.end();
});

const days = (name: string, startsOn = "", endsOn = "") => ({ name, startsOn, endsOn });

test("samples are those of the cases, and those that are named, with their days", async () => {
  must(
    await recordSampleDates(lead, [days("2016", "1 April 2015", "31 March 2016"), days("2017")]),
  );
  expect(await listSampleDates(lead)).toEqual([
    { name: "2015", startsOn: null, endsOn: null, revision: 0, cases: 1 },
    { name: "2016", startsOn: "2015-04-01", endsOn: "2016-03-31", revision: 1, cases: 2 },
    { name: "2017", startsOn: null, endsOn: null, revision: 1, cases: 0 },
  ]);
});

test("days can be changed and taken away; what stays the same makes no entry", async () => {
  const first = [days("2015"), days("2016", "1 April 2015")];
  must(await recordSampleDates(lead, first));
  must(await recordSampleDates(lead, first));
  must(await recordSampleDates(lead, [days("2015"), days("2016", "1 April 2015", "1 May 2016")]));
  must(await recordSampleDates(lead, [days("2016")]));
  expect((await listSampleDates(lead))?.map(({ name, revision }) => [name, revision])).toEqual([
    ["2015", 0],
    ["2016", 3],
  ]);
  const entries = pastTheProgram(study.dataDir, (db) =>
    db.prepare("select subject from audit_entries where action like 'recorded the days%'").all(),
  );
  expect(entries).toEqual(Array(3).fill({ subject: "2016" }));
});

test("what somebody else recorded meanwhile is not written over", async () => {
  must(await recordSampleDates(lead, [days("2016", "1 April 2015")], ""));
  expect(await recordSampleDates(lead, [days("2016", "1 May 2015")], "")).toEqual(
    refusal(
      "",
      "Somebody else has changed the samples since you opened them. Open them in another tab to see what holds, and copy over what you want to keep.",
    ),
  );
  must(await recordSampleDates(lead, [days("2016", "1 May 2015")], "2016 1"));
  const own = (await listSampleDates(lead))?.find(({ name }) => name === "2016");
  expect(own?.startsOn).toBe("2015-05-01");
});

test("each sample has its latest days and the cases that are in it now", async () => {
  must(await recordSampleDates(lead, [days("2015", "1 April 2014"), days("2016", "1 April 2015")]));
  must(await recordSampleDates(lead, [days("2016", "2 April 2015")]));
  const facts = { submissionKind: null, methodology: null, caseTypeDetail: "" };
  must(
    await changeRecord(lead, "2016-02", {
      section: "case",
      facts: { ...facts, sample: "2015", caseType: "public_s31" },
      seenRevision: 1,
      reason: "",
    }),
  );
  expect(await listSampleDates(lead)).toEqual([
    { name: "2015", startsOn: "2014-04-01", endsOn: null, revision: 1, cases: 2 },
    { name: "2016", startsOn: "2015-04-02", endsOn: null, revision: 2, cases: 1 },
  ]);
});

test("days are kept with the time at which they were recorded, which is not that of a release", async () => {
  await imported(lead, [finishedDraft("2012-01")]);
  await release(lead);
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2099-04-01T09:00:00Z") });
  must(await recordSampleDates(lead, [days("2016", "1 April 2015")]));
  const recorded = pastTheProgram(study.dataDir, (db) =>
    db.prepare("select recorded_at from sample_dates").pluck().all(),
  );
  expect(recorded).toEqual(["2099-04-01T09:00:00.000Z"]);
});

test("with a fault nothing is recorded", async () => {
  expect(await recordSampleDates(lead, [days("2016", "1 May 2015"), days("2015", "May")])).toEqual(
    refusal(
      "samples.1.startsOn",
      "Sample 2015, first day: enter a date that exists, such as 1 April 2015",
    ),
  );
  expect((await listSampleDates(lead))?.map(({ revision }) => revision)).toEqual([0, 0]);
});

test("they are for leads", async () => {
  const analyst = await person("Ana", "analyst", "coder", "admin");
  expect(await listSampleDates(analyst)).toBeNull();
  expect(await recordSampleDates(analyst, [])).toEqual(notFound);
});
