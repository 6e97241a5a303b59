import { expect } from "@playwright/test";
import { actionsOfBuild } from "../built";
import { callBoth } from "./calling-both";
import { callsOf, faultsOfCalls } from "./calls";
import { test } from "./twins";
import { blindCases, type Name } from "./world";

/* What the actions reply tells no more than the pages do, whatever they are called with. */

const called = [...Object.values(blindCases), "2016-99"];
// The leads last: they may go on without Ann and Cy.
const callers: Name[] = ["Ann", "Cy", "Olga", "Dora", "Adi", "Lea", "Lena"];

test("every action of the build is called", () => {
  expect(faultsOfCalls()).toEqual([]);
});

test("nothing that an action replies tells what Bob gave to a case that is not open", async ({
  twins,
}) => {
  test.setTimeout(600_000);
  let asked = 0;
  for (const who of callers)
    await test.step(`to ${who}, and to nobody with what ${who} sends`, async () => {
      for (const call of callsOf(twins.people, who, called)) {
        if (who === "Ann") expect(await callBoth(twins, call, "")).toEqual([]);
        expect(await callBoth(twins, call, twins.cookies[who])).toEqual([]);
        asked += 1;
      }
    });
  test.info().annotations.push({
    type: "figure",
    description: `twin worlds: ${actionsOfBuild().length} actions, ${callers.length + 1} people, ${asked} calls compared, 0 differing bytes`,
  });
});
