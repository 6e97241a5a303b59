import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { typedValue } from "@/domain/code-lists/edit";
import { listRevisions } from "../cases/case-records";
import { must, pastTheProgram, person, refusal, release, temporaryStudy } from "../fixtures";
import type { Viewer } from "../people/people";
import { changeCodeList, currentCodeLists, listCodeListChanges } from "../study/code-lists";
import { draftOf, finishedDraft, imported, importOf } from "./drafts.fixtures";
import { getImport, lastMatching } from "./imports";
import { reviewDrafts } from "./review";
import { undoImport } from "./undo";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
});
afterEach(() => study.end());

const value = (key: string, label: string) => ({ key, label, offered: true, mergedInto: null });
const lists = { methodology: [value("scie", "Systems model"), value("desk", "Desk review")] };
const drafts = [draftOf("2012-02", { facts: { ...draftOf("").facts, methodology: "desk" } })];
const labels = async () => (await currentCodeLists()).methodology.values.map(({ label }) => label);

test("an import brings the values that its cases have, and says so before", async () => {
  await imported(lead, [draftOf("2012-01")]);
  const review = await reviewDrafts(lead, [drafts], lists);
  expect(review?.lists).toEqual([
    { label: "SCR methodologies", changes: ["“Desk review” is new"] },
  ]);
  expect(await labels()).toHaveLength(4);
  await imported(lead, drafts, { lists, seen: review?.seen });
  expect(await labels()).toEqual(["Traditional", "Hybrid", "SCIE", "Unclear", "Desk review"]);
  const log = pastTheProgram(study.dataDir, (db) =>
    db
      .prepare("select subject, reason from audit_entries where action = 'changed a code list'")
      .raw()
      .all(),
  );
  expect(log).toEqual([["SCR methodologies", "Imported with cases.xlsx"]]);
});

test("where there is no case yet, it says what values are called", async () => {
  await imported(lead, drafts, { lists });
  expect(await labels()).toEqual([
    ...["Traditional", "Hybrid", "Systems model", "Unclear", "Desk review"],
  ]);
});

test("values come without a case too, and go with an undo", async () => {
  await imported(lead, [draftOf("2012-01")], { matching: { columns: { Ref: "case_ref" } } });
  const id = await imported(lead, [], { lists, matching: { columns: {} } });
  expect(await labels()).toEqual(["Traditional", "Hybrid", "SCIE", "Unclear", "Desk review"]);
  expect(await lastMatching(lead)).toEqual({ columns: { Ref: "case_ref" } });
  expect(await getImport(lead, id)).toMatchObject({
    cases: [],
    lists: { brought: [{ label: "SCR methodologies", changes: ["“Desk review” is new"] }] },
    undo: { moves: [], releases: [] },
  });
  must(await undoImport(lead, id, "The wrong file"));
  expect(await labels()).toEqual(["Traditional", "Hybrid", "SCIE", "Unclear"]);
});

test("with values that the study has already there is nothing to import", async () => {
  await imported(lead, [draftOf("2012-01")]);
  const own = { methodology: [value("scie", "Systems model")] };
  expect(await importOf(lead, [draftOf("2012-01")], { lists: own })).toEqual(
    refusal("", "There is nothing to import: the study has all of it already."),
  );
});

describe("an import that is undone", () => {
  const own = ["Traditional", "Hybrid", "SCIE", "Unclear"];
  const desk = { label: "SCR methodologies", changes: ["“Desk review” is new"] };
  const undone = async (id: string) => {
    must(await undoImport(lead, id, "The wrong file"));
    return (await getImport(lead, id))?.lists;
  };

  test("takes the values back that it brought, as the next version, and can be made again", async () => {
    const id = await imported(lead, drafts, { lists });
    const renamed = { ...desk, changes: ["“SCIE” is now “Systems model”", ...desk.changes] };
    expect(await undone(id)).toEqual({ brought: [renamed], left: [] });
    expect(await labels()).toEqual(own);
    const [last] = (await listCodeListChanges(lead, "methodology")) ?? [];
    expect(last).toMatchObject({
      version: 3,
      madeBy: "Lena",
      reason: "The import of cases.xlsx was undone",
      changes: ["“Systems model” is now “SCIE”", "“Desk review” is no longer there"],
    });
    await imported(lead, drafts, { lists });
    expect(await labels()).toEqual([...own.with(2, "Systems model"), "Desk review"]);
  });

  test("leaves a value that another case has by now, and says so", async () => {
    await imported(lead, [draftOf("2012-01")]);
    const id = await imported(lead, drafts, { lists });
    await imported(lead, [draftOf("2012-01", { facts: { methodology: "desk" } })]);
    await imported(lead, [draftOf("2012-01", { facts: { methodology: "hybrid" } })]);
    expect(await undone(id)).toEqual({ brought: [desk], left: [desk] });
    expect(await labels()).toEqual([...own, "Desk review"]);
    // Where nothing is taken back there is no version that says so.
    expect((await listCodeListChanges(lead, "methodology"))?.map(({ reason }) => reason)).toEqual([
      ...["Imported with cases.xlsx", ""],
    ]);
    expect((await listRevisions(lead, "2012-01"))?.[0]?.changes).toMatchObject([
      { before: ["Desk review"], after: ["Hybrid"] },
    ]);
  });

  test("leaves a list that somebody has edited since", async () => {
    await imported(lead, [draftOf("2012-01")]);
    const id = await imported(lead, drafts, { lists });
    const { methodology } = await currentCodeLists();
    const values = methodology.values.map((one) => typedValue(methodology, one));
    const more = { ...typedValue(methodology, value("", "Panel")), offered: "yes" };
    const edit = { seenVersion: 2, values: [...values, more], reason: "Panels came up" };
    must(await changeCodeList(lead, "methodology", edit));
    expect(await undone(id)).toEqual({ brought: [desk], left: [desk] });
    expect(await labels()).toEqual([...own, "Desk review", "Panel"]);
  });

  test("leaves a list that is in a release", async () => {
    await imported(lead, [finishedDraft("2012-01")]);
    const id = await imported(lead, drafts, { lists });
    await release(lead);
    expect(await undone(id)).toEqual({ brought: [desk], left: [desk] });
  });

  test("takes values back of a list that a release has as it was before, beside another list", async () => {
    await imported(lead, [finishedDraft("2012-01")]);
    const themes = (await currentCodeLists()).practice_theme;
    const values = themes.values.map((one) => typedValue(themes, one));
    const more = { ...typedValue(themes, value("", "Panels")), offered: "yes" };
    const edit = { seenVersion: 1, values: [...values, more], reason: "Panels came up" };
    must(await changeCodeList(lead, "practice_theme", edit));
    await release(lead);
    const id = await imported(lead, drafts, { lists });
    expect(await undone(id)).toEqual({ brought: [desk], left: [] });
    expect(await labels()).toEqual(own);
  });

  test("refuses files that were read while its values were there", async () => {
    await imported(lead, [draftOf("2012-01")]);
    const id = await imported(lead, drafts, { lists });
    must(await undoImport(lead, id, "The wrong file"));
    const review = await reviewDrafts(lead, [drafts]);
    expect(review?.faults.map(({ message }) => message)).toEqual([
      "Cases, row 2: a value that its code list has no longer found, expected files that are read since: go back to the columns and save them",
    ]);
  });
});
