import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CaseDraft } from "@/domain/import/draft";
import { notFound } from "@/domain/outcome";
import { assignCoders } from "../assignments/assignments";
import { changeRecord, getCaseRecord, listRevisions } from "../cases/case-records";
import { getCase } from "../cases/cases";
import { listHistory } from "../cases/history";
import { listDataset } from "../dataset/dataset";
import { reopenCase } from "../dataset/reopening";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  refusal,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { holdOpening } from "../ratings/opening";
import { recordDissent } from "../reconciliation/dissenting";
import { draftOf, finishedDraft, imported, levelsFrom } from "./drafts.fixtures";
import { undoImport } from "./undo";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
});
afterEach(() => study.end());

const rowsIn = (table: string) =>
  pastTheProgram(study.dataDir, (db) => db.prepare(`select count(*) from ${table}`).pluck().get());
const ofCases = [
  ...["cases", "case_records", "index_children", "involvement_periods", "practice_points"],
  ...["case_actions", "dataset_versions", "dataset_ratings", "rating_submissions"],
  ...["submitted_ratings", "imported_second_ratings", "imported_dissents"],
];
const facts = {
  ...{ sample: "2012", caseType: "public_s31", incidentType: "suicide" },
  periods: [{ startDate: "2010-01-01", endDate: null, subject: null }],
  children: [{ ageYears: 15, sex: null, outcome: "died" }],
  practice: [{ kind: "strength", theme: "recording", description: "" }],
  actions: [{ description: "A course", status: null }],
} as const;
const second = { neglect: { level: "high", note: "Page 4", unsure: false } };
const dissents = { neglect: "Page 9" };
const ratings = [{ coder: "A", levels: levelsFrom("0000000000000"), second, dissents }];
const change = (sample: string) => draftOf("2016-01", { facts: { sample } });
const wayOn = (cases: string) =>
  refusal("", `This import can no longer be undone, because work has gone on from it in ${cases}.`);

describe("an import that was undone", () => {
  test("leaves nothing of its new cases, and can be made again", async () => {
    await caseFor(lead, "2016-01", []);
    await imported(lead, [finishedDraft("2011-01", { facts, ratings })]);
    const before = ofCases.map(rowsIn);
    const drafts = [finishedDraft("2012-01", { facts, ratings }), draftOf("2012-02", { facts })];
    const id = await imported(lead, drafts);
    expect(ofCases.map(rowsIn)).toEqual([4, 4, 3, 3, 3, 3, 2, 26, 2, 26, 2, 2]);
    must(await undoImport(lead, id, "The wrong file"));
    expect(ofCases.map(rowsIn)).toEqual(before);
    expect(await getCase(lead, "2012-01")).toBeNull();
    expect((await listDataset(lead, {}))?.rows.map(({ reference }) => reference)).toEqual([
      "2011-01",
    ]);
    await imported(lead, drafts);
    expect(ofCases.map(rowsIn)).toEqual([4, 4, 3, 3, 3, 3, 2, 26, 2, 26, 2, 2]);
  });

  test("leaves each changed record as it was, as a new revision with the reason", async () => {
    await caseFor(lead, "2016-01", []);
    const before = (await getCaseRecord(lead, "2016-01"))?.record;
    const id = await imported(lead, [draftOf("2016-01", { facts })]);
    must(await undoImport(lead, id, "The wrong file"));
    const after = await getCaseRecord(lead, "2016-01");
    expect(after?.revision).toBe(3);
    expect(after?.record).toEqual(before);
    expect((await listRevisions(lead, "2016-01"))?.[0]).toMatchObject({
      who: "Lena",
      reason: "The import of cases.xlsx was undone: The wrong file",
    });
    expect((await listHistory(lead, "2016-01"))?.map(({ at: _, ...entry }) => entry)).toEqual([
      { who: "Lena", action: "registered the case", subject: "", reason: "" },
      { who: "Lena", action: "changed the record", subject: "cases.xlsx", reason: "" },
      { who: "Lena", action: "undid an import", subject: "cases.xlsx", reason: "" },
    ]);
  });

  test("leaves an entry in the log, without the reason", async () => {
    const id = await imported(lead, [draftOf("2012-01")]);
    must(await undoImport(lead, id, "The wrong file"));
    const last = pastTheProgram(study.dataDir, (db) =>
      db
        .prepare(
          "select action, subject, reason, case_id from audit_entries order by position desc",
        )
        .raw()
        .get(),
    );
    expect(last).toEqual(["undid an import", "cases.xlsx", "", null]);
  });

  test("is gone for many cases as for few", async () => {
    await imported(
      lead,
      Array.from({ length: 250 }, (_, index) => draftOf(`2011-${index}`)),
    );
    const drafts = Array.from({ length: 430 }, (_, index) => finishedDraft(`2012-${index}`));
    const changes = Array.from({ length: 250 }, (_, index) =>
      draftOf(`2011-${index}`, { facts: { sample: "2013" } }),
    );
    const id = await imported(lead, [...drafts, ...changes]);
    must(await undoImport(lead, id, "No"));
    expect(["cases", "dataset_ratings", "case_records"].map(rowsIn)).toEqual([250, 0, 750]);
    expect(
      pastTheProgram(study.dataDir, (db) =>
        db.prepare("select distinct sample from case_records where revision = 3").pluck().all(),
      ),
    ).toEqual(["2012"]);
  });
});

