import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getCase } from "../cases/cases";
import { listHistory } from "../cases/history";
import {
  agree,
  caseFor,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  refusal,
  temporaryStudy,
} from "../fixtures";
import { listCoders, type Viewer } from "../people/people";
import { acceptAllTheSame } from "../reconciliation/decisions";
import { getReconciliation } from "../reconciliation/reconciliations";
import { assignCoders, goOnWithout } from "./assignments";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let cat: Viewer;
let analyst: Viewer;
let number = 0;
const newCase = (...coders: Viewer[]) => caseFor(lead, `2016-${++number}`, coders);

beforeAll(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  cat = await person("Cat", "coder", "analyst");
  analyst = await person("Ana", "analyst");
});
afterAll(() => study.end());

const codersNow = async (reference: string) => (await getCase(lead, reference))?.coders;

describe("assigning coders", () => {
  test("gives the case its coders, by name, none of whom has submitted", async () => {
    const reference = await newCase();
    must(await assignCoders(lead, reference, [bob.id, ann.id]));
    expect(await codersNow(reference)).toEqual([
      { id: ann.id, name: "Ann", submitted: false, joinedLater: false, readAgain: false },
      { id: bob.id, name: "Bob", submitted: false, joinedLater: false, readAgain: false },
    ]);
  });

  test.each<[string, () => string[], string]>([
    ["nobody", () => [], "Select the coders to assign"],
    ["one coder", () => [ann.id], "Select at least two coders: a case needs two to be reconciled"],
    ["a coder twice", () => [ann.id, ann.id], "Select each coder once"],
    ["somebody unknown", () => [ann.id, "nobody"], "Select coders from the list"],
    ["somebody who is no coder", () => [ann.id, analyst.id], "Select coders from the list"],
    ["a lead who is no coder", () => [ann.id, lead.id], "Select coders from the list"],
  ])("of %s is refused", async (_, coderIds, message) => {
    const reference = await newCase();
    expect(await assignCoders(lead, reference, coderIds())).toEqual(refusal("coders", message));
    expect(await codersNow(reference)).toEqual([]);
  });

  test("of somebody who is a coder of the case already is refused", async () => {
    const reference = await newCase(ann, bob);
    expect(await assignCoders(lead, reference, [cat.id, ann.id])).toEqual(
      refusal("coders", "Ann has already been assigned to this case"),
    );
    expect((await codersNow(reference))?.map((one) => one.name)).toEqual(["Ann", "Bob"]);
  });

  test("of somebody who is no longer active is refused", async () => {
    const dan = await person("Dan", "coder");
    pastTheProgram(study.dataDir, (db) =>
      db.prepare("update people set active = 0 where id = ?").run(dan.id),
    );
    expect((await listCoders(lead)).map((one) => one.name)).toEqual(["Ann", "Bob", "Cat"]);
    expect(await assignCoders(lead, await newCase(), [ann.id, dan.id])).toEqual(
      refusal("coders", "Select coders from the list"),
    );
  });

  test("of a case that is not there is the same as of one that is not yours", async () => {
    const reference = await newCase();
    const notFound = { kind: "not_found" };
    expect(await assignCoders(lead, "2016-99", [ann.id, bob.id])).toEqual(notFound);
    expect(await assignCoders(ann, reference, [ann.id, bob.id])).toEqual(notFound);
    expect(await listCoders(ann)).toEqual([]);
  });
});

describe("a third coder who joins an open case", () => {
  test("closes it for everyone until they submit, and what was agreed then still holds", async () => {
    const reference = await newCase(ann, bob);
    await rateAndSubmit(ann, reference, "3210000000000");
    await rateAndSubmit(bob, reference, "1210000000000");
    expect(must(await acceptAllTheSame(lead, reference)).accepted).toBe(12);
    await agree(lead, reference, { factor: "neglect", level: "medium", reason: "Page 4" });

    must(await assignCoders(lead, reference, [cat.id]));
    expect((await codersNow(reference))?.at(-1)).toEqual({
      id: cat.id,
      name: "Cat",
      submitted: false,
      joinedLater: true,
      readAgain: false,
    });
    expect((await getCase(lead, reference))?.stage).toBe("coding");
    for (const viewer of [lead, ann, bob, cat])
      expect(await getReconciliation(viewer, reference)).toBeNull();

    await rateAndSubmit(cat, reference, "0210000000000");
    expect((await getCase(lead, reference))?.stage).toBe("reconciling");
    const open = await getReconciliation(cat, reference);
    expect(open?.letters).toEqual(["A", "B", "C"]);
    expect(open?.decisions).toBe(13);
    const neglect = open?.rows[0];
    expect(neglect?.factor.key).toBe("neglect");
    expect([...(neglect?.given ?? [])].sort()).toEqual(["high", "low", "not_indicated"]);
    expect(neglect?.agreed).toMatchObject({ level: "medium", reason: "Page 4", revision: 1 });
  });
});

