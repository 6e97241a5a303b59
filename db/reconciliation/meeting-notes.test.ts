import { afterAll, beforeAll, expect, test } from "vitest";
import { staleNotes } from "@/domain/reconciliation/meeting-notes";
import { assignCoders } from "../assignments/assignments";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  person,
  rateAndSubmit,
  refusal,
  temporaryStudy,
} from "../fixtures";
import { commandLineViewer, type Viewer } from "../people/people";
import { listMeetingNotes, saveMeetingNotes } from "./meeting-notes";
import { getRoom } from "./rooms";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let cy: Viewer;
let number = 0;
beforeAll(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  cy = await person("Cy", "coder");
});
afterAll(() => study.end());

async function openCase(): Promise<string> {
  const reference = await caseFor(lead, `2016-${++number}`, [ann, bob]);
  for (const coder of [ann, bob]) await rateAndSubmit(coder, reference, "3210000000000");
  return reference;
}

const save = (who: Viewer, reference: string, text: string, seenRevision: number) =>
  saveMeetingNotes(who, reference, { text, seenRevision });
const told = async (who: Viewer, reference: string) =>
  (await listMeetingNotes(who, reference)).map(({ revision, text, savedBy }) => [
    revision,
    text,
    savedBy,
  ]);

test("everybody in the room adds to the notes, and every version stays", async () => {
  const reference = await openCase();
  expect(await told(ann, reference)).toEqual([]);
  must(await save(ann, reference, "Start with neglect", 0));
  must(await save(lead, reference, "Start with neglect\nPage 4", 1));
  must(await save(commandLineViewer(), reference, "", 2));
  expect(await told(bob, reference)).toEqual([
    [3, "", null],
    [2, "Start with neglect\nPage 4", "Lena"],
    [1, "Start with neglect", "Ann"],
  ]);
});

test("a save that has not seen the last is refused; what stands already is not kept twice", async () => {
  const reference = await openCase();
  must(await save(ann, reference, "Ann’s", 0));
  const before = await getRoom(ann, reference);
  expect(await save(bob, reference, "Bob’s", 0)).toEqual(refusal("seenRevision", staleNotes));
  expect(await save(bob, reference, "Bob’s", 2)).toEqual(refusal("seenRevision", staleNotes));
  must(await save(bob, reference, "Ann’s", 0));
  expect(await told(ann, reference)).toEqual([[1, "Ann’s", "Ann"]]);
  expect(await getRoom(ann, reference)).toEqual(before);
});

test("once the case is committed they are read, and changed no more", async () => {
  const reference = await openCase();
  must(await save(ann, reference, "Ann’s", 0));
  await agreeEverything(lead, reference);
  await commit(lead, reference);
  expect((await save(ann, reference, "Later", 1)).kind).toBe("not_found");
  expect(await told(bob, reference)).toEqual([[1, "Ann’s", "Ann"]]);
});

test("while a coder who joined has not submitted, nobody reads or changes them", async () => {
  const reference = await openCase();
  must(await save(ann, reference, "Ann’s", 0));
  must(await assignCoders(lead, reference, [cy.id]));
  for (const who of [lead, ann, cy]) {
    expect(await told(who, reference)).toEqual([]);
    expect((await save(who, reference, "More", 1)).kind).toBe("not_found");
  }
  await rateAndSubmit(cy, reference, "3210000000000");
  expect(await told(cy, reference)).toEqual([[1, "Ann’s", "Ann"]]);
});
