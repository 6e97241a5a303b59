import { afterAll, beforeAll, expect, test } from "vitest";
import { listHistory } from "../cases/history";
import { commitCase } from "../dataset/commitments";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  must,
  person,
  rateAndSubmit,
  refusal,
  seenBy,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { acceptAllTheSame, agreeLevel } from "../reconciliation/decisions";
import { getReconciliation } from "../reconciliation/reconciliations";
import { assignCoders, goOnWithout } from "./assignments";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let cat: Viewer;
let dan: Viewer;

beforeAll(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  cat = await person("Cat", "coder");
  dan = await person("Dan", "coder");
});
afterAll(() => study.end());

test("what a late coder turns into a difference is decided again before the case is committed", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  await rateAndSubmit(ann, "2016-01", "0210000000000");
  await rateAndSubmit(bob, "2016-01", "0210000000000");
  must(await acceptAllTheSame(lead, "2016-01"));
  must(await assignCoders(lead, "2016-01", [cat.id]));
  await rateAndSubmit(cat, "2016-01", "3210000000000");

  const current = await getReconciliation(lead, "2016-01");
  expect(current?.rows.filter((row) => row.again).map((row) => row.factor.key)).toEqual([
    "neglect",
  ]);
  expect(await commitCase(lead, "2016-01", await seenBy(lead, "2016-01"))).toEqual({
    kind: "refused",
    problems: [{ field: "neglect.level", message: "Agree a level for Neglect" }],
  });
  expect(must(await acceptAllTheSame(lead, "2016-01"))).toEqual({ accepted: 0 });

  await agree(lead, "2016-01", {
    factor: "neglect",
    level: "not_indicated",
    reason: "The page speaks of another child",
    seenRevision: 1,
  });
  expect(await commit(lead, "2016-01")).toBe(1);
});

test("no level is agreed on a page from before a late coder’s ratings came in", async () => {
  await caseFor(lead, "2016-04", [ann, bob]);
  await rateAndSubmit(ann, "2016-04", "3210000000000");
  await rateAndSubmit(bob, "2016-04", "0210000000000");
  must(await assignCoders(lead, "2016-04", [cat.id]));
  const level = { factor: "neglect", level: "high", way: "after_discussion" } as const;
  const decision = { ...level, reason: "Page 4", seenRevision: 0, seenCoders: "AB" };
  await rateAndSubmit(cat, "2016-04", "0210000000000");
  expect(await agreeLevel(lead, "2016-04", decision)).toEqual(
    refusal(
      "seenCoders",
      "Another coder’s ratings came in since you opened this page. What you entered has not been saved. Look at them, and save again if it still holds.",
    ),
  );
  expect((await getReconciliation(lead, "2016-04"))?.decisions).toBe(0);
  must(await agreeLevel(lead, "2016-04", { ...decision, seenCoders: "ABC" }));
});

test("a reopened case keeps what stood, and an imported one has nothing to decide again", async () => {
  await caseFor(lead, "2016-02", [ann, bob]);
  await rateAndSubmit(ann, "2016-02", "3210000000000");
  await rateAndSubmit(bob, "2016-02", "0210000000000");
  await agreeEverything(lead, "2016-02");
  const current = await getReconciliation(lead, "2016-02");
  expect(current?.rows.filter((row) => row.again)).toEqual([]);
});

test("why the team went on without a coder is told to nobody who is still blind", async () => {
  await caseFor(lead, "2016-03", [ann, bob]);
  await rateAndSubmit(ann, "2016-03", "3210000000000");
  await rateAndSubmit(bob, "2016-03", "3210000000000");
  must(await assignCoders(lead, "2016-03", [cat.id, dan.id]));
  must(await goOnWithout(lead, "2016-03", dan.id, "Ann and Bob both gave Neglect High"));

  const released = async (viewer: Viewer) =>
    (await listHistory(viewer, "2016-03"))
      ?.filter((entry) => entry.action === "went on without a coder")
      .map((entry) => [entry.subject, entry.reason]);
  expect(await released(cat)).toEqual([["Dan", ""]]);
  await rateAndSubmit(cat, "2016-03", "0000000000000");
  expect(await released(cat)).toEqual([["Dan", "Ann and Bob both gave Neglect High"]]);
});
