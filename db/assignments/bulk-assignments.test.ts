import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AssignmentChoice } from "@/domain/sharing";
import { getCase } from "../cases/cases";
import { listHistory } from "../cases/history";
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
import { getReconciliation } from "../reconciliation/reconciliations";
import { goOnWithout } from "./assignments";
import { assignAsPlanned, planAssignments } from "./bulk-assignments";
import { givenBy } from "./plans";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let cat: Viewer;
let dan: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  cat = await person("Cat", "coder");
  dan = await person("Dan", "coder");
});
afterEach(() => study.end());

const balanced = (cases: string[], coders: Viewer[], each = 2): AssignmentChoice => ({
  ...{ cases, coders: coders.map(({ id }) => id), how: "balanced", each, third: null, seed: 4711 },
});
const every = (cases: string[], coders: Viewer[], third?: Viewer): AssignmentChoice => ({
  ...{ ...balanced(cases, coders), how: "every", third: third?.id ?? null },
});

/** A line for each case of a plan, and one for the loads. */
async function planned(choice: AssignmentChoice): Promise<string[]> {
  const plan = must(await planAssignments(lead, choice));
  const lines = plan.cases.map(({ reference, coders, opened, refusal: why }) =>
    [reference, coders.map(({ name }) => name).join("+"), opened && "opened", why]
      .filter(Boolean)
      .join(" "),
  );
  return [...lines, plan.coders.map(({ name, open, more }) => `${name} ${open}+${more}`).join(" ")];
}

const assign = async (choice: AssignmentChoice) =>
  assignAsPlanned(lead, choice, givenBy(must(await planAssignments(lead, choice))));
const codersOf = async (reference: string) =>
  (await getCase(lead, reference))?.coders?.map(({ name }) => name);

describe("at random", () => {
  test("the cases are shared out evenly by the seed, and all of it is done and logged", async () => {
    const cases = ["2016-01", "2016-02", "2016-03", "2016-04"];
    for (const reference of cases) await caseFor(lead, reference, []);
    const choice = balanced(cases, [ann, bob, cat, dan]);
    expect((await planned(choice)).at(-1)).toBe("Ann 0+2 Bob 0+2 Cat 0+2 Dan 0+2");
    expect(await planned(choice)).toEqual(await planned(choice));
    const shown = givenBy(must(await planAssignments(lead, choice)));
    expect(must(await assignAsPlanned(lead, choice, shown))).toEqual({ cases: 4 });
    const now = await Promise.all(
      cases.map(async (one) => (await getCase(lead, one))?.coders?.map(({ id }) => `${one} ${id}`)),
    );
    expect(now.flat().sort()).toEqual(shown);
    expect(
      (await listHistory(ann, shown.find((one) => one.endsWith(ann.id))?.slice(0, 7) ?? ""))
        ?.filter(({ action }) => action === "assigned a coder")
        .map(({ reason }) => reason),
    ).toEqual(["At random, seed 4711", "At random, seed 4711"]);
  });

  test("whoever has fewest waiting gets most, and what they gave plays no part", async () => {
    await caseFor(lead, "2016-01", [ann, bob]);
    await caseFor(lead, "2016-02", [ann, bob]);
    await rateAndSubmit(bob, "2016-02", "3333333333330");
    for (const reference of ["2016-03", "2016-04", "2016-05"]) await caseFor(lead, reference, []);
    const choice = balanced(["2016-03", "2016-04", "2016-05"], [ann, bob, cat]);
    expect((await planned(choice)).at(-1)).toBe("Ann 2+1 Bob 1+2 Cat 0+3");
  });

  test("a case that has coders is filled up with others, and one that has enough is left", async () => {
    await caseFor(lead, "2016-01", [ann, bob, cat]);
    await caseFor(lead, "2016-02", [ann, bob]);
    await caseFor(lead, "2016-03", []);
    must(await goOnWithout(lead, "2016-01", cat.id, "Long illness"));
    expect(await planned(balanced(["2016-01", "2016-02"], [ann, bob]))).toEqual([
      "2016-01 It has as many coders already",
      "2016-02 It has as many coders already",
      "Ann 2+0 Bob 2+0",
    ]);
    expect(await planned(balanced(["2016-01", "2016-02", "2016-03"], [ann, bob, cat], 3))).toEqual([
      "2016-01 Too few of them can be assigned to it",
      "2016-02 Cat",
      "2016-03 Ann+Bob+Cat",
      "Ann 2+1 Bob 2+1 Cat 0+2",
    ]);
  });

  test("whoever was chosen as a third, for the other way, has no part in it", async () => {
    await caseFor(lead, "2016-01", []);
    expect(await planned({ ...balanced(["2016-01"], [ann, bob]), third: cat.id })).toEqual([
      "2016-01 Ann+Bob",
      "Ann 0+1 Bob 0+1",
    ]);
  });
});

