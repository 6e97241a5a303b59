import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { emptyRecord } from "@/domain/case-record/case-record";
import type { CaseDraft } from "@/domain/import/draft";
import { notFound } from "@/domain/outcome";
import { assignCoders } from "../assignments/assignments";
import { changeRecord, getCaseRecord, listRevisions } from "../cases/case-records";
import { getCase } from "../cases/cases";
import { listHistory } from "../cases/history";
import { listDataset, listVersions } from "../dataset/dataset";
import { reopenCase } from "../dataset/reopening";
import {
  agree,
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
import { commandLineViewer, type Viewer } from "../people/people";
import { takeBackSubmission } from "../ratings/ratings";
import { draftOf, finishedDraft, imported, importOf, levelsFrom } from "./drafts.fixtures";
import { reviewDrafts } from "./review";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
});
afterEach(() => study.end());

const sqlNow = <T>(query: string) =>
  pastTheProgram(study.dataDir, (db) => db.prepare(query).pluck().all()) as T[];
const rowsIn = (table: string) => sqlNow<number>(`select count(*) from ${table}`)[0];
const known = { sample: "2012", caseType: "public_s31", incidentType: "neglect_fatal" };

describe("a draft of a case that the study does not have", () => {
  test("becomes a case, with everything that its file says of it", async () => {
    const facts = {
      ...known,
      submissionKind: "chronology_only",
      methodology: "scie",
      involvement: "at_time",
      incidentRationale: "Page 2",
      motherAge: 19,
      periods: [
        { startDate: "2010-01-01", endDate: "2010-03-01", subject: "family" },
        { startDate: "2011-01-01", endDate: null, subject: null },
      ],
      children: [{ ageYears: 0, sex: "female", outcome: "died" }],
      practice: [{ kind: "strength", theme: "recording", description: "A letter" }],
      actions: [{ description: "A course", status: "done" }],
      included: false,
      exclusionReason: "A duplicate",
    } as const;
    await imported(lead, [draftOf("2012-01", { facts })]);
    const view = await getCaseRecord(lead, "2012-01");
    expect(view).toMatchObject({ revision: 1, committed: false });
    expect(view?.record).toEqual({ ...emptyRecord(known), ...facts });
    expect(await getCase(lead, "2012-01")).toMatchObject({
      origin: "imported",
      stage: "registered",
      codebookVersion: "0.1",
    });
  });

  test("is committed with its scores, as the version and on the day that the file says", async () => {
    const commitment = { version: 3, on: "2016-02-29" };
    await imported(lead, [
      finishedDraft("2012-01", { commitment, origin: "registered" }),
      finishedDraft("2012-02"),
      draftOf("2012-03"),
    ]);
    expect(await getCase(lead, "2012-01")).toMatchObject({ origin: "registered" });
    const [version] = await listVersions(lead, "2012-01");
    expect(version).toMatchObject({ version: 3, committedAt: "2016-02-29", imported: true });
    expect(version?.ratings.map(({ score }) => score).filter((score) => score > 0)).toEqual(
      expect.arrayContaining([1, 2, 3]),
    );
    expect((await listVersions(lead, "2012-02")).map((one) => one.version)).toEqual([1]);
    expect(
      (await listDataset(lead, {}))?.rows.map((one) => [one.reference, one.riskRating]),
    ).toEqual([
      ["2012-01", 6],
      ["2012-02", 6],
    ]);
    expect(rowsIn("dataset_ratings")).toBe(26);
  });

  test("that was committed as version 3 is committed again as version 4", async () => {
    const [ann, bob] = [await person("Ann", "coder"), await person("Bob", "coder")];
    await imported(lead, [finishedDraft("2012-01", { commitment: { version: 3, on: null } })]);
    must(await reopenCase(lead, "2012-01", "A chronology came in"));
    must(await assignCoders(lead, "2012-01", [ann.id, bob.id]));
    for (const coder of [ann, bob]) await rateAndSubmit(coder, "2012-01", "3210000000000");
    await agreeEverything(lead, "2012-01");
    expect(await commit(lead, "2012-01")).toBe(4);
  });

  test("comes with the independent ratings of its coders when it has scores", async () => {
    const ratings = ["A", "B"].map((coder) => ({ coder, levels: levelsFrom("0000000000000") }));
    await imported(lead, [finishedDraft("2012-01", { ratings })]);
    expect([rowsIn("rating_submissions"), rowsIn("submitted_ratings")]).toEqual([2, 26]);
    expect((await listHistory(lead, "2012-01"))?.map(({ at: _, ...entry }) => entry)).toEqual([
      { who: "Lena", action: "imported the case", subject: "cases.xlsx", reason: "" },
      { who: "Lena", action: "imported independent ratings", subject: "2 coders", reason: "" },
    ]);
  });

  test.each([
    ["no sample", { sample: undefined }, "the sample of a case that the study does not have"],
    [
      "no case type",
      { caseType: undefined },
      "the case type of a case that the study does not have",
    ],
    [
      "no index incident type",
      { incidentType: undefined },
      "the index incident type of a case that the study does not have",
    ],
  ])("is refused with %s", async (value, missing, expected) => {
    const { [Object.keys(missing)[0] as "sample"]: _, ...facts } = known;
    expect(await importOf(lead, [draftOf("2012-01"), draftOf("2012-02", { facts })])).toEqual(
      refusal("Cases", `Cases, row 2: ${value} found, expected ${expected}`),
    );
    expect([rowsIn("cases"), rowsIn("imports"), rowsIn("import_cases")]).toEqual([0, 0, 0]);
  });

  test.each([
    ["independent ratings", { ratings: [{ coder: "A", levels: levelsFrom("0000000000000") }] }],
    ["a version or a day of commitment", { commitment: { version: 1, on: "2016-02-29" } }],
  ])("is refused with %s and no scores", async (value, over) => {
    expect(await importOf(lead, [draftOf("2012-01", over)])).toEqual(
      refusal(
        "Cases",
        `Cases, row 2: ${value} found, expected none, because the case has no agreed scores`,
      ),
    );
    expect([rowsIn("cases"), rowsIn("rating_submissions")]).toEqual([0, 0]);
  });

  test("is refused when its reference stands in the file before, in capitals or not", async () => {
    const again = draftOf("ab-1", { place: { sheet: "More", line: 9 } });
    expect(await importOf(lead, [draftOf("AB-1"), again])).toEqual(
      refusal("More", "More, row 9: ab-1 a second time found, expected each reference once"),
    );
    expect(rowsIn("cases")).toBe(0);
  });
});