describe("an import cannot be undone", () => {
  let id: string;
  beforeEach(async () => {
    await caseFor(lead, "2016-01", []);
    id = await imported(lead, [finishedDraft("2012-01"), draftOf("2012-02"), change("2013")]);
  });
  afterEach(() => expect(rowsIn("cases")).toBe(3));
  const undo = () => undoImport(lead, id, "The wrong file");

  test("when the record of a case was changed since, new or not", async () => {
    for (const reference of ["2012-02", "2016-01"])
      must(
        await changeRecord(lead, reference, {
          section: "analysis",
          facts: { included: false, exclusionReason: "A duplicate" },
          seenRevision: reference === "2016-01" ? 2 : 1,
          reason: "",
        }),
      );
    expect(await undo()).toEqual(wayOn("2012-02 and 2016-01"));
  });

  test("when a new case was reopened", async () => {
    must(await reopenCase(lead, "2012-01", "A chronology came in"));
    expect(await undo()).toEqual(wayOn("2012-01"));
  });

  test("when a new case has a coder", async () => {
    must(
      await assignCoders(lead, "2012-02", [
        (await person("Ann", "coder")).id,
        (await person("Bob", "coder")).id,
      ]),
    );
    expect(await undo()).toEqual(wayOn("2012-02"));
  });

  test("when a new case waits for a lead", async () => {
    must(await holdOpening(lead, "2012-02"));
    expect(await undo()).toEqual(wayOn("2012-02"));
  });

  // Past the program: each stands for something that would come with others otherwise.
  test.each([
    [
      "notes of a meeting",
      "insert into meeting_notes select id, 1, 'Page 4', made_at, null from cases where reference = '2012-01'",
    ],
    [
      "names shown",
      "insert into name_switches select id, 1, 1, made_at, null from cases where reference = '2012-01'",
    ],
    [
      "a precedent",
      "insert into precedents select 'a', id, 'neglect', 1, 1, 'Missed', made_at, null from cases where reference = '2012-01'",
    ],
    [
      "an entry of its own in the log",
      "insert into audit_entries select 'a', 1000, made_at, null, 'opened the case', id, '', '' from cases where reference = '2012-01'",
    ],
    [
      "another version",
      "insert into dataset_versions select 'a', id, 2, null, 1, '0.1', made_at, null from cases where reference = '2012-01'",
    ],
    [
      "a dissent in its version",
      "insert into dataset_dissents select v.id, 'a' from dataset_versions v",
    ],
  ])("when a new case has %s", async (_, statement) => {
    pastTheProgram(study.dataDir, (db) => {
      db.pragma("foreign_keys = OFF");
      db.exec(statement);
    });
    expect(await undo()).toEqual(wayOn("2012-01"));
  });

  test("when a later import changed one of its cases", async () => {
    await imported(lead, [draftOf("2012-02", { facts: { sample: "2014" } })]);
    expect(await undo()).toEqual(wayOn("2012-02"));
  });

  test("without a reason", async () => {
    expect(await undoImport(lead, id, " ")).toEqual(
      refusal("reason", "Say why the import is undone"),
    );
  });

  test("by anyone but a lead", async () => {
    for (const role of ["coder", "analyst", "admin"] as const)
      expect(await undoImport(await person(`The ${role}`, role), id, "No")).toEqual(notFound);
  });
});

