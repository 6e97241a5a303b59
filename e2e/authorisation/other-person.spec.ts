import { expect, test } from "@playwright/test";
import { caseAt, stages } from "@/db/blinding.stages";
import { actionsOfBuild } from "../built";
import { callWith } from "./actions";
import { replyOf } from "./answer";
import { ofOnePerson } from "./calls";
import { handOf } from "./hand";
import { people, type Scene, setScene } from "./scene";

test.use({ trace: "off" });

let scene: Scene;
test.beforeAll(async () => {
  scene = await setScene();
});
test.afterAll(() => scene.end());

const coders = ["lead who codes it", "coder, first in", "coder, last in", "third coder"] as const;

test("what stands on a coder’s page is not sent in another’s name", async () => {
  test.setTimeout(300_000);
  const words: string[] = [];
  const actions = actionsOfBuild().filter(({ name }) => ofOnePerson.includes(name));
  for (const stage of stages)
    for (const coder of coders) {
      const hand = await handOf(scene, scene.cast[coder], caseAt(stage));
      for (const person of people.filter((one) => one !== coder))
        for (const action of actions) {
          const answer = await callWith(scene.as(person), scene.url, action, hand);
          const { word } = await replyOf(answer, scene.written());
          const expected = person === "signed out" ? "sign-in" : "other";
          words.push(word === expected ? "" : `${person} as ${coder}, ${stage}: ${word}`);
        }
    }
  expect(words.filter((word) => word !== "")).toEqual([]);
  expect(words).toHaveLength(4320);
});
