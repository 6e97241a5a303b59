import { writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { caseAt, stages } from "@/db/blinding/blinding.stages";
import type { AlteredBuild } from "../altered-build";
import { actionsOfBuild, routesOfBuild } from "../built";
import { actionTables, callWith } from "./actions";
import { replyOf } from "./answer";
import { doable, foreignOrigins } from "./elsewhere";
import { accountOf, handOf } from "./hand";
import { type Filled, fill, linesOf, matrix, newStudy, tellingOfUnknownCases } from "./matrix";
import { routeTables } from "./routes";
import { type Person, people, type Scene, setScene } from "./scene";

const long = process.env.CONCORD_LONG === "1";
// Each stands for others whom no rule tells apart from them.
const some = ["lead who codes it", "coder, first in", "third coder", "analyst"] as const;

/**
 * Tests that hold a build, or an altered copy of it, to authorisation.matrix.txt: the build with
 * everybody, an altered copy with some, and with everybody too in the long version.
 */
export function holdToMatrix(alter?: () => AlteredBuild): void {
  let altered: AlteredBuild | undefined;
  let scene: Scene;
  test.beforeAll(async () => {
    altered = alter?.();
    scene = await setScene(altered?.root);
  });
  test.afterAll(async () => {
    await scene.end();
    altered?.end();
  });

  const among: readonly Person[] = alter && !long ? some : people;
  test("everybody is answered as authorisation.matrix.txt says", async () => {
    test.setTimeout(long ? 1_800_000 : 600_000);
    const filled: Filled[] = [];
    for (const table of [...routeTables(), ...actionTables()])
      await test.step(table.title, async () => {
        filled.push(await fill(scene, table, among));
      });
    const found = filled.map((table) => table.text).join("\n\n");
    writeFileSync(test.info().outputPath("found.txt"), `${found}\n`);

    for (const { title, text } of filled)
      expect.soft(text, title).toBe(linesOf(matrix.get(title), among));
    expect([newStudy, ...filled.map(({ title }) => title)]).toEqual([...matrix.keys()]);
    expect(filled.flatMap((table) => table.telling)).toEqual([]);
    expect(tellingOfUnknownCases(filled, among)).toEqual([]);
    const cells = filled.flatMap((table) => table.rows.flat()).length;
    expect(cells).toBe((8019 / people.length) * among.length);
    test
      .info()
      .annotations.push({ type: "figure", description: figure(cells, among, Boolean(alter)) });
  });

  test("a write that does not come from a page of Concord changes nothing", async () => {
    const actions = actionsOfBuild().filter(({ name }) => name !== "makeFirstAccountAction");
    expect(actions.map(({ name }) => name).sort()).toEqual(Object.keys(doable));
    for (const action of actions)
      await test.step(action.name, async () => {
        const [person, stage, done] = doable[action.name] ?? ["signed out", "open", "never"];
        const own = await handOf(scene, scene.viewer(person), caseAt(stage));
        const hand = { ...own, ...accountOf(scene, scene.spare[0] ?? "") };
        const call = (headers = {}) => callWith(scene.as(person), scene.url, action, hand, headers);
        for (const Origin of foreignOrigins(scene.url)) {
          expect((await call({ Origin })).ok(), Origin).toBe(false);
          expect(scene.written(), Origin).toBeNull();
        }
        const answer = await call();
        expect((await replyOf(answer, scene.written())).word).toBe(done);
        await scene.putBack();
      });
  });
}

function figure(cells: number, among: readonly Person[], isAltered: boolean): string {
  const of = `${among.length} people × ${stages.length} states × ${routesOfBuild().length} routes and ${actionsOfBuild().length} actions`;
  return `authorisation: ${cells} cells (${of})${isAltered ? ", the same without proxy.ts" : ""}`;
}
