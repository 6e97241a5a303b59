import { afterAll, beforeAll, expect, test } from "vitest";
import { knownCase } from "../cases/case-facts";
import { getCase } from "../cases/cases";
import { listHistory } from "../cases/history";
import { caseFor, must, person, rateAndSubmit, ratingsFrom, temporaryStudy } from "../fixtures";
import type { Viewer } from "../people/people";
import { getDraft, saveDraft } from "../ratings/drafts";
import { ratingsGiven } from "../ratings/given-ratings";
import { takeBackSubmission } from "../ratings/ratings";
import { getReconciliation } from "../reconciliation/reconciliations";
import { reader } from "../store/store";
import { assignCoders } from "./assignments";
import { handBackCase } from "./handing-back";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let cora: Viewer;
let number = 0;
const newCase = (...coders: Viewer[]) => caseFor(lead, `2016-${++number}`, coders);
const notFound = { kind: "not_found" };
const stageOf = async (reference: string) => (await getCase(lead, reference))?.stage;

beforeAll(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  cora = await person("Cora", "lead", "coder");
});
afterAll(() => study.end());

test("a case handed back is no longer the coder’s, nor is its draft, and the history says who did it", async () => {
  const reference = await newCase(ann, bob, cora);
  must(await saveDraft(bob, reference, 0, await ratingsFrom(bob, reference, "3-0----------")));
  must(await handBackCase(bob, reference));
  expect(await getCase(bob, reference)).toBeNull();
  expect(await getDraft(bob, reference)).toBeNull();
  expect((await getCase(lead, reference))?.coders?.map(({ name }) => name)).toEqual([
    "Ann",
    "Cora",
  ]);
  expect((await listHistory(ann, reference))?.at(-1)).toMatchObject({
    who: "Bob",
    action: "handed the case back",
    subject: "",
    reason: "",
  });
  expect(await handBackCase(bob, reference)).toEqual(notFound);
});

test("what was submitted is taken back first, and a case that is not one’s own stays as it is", async () => {
  const reference = await newCase(ann, bob);
  await rateAndSubmit(ann, reference, "3210000000000");
  expect(await handBackCase(ann, reference)).toEqual(notFound);
  expect(await handBackCase(lead, reference)).toEqual(notFound);
  expect(await handBackCase(bob, "2016-99")).toEqual(notFound);
  must(await takeBackSubmission(ann, reference));
  must(await handBackCase(ann, reference));
  expect((await getCase(lead, reference))?.coders?.map(({ name }) => name)).toEqual(["Bob"]);
});

test("the case opens when the two who are left have submitted", async () => {
  const reference = await newCase(ann, bob, cora);
  await rateAndSubmit(ann, reference, "3210000000000");
  await rateAndSubmit(bob, reference, "3210000000000");
  must(await handBackCase(cora, reference));
  expect(await stageOf(reference)).toBe("open");
  expect((await getReconciliation(ann, reference))?.letters).toEqual(["A", "B"]);
});

test("with one left who has submitted it stays closed, to the lead too, until another has", async () => {
  const reference = await newCase(ann, cora);
  const dan = await person("Dan", "coder");
  await rateAndSubmit(ann, reference, "3210000000000");
  const found = await getCase(lead, reference);
  must(await handBackCase(cora, reference));
  const left = await getCase(lead, reference);
  expect(found?.needsCoders).toBe(false);
  expect(left).toMatchObject({ stage: "coding", needsCoders: true });
  const caseId = await idOf(reference);
  for (const viewer of [lead, ann, cora]) {
    expect(await getReconciliation(viewer, reference)).toBeNull();
    expect(await ratingsGiven(reader(), viewer, caseId)).toEqual([]);
  }
  must(await takeBackSubmission(ann, reference));
  await rateAndSubmit(ann, reference, "1210000000000");
  must(await assignCoders(lead, reference, [dan.id]));
  expect((await getCase(lead, reference))?.coders?.at(-1)).toMatchObject({ joinedLater: false });
  await rateAndSubmit(dan, reference, "3210000000000");
  expect(await stageOf(reference)).toBe("open");
});

test("a coder who joined an open case and hands it back leaves it to the others", async () => {
  const reference = await newCase(ann, bob);
  await rateAndSubmit(ann, reference, "3210000000000");
  await rateAndSubmit(bob, reference, "3210000000000");
  must(await assignCoders(lead, reference, [cora.id]));
  expect(await stageOf(reference)).toBe("coding");
  must(await handBackCase(cora, reference));
  expect(await stageOf(reference)).toBe("open");
});

test("when all have handed it back, it is registered, and waits for two", async () => {
  const reference = await newCase(ann, bob);
  for (const coder of [ann, bob]) must(await handBackCase(coder, reference));
  expect(await getCase(lead, reference)).toMatchObject({ stage: "registered", needsCoders: true });
});

async function idOf(reference: string): Promise<string> {
  return (await knownCase(reader(), lead, reference))?.id ?? "";
}