describe("a draft of a case that the study has", () => {
  beforeEach(() => caseFor(lead, "AB-1", []));

  test("changes the facts that the file has, and no others, as the next revision", async () => {
    must(
      await changeRecord(lead, "AB-1", {
        section: "involvement",
        facts: { involvement: "at_time", periods: [] },
        seenRevision: 1,
        reason: "",
      }),
    );
    const facts = {
      sample: "2013",
      children: [{ ageYears: 3, sex: null, outcome: "died" }],
    } as const;
    await caseFor(lead, "2016-01", []);
    const drafts = [draftOf("ab-1", { facts }), draftOf("2016-01", { facts })];
    await imported(lead, drafts, { reason: "A list came in" });
    expect(await getCaseRecord(lead, "2016-01")).toMatchObject({ revision: 2 });
    const view = await getCaseRecord(lead, "AB-1");
    expect(view?.revision).toBe(3);
    expect(view?.record).toEqual({
      ...emptyRecord({ ...known, sample: "2013" }),
      involvement: "at_time",
      children: [{ ageYears: 3, sex: null, outcome: "died" }],
    });
    expect((await listRevisions(lead, "AB-1"))?.[0]).toMatchObject({
      who: "Lena",
      reason: "A list came in",
      changes: [
        { label: "Sample", before: ["2016"], after: ["2013"] },
        { label: "Index children", before: [], after: ["Child of 3, died (sex not recorded)"] },
      ],
    });
    expect((await listHistory(lead, "AB-1"))?.map(({ at: _, ...entry }) => entry)).toEqual([
      { who: "Lena", action: "registered the case", subject: "", reason: "" },
      { who: "Lena", action: "changed the record", subject: "Involvement", reason: "" },
      { who: "Lena", action: "changed the record", subject: "cases.xlsx", reason: "" },
    ]);
  });

  test("leaves it as it is when nothing differs", async () => {
    await imported(lead, [draftOf("AB-1", { facts: { sample: "2016" } }), draftOf("2012-02")]);
    expect(await getCaseRecord(lead, "AB-1")).toMatchObject({ revision: 1 });
    expect(sqlNow("select reference from import_cases")).toEqual(["2012-02"]);
  });

  test("keeps its sample where the file has one for new cases alone", async () => {
    const ofNew = (reference: string, facts: CaseDraft["facts"]) =>
      draftOf(reference, { facts, sampleIfNew: "2013" });
    const { sample: _, ...others } = known;
    await imported(lead, [
      ofNew("AB-1", { methodology: "hybrid" }),
      ofNew("2016-02", { ...others }),
      ofNew("2016-03", known),
    ]);
    const samples = ["AB-1", "2016-02", "2016-03"].map(
      async (reference) => (await getCaseRecord(lead, reference))?.record.sample,
    );
    expect(await Promise.all(samples)).toEqual(["2016", "2013", "2012"]);
  });

  test("is refused where its facts do not go with those of the study", async () => {
    const facts = { included: false };
    expect(await importOf(lead, [draftOf("AB-1", { facts })])).toEqual(
      refusal(
        "Cases",
        "Cases, row 2: no reason for exclusion found, expected a reason in the column “Reason for exclusion”, because it is excluded",
      ),
    );
    expect(rowsIn("case_records")).toBe(1);
  });
});

