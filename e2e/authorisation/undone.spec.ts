import { access } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import Database from "better-sqlite3";
import { caseAt } from "@/db/blinding/blinding.stages";
import { pastTheProgram } from "@/db/fixtures";
import { actionTables } from "./actions";
import { replyOf } from "./answer";
import { routeTables } from "./routes";
import { type Scene, setScene } from "./scene";

test.use({ trace: "off" });

let scene: Scene;
test.beforeAll(async () => {
  scene = await setScene();
});
test.afterAll(() => scene.end());

const lead = "lead who does not";

test("whatever was done is undone before the next is tried, under the running server", async () => {
  const before = { rows: allRows(), page: await casePage() };
  expect(scene.written()).toBeNull();

  await act("assignAction", "no-coders");
  expect(scene.written()).toEqual(["assigned a coder", "assigned a coder"]);
  expect(await casePage()).not.toBe(before.page);
  await act("/sign-out", "everywhere");
  expect(await casePage()).toMatch(/^307/);

  await scene.putBack();
  expect(scene.written()).toBeNull();
  expect(allRows()).toEqual(before.rows);
  expect(await casePage()).toBe(before.page);
});

test("what is being written meanwhile is waited for, and undone too", async () => {
  const before = allRows();
  const writer = new Database(join(scene.dataDir, "concord.sqlite"));
  writer.exec("begin immediate; update people set name = 'Nobody'");
  const undone = scene.putBack();
  // Long enough for it to have tried.
  for (let looks = 0; looks < 50; looks++) await access(scene.dataDir);
  writer.exec("commit");
  writer.close();
  await undone;
  expect(allRows()).toEqual(before);
});

test("what is written without a word in the log is seen", () => {
  pastTheProgram(scene.dataDir, (db) => db.exec("update people set name = 'Nobody'"));
  expect(scene.written()).toEqual([]);
});

async function casePage(): Promise<string> {
  const path = `/cases/${caseAt("no-coders")}`;
  const answer = await scene.as(lead).get(scene.url + path, { maxRedirects: 0 });
  return (await replyOf(answer, null)).whole;
}

async function act(name: string, column: string): Promise<void> {
  const questions = [...routeTables(), ...actionTables()].flatMap((table) => table.questions);
  await questions.find((one) => one.of === name && one.name === column)?.ask(scene, lead);
}

function allRows() {
  return pastTheProgram(scene.dataDir, (db) => {
    const tables = db.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
    return tables.map((table) => [table, db.prepare(`select * from "${table}"`).all()]);
  });
}
