import type { Page } from "@playwright/test";
import { assignCoders } from "@/db/assignments";
import { getDraft, saveDraft } from "@/db/drafts";
import { agreeEverything, caseFor, commit, must, rateAndSubmit, ratingsFrom } from "@/db/fixtures";
import type { Viewer } from "@/db/people";
import { submitRatings } from "@/db/ratings";
import { askFor, formsOfCase, pagesOf, pathsOf, postTo, type Received } from "./blind-requests";
import { startConcord } from "./server";
import { expect, makePeople, type Name, type Study, signIn, test } from "./study";
import { differences, twinOf } from "./twins";

/*
 * The promise: nobody learns anything of Bob's ratings of a case while a coder of it has not
 * submitted: of 2016-01, which has never been open, and of 2016-05, which was open until Cy joined
 * it. Two studies are copies of each other but for what Bob gave. Whoever waits asks both
 * for everything, in every manner, and must get the same answers.
 */

const bobs = { scores: "3333333333330", note: "The health visitor wrote of a quince tree" };
const twinBobs = { scores: "0101010101010", note: "" };
const blindCases = ["2016-01", "2016-05"];

test("until every coder has submitted, nothing tells what one of them gave", async ({
  concord,
  browser,
}) => {
  test.setTimeout(300_000);
  const people = await makePeople();
  await openCommittedAndBlind(people);
  const twins = twinOf(concord.dataDir);
  const other = await startConcord({ dataDir: twins.dataDir });
  const context = async (url: string) => (await browser.newContext({ baseURL: url })).newPage();
  const bothAs = async (name: Name): Promise<[Page, Page]> => {
    const pages: [Page, Page] = [await context(concord.url), await context(other.url)];
    for (const page of pages) await signIn(page, name);
    return pages;
  };
  const { Lena, Ann, Bob, Cy } = people;
  const rateAndAddCy = async ({ scores, note }: typeof bobs) => {
    for (const reference of blindCases) await rateAndSubmit(Bob, reference, scores, note);
    must(await assignCoders(Lena, "2016-05", [Cy.id]));
  };
  await twins.inBoth(
    () => rateAndAddCy(bobs),
    () => rateAndAddCy(twinBobs),
  );

  const waiting: Name[] = ["Lena", "Ann", "Cy", "Dora"];
  for (const name of waiting)
    await test.step(`${name} asks while Ann and Lena have not submitted`, async () => {
      await expectNothingTold(await bothAs(name), name);
    });

  await test.step("Ann asks again once she has submitted, and Lena has not", async () => {
    await twins.inBoth(() => submitDraft(Ann));
    await expectNothingTold(await bothAs("Ann"), "Ann");
  });

  await test.step("when Lena has submitted too, Ann is told: the test above can fail", async () => {
    await twins.inBoth(async () => {
      await submitDraft(Ann);
      await submitDraft(Lena);
    });
    const [one, two] = await bothAs("Ann");
    const page = "/cases/2016-01/reconcile";
    const [told, toldByTwin] = [await askFor(one, [page]), await askFor(two, [page])];
    for (const manner of ["page", "payload", "trailing slash"]) {
      expect(differences(told, toldByTwin)).toContain(`${manner} ${page}`);
      expect(told.get(`${manner} ${page}`)).toContain(bobs.note);
    }
    expect(told.get(`payload ${page}`)).toContain("content-type: text/x-component");
  });

  for (const one of browser.contexts()) await one.close();
  await other.stop();
  twins.end();
});

/** 2016-01 waits for Lena and Ann, who have drafts; 2016-02 is open, 03 agreed, 04 committed. */
async function openCommittedAndBlind({ Lena, Ann, Bob }: Study["people"]): Promise<void> {
  for (const reference of ["2016-02", "2016-03", "2016-04"]) {
    await caseFor(Lena, reference, [Ann, Bob]);
    await rateAndSubmit(Ann, reference, "3210000000000");
    await rateAndSubmit(Bob, reference, "1210000000000");
  }
  await agreeEverything(Lena, "2016-03");
  await agreeEverything(Lena, "2016-04");
  await commit(Lena, "2016-04");
  await caseFor(Lena, "2016-05", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-05", "3210000000000");
  await caseFor(Lena, "2016-01", [Lena, Ann, Bob]);
  for (const coder of [Lena, Ann])
    must(
      await saveDraft(coder, "2016-01", 0, await ratingsFrom(coder, "2016-01", "2222222222220")),
    );
}

/** Submits what a coder has drafted; the replayed forms may have taken a submission back. */
async function submitDraft(coder: Viewer): Promise<void> {
  const draft = await getDraft(coder, "2016-01");
  if (draft) must(await submitRatings(coder, "2016-01", draft.revision));
}

/** Everything that this person can ask for is the same in both twins. */
async function expectNothingTold([one, two]: [Page, Page], name: Name): Promise<void> {
  const paths = [...pathsOf("2016-01"), ...pagesOf("2016-05")];
  const [first, second] = await Promise.all([askFor(one, paths), askFor(two, paths)]);
  expect(first.size).toBe(28 * 6);
  expectSame(first, second);

  const forms = [];
  for (const reference of ["2016-01", "2016-02", "2016-03", "2016-04"])
    forms.push(...(await formsOfCase(one, reference)));
  expect(forms.length, "forms to replay").toBeGreaterThanOrEqual(formsFound[name]);
  for (const blind of blindCases)
    expectSame(await postTo(one, blind, forms), await postTo(two, blind, forms));
}
const formsFound = { Lena: 20, Ann: 1, Bob: 0, Cy: 0, Dora: 0 };

function expectSame(first: Received, second: Received): void {
  expect(differences(first, second)).toEqual([]);
  for (const [asked, answer] of first) expect(answer.includes(bobs.note), asked).toBe(false);
}
