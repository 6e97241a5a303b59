import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { assignCoders } from "../assignments/assignments";
import { reopenCase } from "../dataset/reopening";
import { caseFor, must, pastTheProgram, person, rateAndSubmit, temporaryStudy } from "../fixtures";
import { commandLineViewer, type Viewer } from "../people/people";
import { draftOf, finishedDraft, imported, levelsFrom } from "./drafts.fixtures";
import { getImport, lastMatching, listImports } from "./imports";
import { undoImport } from "./undo";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let other: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  other = await person("Omar", "lead", "coder");
});
afterEach(() => study.end());

test("imports are listed, newest first, with what came of them", async () => {
  const first = await imported(commandLineViewer(), [draftOf("2012-01")]);
  const second = await imported(lead, [
    finishedDraft("2012-02", { ratings: [{ coder: "A", levels: levelsFrom("0000000000000") }] }),
    draftOf("2012-01", { facts: { sample: "2013" } }),
  ]);
  must(await undoImport(lead, second, "The wrong file"));
  const lines = await listImports(lead);
  expect(lines?.map(({ id, madeBy }) => [id, madeBy])).toEqual([
    [second, "Lena"],
    [first, null],
  ]);
  expect(lines?.[0]).toMatchObject({
    files: [{ name: "cases.xlsx", sha256: "a1b2" }],
    counts: { new: 1, committed: 1, changed: 1, unchanged: 0, refused: 0, ratings: 1 },
    undone: { by: "Lena", reason: "The wrong file" },
  });
  expect(lines?.[1]?.undone).toBeNull();
});

test("one is shown with its cases, and the totals that differed", async () => {
  await caseFor(lead, "2016-01", []);
  const stated = { risk_rating: 9, index_children: 2 };
  const id = await imported(lead, [
    draftOf("2016-01", { facts: { sample: "2013" }, stated: { fatal: "no" } }),
    finishedDraft("2012-02", {
      stated,
      ratings: [{ coder: "A", levels: levelsFrom("0000000000000") }],
    }),
    draftOf("2012-03"),
  ]);
  const view = await getImport(lead, id);
  expect(view).toMatchObject({ id, madeBy: "Lena", reason: "", undone: null });
  expect(view?.cases).toEqual([
    { reference: "2012-02", kind: "new", committed: true, ratingSets: 1 },
    { reference: "2012-03", kind: "new", committed: false, ratingSets: 0 },
    { reference: "2016-01", kind: "changed", committed: false, ratingSets: 0 },
  ]);
  expect(view?.totals).toEqual([
    {
      reference: "2012-02",
      field: "index_children",
      label: "Index children",
      stated: "2",
      computed: null,
    },
    {
      reference: "2012-02",
      field: "risk_rating",
      label: "Risk rating",
      stated: "9",
      computed: "6",
    },
    { reference: "2016-01", field: "fatal", label: "Fatal", stated: "no", computed: "Yes" },
  ]);
  must(await undoImport(lead, id, "No"));
  expect(await getImport(lead, id)).toMatchObject({ undo: null, undone: { by: "Lena" } });
});

test("cases and totals are shown 100 at a time", async () => {
  const drafts = Array.from({ length: 103 }, (_, index) =>
    draftOf(`2012-${index + 100}`, { stated: { index_children: 1 } }),
  );
  const id = await imported(lead, drafts);
  const view = await getImport(lead, id);
  expect([view?.cases.length, view?.totals.length, view?.differing]).toEqual([100, 100, 103]);
  expect([view?.cases[99]?.reference, view?.totals[99]?.reference]).toEqual([
    "2012-199",
    "2012-199",
  ]);
  const rest = await getImport(lead, id, { cases: 100, totals: 101 });
  expect(rest?.cases.map(({ reference }) => reference)).toEqual([
    ...["2012-200", "2012-201", "2012-202"],
  ]);
  expect(rest?.totals.map(({ reference }) => reference)).toEqual(["2012-201", "2012-202"]);
  expect(rest?.differing).toBe(103);
});

test("a total is kept for a case that stays as it is", async () => {
  await imported(lead, [draftOf("2012-01")]);
  const stated = { index_children: 2 };
  const id = await imported(lead, [draftOf("2012-01", { facts: {}, stated }), draftOf("2012-02")]);
  await imported(lead, [
    draftOf("2012-01", { facts: { sample: "2013" }, stated: { fatal: "no" } }),
  ]);
  const view = await getImport(lead, id);
  expect(view?.cases.map(({ reference }) => reference)).toEqual(["2012-02"]);
  expect(view?.totals.map(({ reference, stated }) => [reference, stated])).toEqual([
    ["2012-01", "2"],
  ]);
});

