import { expect } from "@playwright/test";
import { routesOfBuild } from "../built";
import type { Question } from "./asking";
import { accountStatuses, compare } from "./comparing";
import { allManners, type Manners, mainManners, otherManners, questionsOf } from "./manners";
import { type Address, addressesOf, faultsOfExpansions, pointedAddressesOf } from "./paths";
import { test } from "./twins";
import { blindCases, type Name, names, type People } from "./world";

/*
 * The promise: nobody learns anything of what Bob gave to a case while a coder of it has not
 * submitted. Everybody else asks two studies, which differ in nothing but that, for everything
 * there is, in every manner, and gets the same answers.
 *
 * By default everybody asks for the page of every blind case and once of every other route, and for
 * the payload of three blind cases and once of every other route. The two who wait ask for page and
 * payload of every path, and share out every path as browsers ask for it, and every route in every
 * other manner, three blind cases by turns; the others share out the pages that are left. With
 * CONCORD_LONG=1 everybody asks for every path in every manner.
 */

const long = process.env.CONCORD_LONG === "1";
const askers: (Name | null)[] = [...names.filter((name) => name !== "Bob"), null];
const { page, payload, ...moreMainManners } = mainManners;
const waiting: (Name | null)[] = ["Lena", "Ann"];
const others = askers.filter((one) => !waiting.includes(one));

/** What one of those who wait asks by default of these questions: the other asks what is left. */
function halfOf(who: Name | null, questions: readonly Question[]): Question[] {
  return questions.filter((_, place) => place % waiting.length === waiting.indexOf(who));
}

/** Every route in every manner, each manner at one of the route's addresses, by turns. */
function byTurns(addresses: readonly Address[], manners: Manners): Question[] {
  const named = Object.entries(manners);
  return addresses.flatMap((address) => {
    const alike = addresses.filter(({ pattern }) => pattern === address.pattern);
    const mine = named.filter((_, place) => alike[place % alike.length] === address);
    return questionsOf([address], Object.fromEntries(mine));
  });
}

/** The pages that one of the others asks for by default: they share out what is not asked by all. */
function pagesFor(who: Name | null, people: People): Address[] {
  const asked = pointedAddressesOf(people, Object.values(blindCases)).map(({ path }) => path);
  return addressesOf(people).filter(
    ({ path }, place) => asked.includes(path) || place % others.length === others.indexOf(who),
  );
}

function questionsBy(who: Name | null, people: People): Question[] {
  const everything = addressesOf(people);
  if (long) return questionsOf(everything, allManners);
  const pointed = pointedAddressesOf(people);
  if (!waiting.includes(who))
    return [...questionsOf(pagesFor(who, people), { page }), ...questionsOf(pointed, { payload })];
  return [
    ...questionsOf(everything, { page, payload }),
    ...halfOf(who, questionsOf(everything, moreMainManners)),
    ...halfOf(who, byTurns(pointed, otherManners)),
  ];
}

/** These can sign out whoever asks them. */
function maySignOut({ ask }: Question): boolean {
  return ask.endsWith(": /sign-out");
}

test("every route of the build is asked for", () => {
  expect(faultsOfExpansions()).toEqual([]);
});

test("nothing that is asked for tells what Bob gave to a case that is not open", async ({
  twins,
}) => {
  // All of it is a hundred thousand requests: an hour and more on a small machine.
  test.setTimeout(long ? 14_400_000 : 1_800_000);
  let asked = 0;
  for (const who of askers)
    await test.step(`to ${who ?? "somebody who is not signed in"}`, async () => {
      // Those who ask later are not to be signed out meanwhile for having done nothing.
      for (const name of names) await accountStatuses(twins, twins.cookies[name]);
      const questions = questionsBy(who, twins.people);
      const last = questions.filter(maySignOut);
      const first = questions.filter((question) => !maySignOut(question));
      const cookie = who === null ? "" : twins.cookies[who];
      const status = who === null ? 307 : 200;
      for (const some of [first, last]) {
        expect(await accountStatuses(twins, cookie)).toEqual([status, status]);
        const comparison = await compare(twins, who, some);
        asked += comparison.asked;
        expect(comparison.differences).toEqual([]);
      }
    });
  test.info().annotations.push({
    type: "figure",
    description: `twin worlds: ${routesOfBuild().length} routes, ${addressesOf(twins.people).length} paths, ${Object.keys(allManners).length} manners, ${askers.length} people, ${asked} requests compared, 0 differing bytes`,
  });
});