describe("the same for every case", () => {
  test("and a third for every second, leaving those who were there before", async () => {
    for (const reference of ["2016-01", "2016-02", "2016-03"]) await caseFor(lead, reference, []);
    await caseFor(lead, "2016-04", [ann, bob]);
    const cases = ["2016-01", "2016-02", "2016-03", "2016-04"];
    const choice = every(cases, [ann, bob], cat);
    expect(await planned(choice)).toEqual([
      "2016-01 Ann+Bob",
      "2016-02 Ann+Bob+Cat",
      "2016-03 Ann+Bob",
      "2016-04 Cat",
      "Ann 1+3 Bob 1+3 Cat 0+2",
    ]);
    must(await assign(choice));
    expect(await codersOf("2016-04")).toEqual(["Ann", "Bob", "Cat"]);
    expect(await planned(choice)).toEqual([
      "2016-01 All of them have been assigned to it before",
      "2016-02 All of them have been assigned to it before",
      "2016-03 All of them have been assigned to it before",
      "2016-04 All of them have been assigned to it before",
      "Ann 4+0 Bob 4+0 Cat 2+0",
    ]);
    expect(await assign(choice)).toEqual(refusal("", "There is nobody to assign to these cases"));
    expect((await listHistory(ann, "2016-01"))?.at(-1)).toMatchObject({ reason: "" });
  });

  test("one coder alone is not enough for a case that has none", async () => {
    await caseFor(lead, "2016-01", []);
    expect(await planned(every(["2016-01"], [ann]))).toEqual([
      "2016-01 Select at least two coders: a case needs two to be reconciled",
      "Ann 0+0",
    ]);
  });
});

test("a case that is open closes until whoever joins has submitted, and one in the dataset is left", async () => {
  for (const reference of ["2016-01", "2016-02"]) {
    await caseFor(lead, reference, [ann, bob]);
    await rateAndSubmit(ann, reference, "3210000000000");
    await rateAndSubmit(bob, reference, "3210000000000");
  }
  await agreeEverything(lead, "2016-02");
  await commit(lead, "2016-02");
  const choice = every(["2016-01", "2016-02"], [cat]);
  expect(await planned(choice)).toEqual([
    "2016-01 Cat opened",
    "2016-02 opened Coders cannot be assigned to it now",
    "Cat 0+1",
  ]);
  must(await assign(choice));
  expect((await getCase(lead, "2016-01"))?.coders?.at(-1)).toMatchObject({
    name: "Cat",
    joinedLater: true,
  });
  for (const viewer of [lead, ann, cat])
    expect(await getReconciliation(viewer, "2016-01")).toBeNull();
  expect(await codersOf("2016-02")).toEqual(["Ann", "Bob"]);
});

describe("is refused", () => {
  test("when it is no longer what was shown: nothing is stored", async () => {
    await caseFor(lead, "2016-01", []);
    await caseFor(lead, "2016-02", []);
    const choice = every(["2016-01", "2016-02"], [ann, bob]);
    const shown = givenBy(must(await planAssignments(lead, choice)));
    must(await assign(every(["2016-02"], [bob, cat])));
    const changed =
      "The cases or their coders have changed since this was worked out. Show who gets what again.";
    expect(await assignAsPlanned(lead, choice, shown)).toEqual(refusal("", changed));
    expect(await assignAsPlanned(lead, choice, [])).toEqual(refusal("", changed));
    expect(await codersOf("2016-01")).toEqual([]);
    expect(await codersOf("2016-02")).toEqual(["Bob", "Cat"]);
  });

  test("with somebody who cannot be assigned, or without a case", async () => {
    await caseFor(lead, "2016-01", []);
    const wrong = refusal("coders", "Select coders from the list");
    expect(await planAssignments(lead, every(["2016-01"], [ann, lead]))).toEqual(wrong);
    expect(await planAssignments(lead, every(["2016-01"], [ann, bob], lead))).toEqual(wrong);
    await caseFor(lead, "2016-02", [dan, cat]);
    pastTheProgram(study.dataDir, (db) =>
      db.prepare("update people set active = 0 where id = ?").run(dan.id),
    );
    expect(await assignAsPlanned(lead, every(["2016-01"], [ann, dan]), [])).toEqual(wrong);
    expect(await planAssignments(lead, every(["2016-99"], [ann, bob]))).toEqual(
      refusal("cases", "Select the cases on the board first"),
    );
  });

  test("for anybody who does not lead", async () => {
    await caseFor(lead, "2016-01", [ann, bob]);
    const choice = every(["2016-01"], [cat]);
    expect(await planAssignments(ann, choice)).toEqual({ kind: "not_found" });
    expect(await assignAsPlanned(ann, choice, [`2016-01 ${cat.id}`])).toEqual({
      kind: "not_found",
    });
  });
});
