import { afterAll, beforeAll, expect, test } from "vitest";
import { assignCoders, goOnWithout } from "../assignments/assignments";
import { agree, caseFor, must, person, temporaryStudy } from "../fixtures";
import type { Viewer } from "../people/people";
import { readAgain, secondLookAt } from "../second-look/second-look.fixtures";
import { reader } from "../store/store";
import { type Moments, momentsOf } from "./waiting";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let cat: Viewer;

beforeAll(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  cat = await person("Cat", "coder");
  await caseFor(lead, "2016-01", [ann, bob, cat]);
  must(await goOnWithout(lead, "2016-01", cat.id, "Long illness"));
  await secondLookAt(lead, "2016-01", [
    [ann, "3210000000000"],
    [bob, "1210000000000"],
  ]);
  for (const coder of [ann, bob]) await readAgain(coder, "2016-01");
  await agree(lead, "2016-01", { factor: "neglect", level: "medium" });
  await caseFor(lead, "2016-02", []);
});
afterAll(() => study.end());

/** Which moments there are in the life of each case, for this viewer: the first case’s, the second’s. */
async function momentsFor(viewer: Viewer): Promise<string[][]> {
  const moments = await momentsOf(reader(), viewer, undefined);
  const named = (one: Moments) =>
    Object.entries(one).flatMap(([name, moment]) => (moment === null ? [] : [name]));
  return [...moments.values()].map(named).sort((one, other) => other.length - one.length);
}

test("a case has the moments of its own life, and no other case’s", async () => {
  const life = ["registered", "released", "held", "lookedAgain", "begun", "submitted", "agreed"];
  expect(await momentsFor(lead)).toEqual([life, ["registered"]]);
  const [registered, ...later] = life;
  expect(await momentsFor(ann)).toEqual([[registered, "assigned", ...later], ["registered"]]);
});

test("since when it is whose is each coder’s own", async () => {
  must(await assignCoders(lead, "2016-02", [bob.id, cat.id]));
  expect((await momentsFor(lead)).at(-1)).toEqual(["registered"]);
  expect((await momentsFor(ann)).at(-1)).toEqual(["registered"]);
  expect((await momentsFor(bob)).at(-1)).toEqual(["registered", "assigned"]);
});