test("who joins later has the last letter, so that no letter changes hands", async () => {
  const last: (string | undefined)[] = [];
  for (let round = 0; round < 6; round++) {
    const reference = await newCase(ann, bob);
    await rateAndSubmit(ann, reference, "3210000000000");
    await rateAndSubmit(bob, reference, "1210000000000");
    must(await assignCoders(lead, reference, [cat.id]));
    await rateAndSubmit(cat, reference, "0210000000000");
    last.push((await getReconciliation(lead, reference))?.rows[0]?.given[2]);
  }
  expect(last).toEqual(Array(6).fill("not_indicated"));
});

describe("going on without a coder", () => {
  test("opens the case when the others are in, and says why in the history", async () => {
    const reference = await newCase(ann, bob, cat);
    await rateAndSubmit(ann, reference, "3210000000000");
    await rateAndSubmit(bob, reference, "3210000000000");
    expect((await getCase(cat, reference))?.stage).toBe("coding");
    must(await goOnWithout(lead, reference, cat.id, " Long illness "));
    expect((await getCase(lead, reference))?.stage).toBe("open");
    expect((await getReconciliation(ann, reference))?.letters).toEqual(["A", "B"]);
    expect(await getCase(cat, reference)).toBeNull();
    expect((await listHistory(ann, reference))?.slice(-2)).toMatchObject([
      { who: "Lena", action: "went on without a coder", subject: "Cat", reason: "Long illness" },
      { who: null, action: "opened the case", subject: "", reason: "" },
    ]);
  });

  test("does not open it while somebody else has not submitted", async () => {
    const reference = await newCase(ann, bob, cat);
    await rateAndSubmit(ann, reference, "3210000000000");
    must(await goOnWithout(lead, reference, cat.id, "Long illness"));
    expect((await getCase(lead, reference))?.stage).toBe("coding");
    await rateAndSubmit(bob, reference, "3210000000000");
    expect((await getCase(lead, reference))?.stage).toBe("open");
  });

  test("needs a reason", async () => {
    const reference = await newCase(ann, bob, cat);
    expect(await goOnWithout(lead, reference, cat.id, " \n")).toEqual(
      refusal("reason", "Enter a reason for going on without Cat"),
    );
    expect(await codersNow(reference)).toHaveLength(3);
  });

  test("takes a reason of at most 4,000 characters", async () => {
    const reference = await newCase(ann, bob, cat);
    expect(await goOnWithout(lead, reference, cat.id, "x".repeat(4001))).toEqual(
      refusal("reason", "Shorten the reason to 4,000 characters"),
    );
    must(await goOnWithout(lead, reference, cat.id, "x".repeat(4000)));
    expect((await codersNow(reference))?.map((coder) => coder.name)).toEqual(["Ann", "Bob"]);
  });

  test("needs two others", async () => {
    const reference = await newCase(ann, bob);
    await rateAndSubmit(ann, reference, "3210000000000");
    expect(await goOnWithout(lead, reference, bob.id, "Long illness")).toEqual({
      kind: "not_found",
    });
    expect(await codersNow(reference)).toHaveLength(2);
  });

  test("is not for somebody who has submitted, nor for somebody who does not code it", async () => {
    const reference = await newCase(ann, bob, cat);
    await rateAndSubmit(ann, reference, "3210000000000");
    const refused = refusal("coder", "Select a coder who has not submitted yet");
    expect(await goOnWithout(lead, reference, ann.id, "Long illness")).toEqual(refused);
    expect(await goOnWithout(lead, reference, analyst.id, "Long illness")).toEqual(refused);
    expect(await codersNow(reference)).toHaveLength(3);
  });

  test("is for good: they are not assigned to the case again", async () => {
    const reference = await newCase(ann, bob, cat);
    must(await goOnWithout(lead, reference, cat.id, "Long illness"));
    expect(await assignCoders(lead, reference, [cat.id])).toEqual(
      refusal("coders", "Cat has already been assigned to this case"),
    );
  });
});