test("what somebody did with a changed case beside its record is no hindrance", async () => {
  await caseFor(lead, "2016-01", [await person("Ann", "coder"), await person("Bob", "coder")]);
  const id = await imported(lead, [change("2013")]);
  must(await holdOpening(lead, "2016-01"));
  must(await undoImport(lead, id, "No"));
  expect(await getCaseRecord(lead, "2016-01")).toMatchObject({ record: { sample: "2016" } });
});

test("what was done with other cases is no hindrance", async () => {
  const [ann, bob] = [await person("Ann", "coder"), await person("Bob", "coder")];
  await caseFor(lead, "2016-01", [ann, bob]);
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-01", "3210000000000");
  await agreeEverything(lead, "2016-01");
  const dissent = { factor: "neglect", reason: "Page 9", seenRevision: 1 };
  must(await recordDissent(ann, "2016-01", dissent));
  await commit(lead, "2016-01");
  must(await reopenCase(lead, "2016-01", "A chronology came in"));
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  const id = await imported(lead, [finishedDraft("2012-01")]);
  must(await undoImport(lead, id, "No"));
  expect(await getCase(lead, "2012-01")).toBeNull();
});

test("at most ten of the cases in the way are named, each once", async () => {
  const references = Array.from({ length: 213 }, (_, index) => `2012-${index + 100}`);
  const drafts = (facts: CaseDraft["facts"]) =>
    references.map((reference) => draftOf(reference, { facts }));
  const id = await imported(lead, drafts({ ...facts }));
  await imported(lead, drafts({ sample: "2013" }));
  expect(await undoImport(lead, id, "No")).toEqual(
    wayOn(
      "2012-100, 2012-101, 2012-102, 2012-103, 2012-104, 2012-105, 2012-106, 2012-107, 2012-108, 2012-109 and 203 more",
    ),
  );
});

test("an import is undone whose cases later imports changed, once all of these are undone", async () => {
  await caseFor(lead, "2016-01", []);
  const before = ofCases.map(rowsIn);
  const first = await imported(lead, [
    finishedDraft("2012-01", { facts, ratings }),
    change("2013"),
  ]);
  const later = ["2014", "2015"].map((sample) => [
    draftOf("2012-01", { facts: { sample } }),
    change(sample),
  ]);
  const second = await imported(lead, later[0] ?? [], { reason: "The right sample" });
  must(await undoImport(lead, second, "No"));
  const third = await imported(lead, later[1] ?? [], { reason: "The right sample" });
  expect(await undoImport(lead, first, "No")).toEqual(wayOn("2012-01 and 2016-01"));
  must(await undoImport(lead, third, "No"));
  expect(await getCaseRecord(lead, "2016-01")).toMatchObject({
    ...{ revision: 6, record: { sample: "2013" } },
  });
  must(await undoImport(lead, first, "No"));
  expect(await getCaseRecord(lead, "2016-01")).toMatchObject({
    ...{ revision: 7, record: { sample: "2016" } },
  });
  expect(await getCase(lead, "2012-01")).toBeNull();
  // One case as before, with six revisions more.
  expect(ofCases.map(rowsIn)).toEqual(before.map((rows, at) => (at === 1 ? 7 : rows)));
});

test("an import is not undone whose case somebody changed between later ones that were undone", async () => {
  const first = await imported(lead, [draftOf("2012-01")]);
  const change = (sample: string) => [draftOf("2012-01", { facts: { sample } })];
  must(await undoImport(lead, await imported(lead, change("2013")), "No"));
  const facts = { included: false, exclusionReason: "A duplicate" };
  const changed = { section: "analysis", facts, seenRevision: 3, reason: "" } as const;
  must(await changeRecord(lead, "2012-01", changed));
  must(await undoImport(lead, await imported(lead, change("2014")), "No"));
  expect(await undoImport(lead, first, "No")).toEqual(wayOn("2012-01"));
  // The database holds to it, also where the program would not.
  const past = () =>
    pastTheProgram(study.dataDir, (db) => {
      const undo =
        "insert into import_undos select id, 'No', made_at, null from imports where id = ?";
      db.prepare(undo).run(first);
      db.prepare("delete from case_records").run();
    });
  expect(past).toThrow("rows of case_records are kept as they are");
});

test("an import is undone once", async () => {
  const id = await imported(lead, [draftOf("2012-01")]);
  must(await undoImport(lead, id, "No"));
  expect(await undoImport(lead, id, "No")).toEqual(refusal("", "This import was undone already."));
  expect(await undoImport(lead, "nothing", "No")).toEqual(notFound);
});
