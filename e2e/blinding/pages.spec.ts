import { expect } from "@playwright/test";
import { routesOfBuild } from "../built";
import { compare } from "./comparing";
import { allManners, mainManners, otherManners, questionsOf } from "./manners";
import { addressesOf, faultsOfExpansions, pointedAddressesOf } from "./paths";
import { test } from "./twins";
import { type Name, names } from "./world";

/*
 * The promise: nobody learns anything of what Bob gave to a case while a coder of it has not
 * submitted. Everybody else asks two studies, which differ in nothing but that, for everything
 * there is, in every manner, and gets the same answers.
 *
 * By default two who wait ask in every manner for the blind cases and once for every other route,
 * and everybody asks for every page, and for the payload of those. With CONCORD_LONG=1 everybody asks for
 * every path in every manner.
 */

const long = process.env.CONCORD_LONG === "1";
const askers: (Name | null)[] = [...names.filter((name) => name !== "Bob"), null];
const { page, payload } = mainManners;
const waiting: (Name | null)[] = ["Lena", "Ann"];

test("every route of the build is asked for", () => {
  expect(faultsOfExpansions()).toEqual([]);
});

test("nothing that is asked for tells what Bob gave to a case that is not open", async ({
  twins,
}) => {
  // All of it is a hundred thousand requests: an hour and more on a small machine.
  test.setTimeout(long ? 14_400_000 : 1_800_000);
  const everything = addressesOf(twins.people);
  const pointed = long ? everything : pointedAddressesOf(twins.people);
  let asked = 0;
  for (const who of askers)
    await test.step(`to ${who ?? "somebody who is not signed in"}`, async () => {
      const inEveryManner = long || waiting.includes(who);
      const questions = [
        ...questionsOf(everything, inEveryManner ? mainManners : { page }),
        ...(inEveryManner ? [] : questionsOf(pointed, { payload })),
        ...(inEveryManner ? questionsOf(pointed, otherManners) : []),
      ];
      const comparison = await compare(twins, who, questions);
      asked += comparison.asked;
      expect(comparison.differences).toEqual([]);
    });
  test.info().annotations.push({
    type: "figure",
    description: `twin worlds: ${routesOfBuild().length} routes, ${everything.length} paths, ${Object.keys(allManners).length} manners, ${askers.length} people, ${asked} requests compared, 0 differing bytes`,
  });
});
