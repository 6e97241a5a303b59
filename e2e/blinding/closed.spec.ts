import { caseFor, passwordOf, rateAndSubmit } from "@/db/fixtures";
import { routesOfBuild } from "../built";
import { expect, type Name, test } from "../study";
import { type Answer, ask, signedIn } from "./asking";
import { normalised } from "./comparing";
import { allManners, mainManners, questionsOf } from "./manners";

/*
 * A page of a case that is not this person's, or not yet, answers as one of a case that does not
 * exist, whatever the manner in which it is asked for. The pages are those of the build.
 *
 * By default two ask in every manner and the others as browsers do; with CONCORD_LONG=1 everybody
 * asks in every manner.
 */

const long = process.env.CONCORD_LONG === "1";
const ofACase = "/cases/[reference]";
const ownToRate = ["", "/rate", "/rate/check", "/hand-back"].map((place) => ofACase + place);
const toRead = ["/record/check", "/record/history"].map((place) => ofACase + place);
const toChange = ["/record", "/record/[section]"].map((place) => ofACase + place);
/** From where who has submitted is led to the case. */
const ownRated = ["", "/rate", "/rate/check"].map((place) => ofACase + place);
/** What is open to whom of a case that waits for Lena and Ann: everything else is closed. */
const open: Readonly<Record<Name, readonly string[]>> = {
  Lena: [...ownToRate, ...toRead, ...toChange],
  Ann: [...ownToRate, ...toRead],
  Bob: [...ownRated, ...toRead],
  Cy: [],
  Dora: [],
};

const closedPages = (name: Name) =>
  routesOfBuild()
    .map(({ pattern }) => pattern)
    .filter((pattern) => pattern.startsWith(ofACase) && !open[name].includes(pattern));

test("a case that is not open answers as one that does not exist, however it is asked for", async ({
  study,
}) => {
  test.setTimeout(long ? 1_800_000 : 600_000);
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Lena, Ann, Bob]);
  await rateAndSubmit(Bob, "2016-01", "3333333333330", "The health visitor wrote of a quince tree");
  const since = new Date();
  const wordsOf = (answer: Answer) =>
    normalised(answer, { since, ownIds: new Map() }).replaceAll(/201(6|%36)-(01|99)/g, "REFERENCE");

  for (const name of Object.keys(open) as Name[])
    await test.step(`to ${name}`, async () => {
      const pages = closedPages(name);
      expect(pages).toContain(`${ofACase}/reconcile`);
      const manners = long || ["Ann", "Cy"].includes(name) ? allManners : mainManners;
      const email = `${name.toLowerCase()}@example.org`;
      const cookie = await signedIn(study.url, email, passwordOf(name));
      const questions = (reference: string) =>
        questionsOf(
          pages.map((pattern) => ({
            pattern,
            path: pattern.replace("[reference]", reference).replace("[section]", "incident"),
          })),
          manners,
        );
      const missing = questions("2016-99");
      const told: string[] = [];
      for (const [index, question] of questions("2016-01").entries()) {
        const [one, other] = [question, missing[index] ?? question];
        const closed = wordsOf(await ask(study.url, one, cookie));
        if (closed !== wordsOf(await ask(study.url, other, cookie))) told.push(question.ask);
      }
      expect(missing).toHaveLength(pages.length * Object.keys(manners).length);
      expect(told).toEqual([]);
    });
});
