import { expect, test } from "@playwright/test";
import { caseAt, stages } from "@/db/blinding/blinding.stages";
import { type Action, actionsOfBuild } from "../built";
import { callWith } from "./actions";
import { replyOf } from "./answer";
import { ofOnePerson } from "./calls";
import { handOf } from "./hand";
import { type Person, people, type Scene, setScene } from "./scene";

test.use({ trace: "off" });

let scene: Scene;
test.beforeAll(async () => {
  scene = await setScene();
});
test.afterAll(() => scene.end());

const long = process.env.CONCORD_LONG === "1";
const coders = ["lead who codes it", "coder, first in", "coder, last in", "third coder"] as const;

/** How many of the others try at a stage by default. They take turns: after four all have tried. */
const trying = 2;

test("what stands on a coder’s page is not sent in another’s name", async () => {
  test.setTimeout(300_000);
  const actions = actionsOfBuild().filter(({ name }) => ofOnePerson.includes(name));
  const wrong: string[] = [];
  let asked = 0;
  for (const [turn, stage] of stages.entries())
    for (const coder of coders) {
      const hand = await handOf(scene, scene.cast[coder], caseAt(stage));
      const ask = async (person: Person, action: Action) => {
        const answer = await callWith(scene.as(person), scene.url, action, hand);
        const { word } = await replyOf(answer, null);
        asked += 1;
        const expected = person === "signed out" ? "sign-in" : "other";
        if (word !== expected) wrong.push(`${person} as ${coder}, ${stage}: ${word}`);
      };
      const others = people.filter((one) => one !== coder);
      const mine = others.filter(
        (_, place) => long || (place + trying * turn) % others.length < trying,
      );
      await Promise.all(mine.flatMap((person) => actions.map((action) => ask(person, action))));
      if (scene.written()) wrong.push(`somebody as ${coder}, ${stage}: ${scene.written()}`);
    }
  expect(wrong).toEqual([]);
  expect(asked).toBe(long ? 6144 : 1536);
});
