import { afterAll, beforeAll, expect, test } from "vitest";
import { assignCoders } from "../assignments/assignments";
import { listHistory } from "../cases/history";
import { reopenCase } from "../dataset/reopening";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  ratingsFrom,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { saveDraft } from "../ratings/drafts";
import { acceptAllTheSame } from "./decisions";
import { getReconciliation } from "./reconciliations";
import { getRoom, showNames } from "./rooms";

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
  for (const coder of [ann, bob])
    await rateAndSubmit(coder, reference, "3210000000000", `By ${coder.name}`);
  return reference;
}

const at = async (reference: string) => (await getRoom(ann, reference))?.at ?? -1;

test("the room counts on with everything that is done to the case", async () => {
  const reference = await openCase();
  const first = await at(reference);
  must(await acceptAllTheSame(lead, reference));
  expect(await at(reference)).toBe(first + 1);
  must(await showNames(lead, reference, true));
  expect(await at(reference)).toBe(first + 2);
  await openCase();
  expect(await at(reference)).toBe(first + 2);
});

test("how often a coder who joined later saved their draft is not in that count", async () => {
  const counts: number[] = [];
  for (const saves of [1, 5]) {
    const reference = await openCase();
    must(await assignCoders(lead, reference, [cy.id]));
    const ratings = await ratingsFrom(cy, reference, "3210000000000");
    for (let save = 1; save < saves; save++)
      must(await saveDraft(cy, reference, save - 1, ratings));
    await rateAndSubmit(cy, reference, "3210000000000");
    counts.push(await at(reference));
  }
  expect(counts[0]).toBeGreaterThan(0);
  expect(counts[1]).toBe(counts[0]);
});

test("a room is there from the opening of a case until it is committed, and when it is reopened", async () => {
  const reference = await caseFor(lead, `2016-${++number}`, [ann, bob]);
  await rateAndSubmit(ann, reference, "3210000000000");
  expect(await getRoom(ann, reference)).toBeNull();
  await rateAndSubmit(bob, reference, "3210000000000");
  expect(await getRoom(ann, reference)).toMatchObject({ reference });
  expect(await getRoom(cy, reference)).toBeNull();
  await agreeEverything(lead, reference);
  await commit(lead, reference);
  expect(await getRoom(ann, reference)).toBeNull();
  must(await reopenCase(lead, reference, "A later page was missed"));
  expect(await getRoom(ann, reference)).toMatchObject({ reference });
  expect(await getRoom(ann, "2016-99")).toBeNull();
});

test("names are hidden until a lead shows them, and can be hidden again", async () => {
  const reference = await openCase();
  const names = async () => (await getReconciliation(bob, reference))?.names;
  const written = async () => {
    const current = await getReconciliation(bob, reference);
    return current?.rows[0]?.ratings.map(({ letter, note }) => [letter, note.slice(3)]) ?? [];
  };
  expect(await names()).toBeNull();
  expect((await showNames(ann, reference, true)).kind).toBe("not_found");
  must(await showNames(lead, reference, true));
  must(await showNames(lead, reference, true));
  expect(await names()).toEqual(Object.fromEntries(await written()));
  expect(Object.values((await names()) ?? {}).sort()).toEqual(["Ann", "Bob"]);
  must(await showNames(lead, reference, false));
  expect(await names()).toBeNull();
  must(await showNames(lead, reference, true));
  expect(await names()).not.toBeNull();

  const switched = (await listHistory(ann, reference))?.filter(({ action }) =>
    action.endsWith("the coders’ names"),
  );
  expect(switched?.map(({ who, action }) => [who, action])).toEqual([
    ["Lena", "showed the coders’ names"],
    ["Lena", "hid the coders’ names"],
    ["Lena", "showed the coders’ names"],
  ]);
  expect(rowsOf(reference)).toEqual([1, 0, 1]);
});

test("names are shown for one case alone", async () => {
  const reference = await openCase();
  must(await showNames(lead, await openCase(), true));
  expect((await getReconciliation(bob, reference))?.names).toBeNull();
  must(await showNames(lead, reference, true));
  const first = `select n.revision from name_switches n join cases c on c.id = n.case_id
    where c.reference = ?`;
  const revision = pastTheProgram(study.dataDir, (db) => db.prepare(first).pluck().get(reference));
  expect(revision).toBe(1);
});

function rowsOf(reference: string) {
  return pastTheProgram(study.dataDir, (db) =>
    db
      .prepare(
        `select shown from name_switches n join cases c on c.id = n.case_id
         where c.reference = ? order by n.revision`,
      )
      .pluck()
      .all(reference),
  );
}
