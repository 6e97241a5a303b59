import { afterEach, beforeEach, expect, test } from "vitest";
import { must, pastTheProgram, person, refusal, temporaryStudy } from "../fixtures";
import type { Viewer } from "../people/people";
import { currentCodeLists } from "../study/code-lists";
import { draftOf, imported, importOf } from "./drafts.fixtures";
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

test("with a case that is refused no list changes; undone, the lists stay", async () => {
  await imported(lead, [draftOf("2012-01")]);
  expect(await importOf(lead, [draftOf("2012-01")], { lists })).toEqual(
    refusal("", "There is nothing to import: the study has all of it already."),
  );
  expect(await labels()).toHaveLength(4);
  const id = await imported(lead, drafts, { lists });
  must(await undoImport(lead, id, "The wrong file"));
  expect(await labels()).toHaveLength(5);
});