test("the next import remembers how the last one was matched, also when it was undone", async () => {
  expect(await lastMatching(lead)).toBeNull();
  await imported(lead, [draftOf("2012-01")], { matching: { columns: { Ref: "case_ref" } } });
  const matching = { columns: { "Case no.": "case_ref" } };
  const second = await imported(lead, [draftOf("2012-02")], { matching });
  must(await undoImport(lead, second, "No"));
  expect(await lastMatching(lead)).toEqual(matching);
});

describe("a stated risk rating", () => {
  const stated = { risk_rating: 9, index_children: 2 };
  const toldOf = async (id: string) => {
    const view = await getImport(lead, id);
    return [
      ...(view?.totals.map(({ reference, field }) => `${reference} ${field}`) ?? []),
      view?.differing,
    ];
  };
  const kept = () =>
    pastTheProgram(study.dataDir, (db) =>
      db.prepare("select field from import_totals order by field").pluck().all(),
    );

  test("is not kept for a case that is not committed", async () => {
    await caseFor(lead, "2016-01", []);
    await imported(lead, [
      draftOf("2012-01", { stated }),
      draftOf("2016-01", { facts: {}, stated }),
    ]);
    expect(kept()).toEqual(["index_children", "index_children"]);
  });

  test("is not told while a coder of the reopened case has not submitted", async () => {
    const id = await imported(lead, [finishedDraft("2012-01", { stated })]);
    must(await reopenCase(lead, "2012-01", "A chronology came in"));
    expect(await toldOf(id)).toEqual(["2012-01 index_children", "2012-01 risk_rating", 2]);
    const ann = await person("Ann", "coder");
    must(await assignCoders(lead, "2012-01", [other.id, ann.id]));
    await rateAndSubmit(ann, "2012-01", "3210000000000");
    expect(await toldOf(id)).toEqual(["2012-01 index_children", 1]);
    await rateAndSubmit(other, "2012-01", "3210000000000");
    expect(await toldOf(id)).toEqual(["2012-01 index_children", "2012-01 risk_rating", 2]);
  });

  test("is not told once its case is gone: another of that reference may be rated blind", async () => {
    await imported(lead, [finishedDraft("2012-02")]);
    const id = await imported(lead, [finishedDraft("2012-01", { stated })]);
    must(await undoImport(lead, id, "No"));
    expect(await toldOf(id)).toEqual(["2012-01 index_children", 1]);
  });
});

describe("reasons", () => {
  const change = { facts: { sample: "2013" } };
  const reasons = async (viewer: Viewer) =>
    (await listImports(viewer))?.map(({ reason, undone }) => [reason, undone?.reason]);

  test("are told with changes to committed cases, and with new cases", async () => {
    const drafts = [finishedDraft("2012-01"), draftOf("2012-02")];
    await imported(lead, drafts, { reason: "All before 2013" });
    const id = await imported(lead, [draftOf("2012-01", change)], { reason: "A slip" });
    must(await undoImport(lead, id, "Not a slip"));
    expect(await reasons(other)).toEqual([
      ["A slip", "Not a slip"],
      ["All before 2013", undefined],
    ]);
  });

  test("for a change to a case that is still blind are for whoever gave them", async () => {
    await caseFor(lead, "2016-01", [other, await person("Ann", "coder")]);
    const id = await imported(lead, [draftOf("2016-01", change)], { reason: "As Ann rated" });
    must(await undoImport(lead, id, "As Ann said"));
    await imported(lead, [draftOf("2012-01")], { reason: "A list" });
    expect(await reasons(lead)).toEqual([
      ["A list", undefined],
      ["As Ann rated", "As Ann said"],
    ]);
    expect(await reasons(other)).toEqual([
      ["A list", undefined],
      ["", ""],
    ]);
    expect((await getImport(other, id))?.reason).toBe("");
  });
});

test("to anyone but a lead there are no imports", async () => {
  const id = await imported(lead, [draftOf("2012-01")]);
  for (const role of ["coder", "analyst", "admin"] as const) {
    const viewer = await person(`The ${role}`, role);
    expect(await listImports(viewer)).toBeNull();
    expect(await getImport(viewer, id)).toBeNull();
    expect(await lastMatching(viewer)).toBeNull();
  }
  expect(await getImport(lead, "nothing")).toBeNull();
});
