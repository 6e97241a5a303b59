import { actionsOfBuild, routesOfBuild } from "../built";
import { unexpectedLines, wrongWith } from "./answers";
import { ask, signInOverHttp } from "./asking";
import { uncalled } from "./calling";
import { broken, changedRows, keptRows } from "./invariants";
import { shoot } from "./shooting";
import { expect, test } from "./study";
import { makeTeam, signInActor } from "./team";

/*
 * Random requests to every route and every action, by everyone: the same ones each time, so that
 * the tests say the same of the same code. CONCORD_FUZZ_SEED makes others, CONCORD_FUZZ_REQUESTS
 * says how many; `npm run fuzz` sends 20,000 new ones and waits two seconds for each.
 */

const requests = Number(process.env.CONCORD_FUZZ_REQUESTS || "800");
const seed = process.env.CONCORD_FUZZ_SEED || "1";
const patience = Number(process.env.CONCORD_FUZZ_PATIENCE || "10000");

test("random requests break neither the server nor the study, and learn no secret", async ({
  served,
}) => {
  test.setTimeout(120_000 + requests * 100);
  const { url, db, output } = served;
  const [routes, actions] = [routesOfBuild(), actionsOfBuild()];
  expect(uncalled(actions), "actions that calls.ts does not know").toEqual([]);
  const team = await makeTeam(db);
  for (const actor of team.actors) await signInActor(url, actor);
  expect(broken(db), "before").toEqual([]);
  const before = keptRows(db);

  console.log(`${requests} random requests, seed ${seed}`);
  const sent = await shoot({ seed, requests, patience, url, team, routes, actions });

  const asked = new Set(sent.map(({ what }) => what));
  const [routesAsked, actionsCalled] = [
    routes.map(({ pattern }) => pattern).filter((pattern) => asked.has(pattern)),
    actions.map(({ name }) => name).filter((name) => asked.has(name)),
  ];
  expect(routesAsked).toEqual(routes.map(({ pattern }) => pattern));
  expect(actionsCalled).toEqual(actions.map(({ name }) => name));

  const found = {
    answers: sent.flatMap((one) => wrongWith(one, team)).slice(0, 20),
    log: unexpectedLines(output()).slice(0, 20),
    changed: changedRows(db, before).slice(0, 20),
    broken: broken(db),
  };
  expect(found, `seed ${seed}`).toEqual({ answers: [], log: [], changed: [], broken: [] });
  expect(keptRows(db).size, "some of it was carried out").toBeGreaterThan(before.size);

  await test.step("people work on", async () => {
    const cookie = await signInOverHttp(url, "ana@example.org", "the password of Ana");
    for (const path of [
      "/",
      "/cases",
      "/dataset",
      "/tables",
      "/agreement",
      "/export",
      "/codebook",
    ]) {
      const page = { method: "GET", path, headers: { Cookie: cookie } };
      expect((await ask(url, page, 20_000)).status, path).toBe(200);
    }
  });

  const [slowest] = sent.sort((a, b) => b.answer.milliseconds - a.answer.milliseconds);
  const figure = `fuzz: ${sent.length} requests over ${routesAsked.length} routes and ${actionsCalled.length} actions, seed ${seed}, 0 answers of 500 or above, slowest ${Math.round(slowest?.answer.milliseconds ?? 0)} ms (${slowest?.what})`;
  test.info().annotations.push({ type: "figure", description: figure });
  console.log(figure);
});
