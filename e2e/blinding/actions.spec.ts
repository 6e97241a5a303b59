import { expect } from "@playwright/test";
import { actionsOfBuild } from "../built";
import { ask, headerOf } from "./asking";
import { callBoth } from "./calling-both";
import { callsOf, faultsOfCalls } from "./calls";
import { accountStatuses, compare } from "./comparing";
import { idOfCase, idsIn } from "./ids";
import { mainManners, questionsOf } from "./manners";
import { addressesOf } from "./paths";
import { test } from "./twins";
import { blindCases, type Name } from "./world";

/* What the actions reply tells no more than the pages do, whatever they are called with. */

const randomId = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const long = process.env.CONCORD_LONG === "1";
const everyCase = [...Object.values(blindCases), "2016-99"];
// Lena last: she may go on without Ann and Cy. By default those who wait for nothing call less.
const callers: [Name, string[]][] = [
  ["Ann", everyCase],
  ["Cy", everyCase],
  ["Una", everyCase],
  ["Olga", long ? everyCase : ["2016-01"]],
  ["Dora", long ? everyCase : ["2016-01"]],
  ["Adi", long ? everyCase : ["2016-01"]],
  ["Lea", long ? everyCase : ["2016-01"]],
  ["Lena", everyCase],
];

test("every action of the build is called", () => {
  expect(faultsOfCalls()).toEqual([]);
});

test("how often somebody saves leaves no mark in what is kept for everybody", async ({ twins }) => {
  const [twin] = twins.pair;
  const kept = async () => {
    const answer = await ask(twin.url, { ask: "kept", path: "/icon.svg" });
    return headerOf(answer, "x-nextjs-cache");
  };
  expect(await kept()).toBe("HIT");
  const calls = callsOf(twins.people, "Ann", ["2016-01"]).slice(0, 2);
  for (const call of calls) expect(await callBoth(twins, call, twins.cookies.Ann)).toEqual([]);
  expect(calls.map(({ action }) => action.name)).toEqual(["saveDraftAction", "rateAction"]);
  expect(await kept()).toBe("HIT");
});

test("nothing that an action replies tells what Bob gave to a case that is not open", async ({
  twins,
}) => {
  test.setTimeout(long ? 1_800_000 : 600_000);
  let called = 0;
  const call = async (who: Name, cases: string[], cookie: string) => {
    for (const one of callsOf(twins.people, who, cases)) {
      expect(await callBoth(twins, one, cookie)).toEqual([]);
      called += 1;
    }
    const status = cookie === "" ? 307 : 200;
    expect(await accountStatuses(twins, cookie), "still signed in").toEqual([status, status]);
  };
  const asStranger = long ? everyCase : ["2016-01"];
  await test.step("to somebody who is not signed in", () => call("Ann", asStranger, ""));
  for (const [who, cases] of callers)
    await test.step(`to ${who}`, () => call(who, cases, twins.cookies[who]));

  const { page, payload } = mainManners;
  for (const who of ["Lea", "Una"] as const)
    await test.step(`and what it left behind does not tell ${who}`, async () => {
      const questions = questionsOf(addressesOf(twins.people), { page, payload });
      expect((await compare(twins, who, questions)).differences).toEqual([]);
      expect(await accountStatuses(twins, twins.cookies[who])).toEqual([200, 200]);
    });

  await test.step("new ids are random, whatever they are for", () => {
    const ids = twins.pair.flatMap(({ dataDir }) => [...idsIn(dataDir)]);
    const made = ids.filter((id) => ids.indexOf(id) === ids.lastIndexOf(id));
    expect(made.length).toBeGreaterThan(100);
    expect(made.filter((id) => !randomId.test(id))).toEqual([]);
    const [registered, twin] = twins.pair.map(({ dataDir }) => idOfCase(dataDir, "2016-50"));
    expect(registered).toMatch(randomId);
    expect(registered).not.toBe(twin);
  });
  test.info().annotations.push({
    type: "figure",
    description: `twin worlds: ${actionsOfBuild().length} actions, ${callers.length + 1} people, ${called} calls compared, 0 differing bytes`,
  });
});
