import { afterEach, beforeEach, expect, test } from "vitest";
import type { CaseDraft } from "@/domain/import/draft";
import { must, person, refusal, release, temporaryStudy } from "../fixtures";
import type { Viewer } from "../people/people";
import { draftOf, finishedDraft, imported } from "./drafts.fixtures";
import { getImport } from "./imports";
import { undoImport } from "./undo";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  await imported(lead, [finishedDraft("2012-01"), finishedDraft("2012-02"), draftOf("2012-03")]);
});
afterEach(() => study.end());

const change = (reference: string, facts: CaseDraft["facts"]) => draftOf(reference, { facts });
const undoOf = async (id: string) => (await getImport(lead, id))?.undo;

test("an undo says which outputs move, by the facts of committed cases alone", async () => {
  const id = await imported(
    lead,
    [
      change("2012-01", { methodology: "scie" }),
      change("2012-02", { incidentType: "suicide" }),
      change("2012-03", { involvement: "none" }),
    ],
    { reason: "A slip" },
  );
  expect(await undoOf(id)).toEqual({
    moves: ["Table 3, SCR methodology", "Table 9, index incidents", "The dataset and its files"],
    releases: [],
  });
  must(await undoImport(lead, id, "The wrong file"));
  expect(await undoOf(id)).toBeNull();
});

test("an undo of new cases and of changes to others moves nothing that is committed", async () => {
  const id = await imported(lead, [
    finishedDraft("2012-04"),
    change("2012-03", { involvement: "none" }),
  ]);
  expect(await undoOf(id)).toEqual({ moves: [], releases: [] });
});

test("an undo names the releases that hold records as the import left them", async () => {
  await release(lead);
  const id = await imported(lead, [change("2012-01", { methodology: "scie" })], {
    reason: "A slip",
  });
  expect((await undoOf(id))?.releases).toEqual([]);
  await release(lead);
  expect((await undoOf(id))?.releases).toEqual([2]);
});

test("an undo names no release that holds another import alone, or a revision of another case", async () => {
  await imported(lead, [change("2012-01", { methodology: "scie" })], { reason: "A slip" });
  await release(lead);
  const id = await imported(lead, [change("2012-03", { involvement: "none" })]);
  expect((await undoOf(id))?.releases).toEqual([]);
});

test("an undo does not name the release of a new case: it is in the way of the undo", async () => {
  const id = await imported(lead, [finishedDraft("2012-04")]);
  await release(lead);
  expect((await undoOf(id))?.releases).toEqual([]);
  expect(await undoImport(lead, id, "The wrong file")).toEqual(
    refusal(
      "",
      "This import can no longer be undone, because work has gone on from it in 2012-04.",
    ),
  );
});