describe("a committed case", () => {
  const levels = levelsFrom("3210000000000");
  const first = [{ coder: "A", levels: levelsFrom("0000000000000") }];
  beforeEach(() => imported(lead, [finishedDraft("2012-01", { ratings: first })]));
  const changed = { facts: { sample: "2013" } };

  test("is changed with a reason only", async () => {
    expect(await importOf(lead, [draftOf("2012-01", changed)], { reason: " " })).toEqual(
      refusal("reason", "Say why the records of committed cases are changed"),
    );
    expect(rowsIn("case_records")).toBe(1);
    await imported(lead, [draftOf("2012-01", changed)], { reason: "A slip" });
    expect(sqlNow("select reason from case_records order by revision")).toEqual(["", "A slip"]);
  });

  test("can come again with the same scores and ratings, which are not stored again", async () => {
    const again = finishedDraft("2012-01", { ratings: first, ...changed });
    await imported(lead, [again], { reason: "A slip" });
    expect(["dataset_versions", "rating_submissions", "case_records"].map(rowsIn)).toEqual([
      1, 1, 2,
    ]);
  });

  test("is compared by its latest version, and by ratings that nobody has taken back", async () => {
    const coders = [await person("Ann", "coder"), await person("Bob", "coder")];
    const [ann, bob] = coders as [Viewer, Viewer];
    await caseFor(lead, "2016-01", coders);
    await rateAndSubmit(ann, "2016-01", "0000000000000");
    must(await takeBackSubmission(ann, "2016-01"));
    for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-01", "3210000000000");
    await agreeEverything(lead, "2016-01");
    await commit(lead, "2016-01");
    must(await reopenCase(lead, "2016-01", "A chronology came in"));
    await agree(lead, "2016-01", { factor: "neglect", level: "low" });
    await commit(lead, "2016-01");
    const change = { facts: { sample: "2013" } };
    const latest = { ...levels, neglect: "low" };
    const given = { coder: "A", levels };
    const taken = { coder: "B", levels: levelsFrom("0000000000000") };
    expect(await importOf(lead, [draftOf("2016-01", { ...change, levels })])).toMatchObject({
      kind: "refused",
    });
    expect(
      await importOf(lead, [draftOf("2016-01", { ...change, ratings: [taken] })]),
    ).toMatchObject({
      problems: [{ message: ratingsStand }],
    });
    const same = draftOf("2016-01", { ...change, levels: latest, ratings: [given, given] });
    await imported(lead, [same], { reason: "A slip" });
  });

  const levelsStand =
    "Cases, row 2: scores found, expected no scores, because the study has this case already; a file brings scores for new cases only";
  const ratingsStand =
    "Cases, row 2: independent ratings found, expected no independent ratings, because the study has this case already; a file brings them for new cases only";
  const { neglect: _, ...incomplete } = levels;
  test.each([
    ["other scores", { levels: levelsFrom("3310000000000") }, levelsStand],
    ["fewer scores", { levels: incomplete }, levelsStand],
    ["other ratings", { ratings: [{ coder: "A", levels }] }, ratingsStand],
    ["the same ratings twice", { ratings: [...first, ...first] }, ratingsStand],
  ])("does not take %s", async (_, over, sentence) => {
    expect(await importOf(lead, [draftOf("2012-01", { facts: {}, ...over })])).toEqual(
      refusal("Cases", sentence),
    );
  });
});

test("all or nothing: every fault is told, and nothing is stored", async () => {
  const wrong = (line: number) =>
    draftOf(`2012-${line}`, { facts: {}, place: { sheet: "Cases", line } });
  const outcome = await importOf(lead, [finishedDraft("2012-01"), wrong(3), wrong(4)]);
  expect(outcome).toMatchObject({ kind: "refused" });
  expect(outcome.kind === "refused" && outcome.problems.length).toBe(6);
  const tables = ["cases", "case_records", "dataset_versions", "dataset_ratings", "imports"];
  expect([...tables, "import_cases", "import_totals"].map(rowsIn)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(sqlNow("select action from audit_entries where action = 'imported cases'")).toEqual([]);
});

test("many cases come in with all that belongs to each", async () => {
  const children = [
    { ageYears: 4, sex: "female", outcome: "died" },
    { ageYears: 6, sex: "male", outcome: "survived" },
  ] as const;
  const drafts = Array.from({ length: 453 }, (_, index) =>
    finishedDraft(`2012-${index}`, { facts: { ...known, sample: `S${index}`, children } }),
  );
  async function* inPieces() {
    yield drafts.slice(0, 250);
    yield [];
    yield drafts.slice(250);
  }
  await imported(lead, [], { drafts: inPieces() });
  expect(["cases", "index_children", "dataset_ratings", "import_cases"].map(rowsIn)).toEqual([
    453, 906, 5889, 453,
  ]);
  expect(await getCaseRecord(lead, "2012-452")).toMatchObject({
    record: { sample: "S452", children },
  });
  expect((await listVersions(lead, "2012-300"))[0]?.ratings).toHaveLength(13);
});

test("is one entry in the log, with the files and how much came of them", async () => {
  await caseFor(lead, "2016-01", []);
  const files = [
    { name: "cases.xlsx", sha256: "a" },
    { name: "more.csv", sha256: "b" },
  ];
  await imported(
    lead,
    [finishedDraft("2012-01"), draftOf("2012-02"), draftOf("2016-01", { facts: { sample: "2" } })],
    { files, reason: "A slip" },
  );
  const log = "select action || '|' || subject || '|' || reason from audit_entries";
  expect(sqlNow(`${log} where case_id is null order by position desc limit 1`)).toEqual([
    "imported cases|cases.xlsx, more.csv: 2 new, 1 changed|",
  ]);
  expect(
    sqlNow("select distinct c.reference from audit_entries join cases c on c.id = case_id"),
  ).toEqual(["2016-01"]);
});

describe("what was seen before", () => {
  const drafts = () => [[draftOf("2012-01"), draftOf("2016-01", { facts: { sample: "2017" } })]];
  const stale = refusal(
    "seen",
    "What the files say or the study holds has changed since the check. Check again to see what holds now.",
  );
  beforeEach(() => caseFor(lead, "2016-01", []));

  test("is imported while it holds", async () => {
    const seen = (await reviewDrafts(lead, drafts()))?.seen ?? "";
    expect(await importOf(lead, [], { drafts: drafts(), seen })).toMatchObject({ kind: "done" });
  });

  test("is refused when somebody has changed one of the records since", async () => {
    const seen = (await reviewDrafts(lead, drafts()))?.seen ?? "";
    const facts = { incidentType: "suicide", incidentRationale: "" };
    must(
      await changeRecord(lead, "2016-01", {
        section: "incident",
        facts,
        seenRevision: 1,
        reason: "",
      }),
    );
    expect(await importOf(lead, [], { drafts: drafts(), seen })).toEqual(stale);
  });

  test("is refused when a file says something else of one of the cases since", async () => {
    const seen = (await reviewDrafts(lead, drafts()))?.seen ?? "";
    const other = (draft: CaseDraft) => [[draft, ...(drafts()[0]?.slice(1) ?? [])]];
    const levels = { ...finishedDraft("2012-01").levels, neglect: "low" };
    for (const one of [
      draftOf("2012-01", { facts: { ...draftOf("2012-01").facts, motherAge: 19 } }),
      { ...finishedDraft("2012-01"), levels },
    ])
      expect(await importOf(lead, [], { drafts: other(one), seen })).toEqual(stale);
    expect(rowsIn("imports")).toBe(0);
  });

  test("is refused when somebody has registered one of the cases since", async () => {
    const seen = (await reviewDrafts(lead, drafts()))?.seen ?? "";
    await caseFor(lead, "2012-01", []);
    expect(await importOf(lead, [], { drafts: drafts(), seen })).toEqual(stale);
    expect(rowsIn("imports")).toBe(0);
  });
});

test("there is no import of nothing", async () => {
  await caseFor(lead, "2016-01", []);
  const nothing = refusal("", "There is nothing to import: the study has all of it already.");
  expect(await importOf(lead, [])).toEqual(nothing);
  expect(await importOf(lead, [draftOf("2016-01", { facts: { sample: "2016" } })])).toEqual(
    nothing,
  );
  expect(rowsIn("imports")).toBe(0);
});

test("a reason is at most 4,000 characters, and is kept without the blanks around it", async () => {
  expect(await importOf(lead, [draftOf("2012-01")], { reason: "a".repeat(4001) })).toEqual(
    refusal("reason", "Shorten the reason to 4,000 characters"),
  );
  await imported(lead, [draftOf("2012-01")], { reason: " A list " });
  expect(sqlNow("select reason from imports")).toEqual(["A list"]);
});

test("what goes wrong in the middle leaves nothing behind, and is not taken for a refusal", async () => {
  function* broken() {
    yield [finishedDraft("2012-01")];
    throw new Error("The file ends early");
  }
  await expect(importOf(lead, [], { drafts: broken() })).rejects.toThrow("The file ends early");
  expect(rowsIn("cases")).toBe(0);
});

test("to anyone but a lead there is no import", async () => {
  for (const role of ["coder", "analyst", "admin"] as const) {
    const viewer = await person(`The ${role}`, role);
    expect(await importOf(viewer, [draftOf("2012-01")])).toEqual(notFound);
  }
  expect(rowsIn("cases")).toBe(0);
  await imported(commandLineViewer(), [draftOf("2012-01")]);
  expect(sqlNow("select made_by from imports")).toEqual([null]);
});
