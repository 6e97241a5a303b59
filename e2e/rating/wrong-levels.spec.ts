import type { APIResponse, Page } from "@playwright/test";
import { caseFor, must, rateAndSubmit, ratingsFrom } from "@/db/fixtures";
import { getDraft, saveDraft } from "@/db/ratings/drafts";
import { getOwnSubmission } from "@/db/ratings/ratings";
import { getReconciliation } from "@/db/reconciliation/reconciliations";
import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import { wrongLevels } from "@/domain/ratings/ratings.wrong-levels";
import { type Fields, formWith, post } from "../bad-input/posting";
import { actionsOfBuild } from "../built";
import { callAction, formOf } from "../calling";
import { expect, type Study, test } from "../study";

/* 13 factors × 13 kinds of wrong level, sent straight to the server: no page stands before it. */

const reference = "2016-01";
const ratePage = `/cases/${reference}/rate`;
const reconcilePage = `/cases/${reference}/reconcile`;
const factors = readCodebook(firstCodebook).factors;
const wrong = wrongLevels(factors);

/** An action of the build by its name. */
function action(name: string) {
  const found = actionsOfBuild().find((one) => one.name === name);
  if (!found) throw new Error(`The build has no ${name}`);
  return found;
}

/** A value as the fields of a form carry it: a list as several fields of one name. */
function asFields(name: string, level: unknown): Fields {
  const values: unknown[] = Array.isArray(level) ? level : [level];
  return values.map((one) => [name, typeof one === "string" ? one : JSON.stringify(one)]);
}

/** What an action gives back: the row of its answer that the page takes for the result. */
async function resultOf(answer: APIResponse): Promise<unknown> {
  return JSON.parse(/1:(\{"(?:kind|problems)".*\})$/m.exec(await answer.text())?.[1] ?? "null");
}

/** The errors that a page shows beside its factors: the id of each, and its words. */
function errorsBeside(page: Page, html: string): Promise<(string | null)[][]> {
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, "text/html");
    const errors = [...parsed.querySelectorAll("form p.govuk-error-message")];
    return errors.map((one) => [one.id, one.textContent]);
  }, html);
}

/** A case that Ann has begun to rate, every factor with a level. */
async function begun({ people }: Study) {
  await caseFor(people.Lena, reference, [people.Ann, people.Bob]);
  const ratings = await ratingsFrom(people.Ann, reference, "3210000000301", "Page 4");
  must(await saveDraft(people.Ann, reference, 0, ratings));
  return ratings;
}

function tell(figure: string) {
  test.info().annotations.push({ type: "figure", description: `wrong levels: ${figure}` });
}

test("a wrong level is not saved while the coder works", async ({ study }) => {
  const { Ann } = study.people;
  const ratings = await begun(study);
  const before = await getDraft(Ann, reference);
  const ann = await study.as("Ann");
  const page = { reference, personId: Ann.id };
  const save = action("saveDraftAction");

  let refused = 0;
  for (const { key, label, kind, level } of wrong) {
    const input = { revision: 1, ratings: { ...ratings, [key]: { ...ratings[key], level } } };
    const answer = await callAction(ann.request, study.url, ratePage, save, [page, input]);
    const problems = [{ field: `${key}.level`, message: `Select a level for ${label}` }];
    expect(answer.status(), `${key}: ${kind}`).toBe(200);
    expect(await resultOf(answer), `${key}: ${kind}`).toEqual({ kind: "refused", problems });
    refused += 1;
  }
  expect(refused).toBe(169);
  expect(await getDraft(Ann, reference)).toEqual(before);
  tell("169 refused by saveDraftAction");
});

test("a wrong level in a sent rating form is told beside its factor", async ({ study }) => {
  const { Ann } = study.people;
  await begun(study);
  const before = await getDraft(Ann, reference);
  const ann = await study.as("Ann");
  const form = await formWith(ann, ratePage, "revision");

  let refused = 0;
  for (const { key, label, kind, level } of wrong) {
    const field = `${key}.level`;
    const others = form.filter(([name]) => name !== field);
    const answer = await post(ann, ratePage, [...others, ...asFields(field, level)]);
    expect(answer.status(), `${key}: ${kind}`).toBe(200);
    expect(await errorsBeside(ann, await answer.text()), `${key}: ${kind}`).toEqual([
      [`${field}-error`, `Error: Select a level for ${label}`],
    ]);
    refused += 1;
  }
  expect(refused).toBe(169);
  expect(await getDraft(Ann, reference)).toEqual(before);
  tell("169 refused in the rating form");
});

test("a factor that is left out is never submitted, and stays a blank", async ({ study }) => {
  const { Ann } = study.people;
  await begun(study);
  const ann = await study.as("Ann");
  const form = await formWith(ann, ratePage, "revision");
  const page = { reference, personId: Ann.id };
  const submit = action("submitAction");

  for (const [index, { key, label }] of factors.entries()) {
    const revision = String(index + 1);
    const left = form.filter(([name]) => name !== `${key}.level` && name !== "revision");
    const answer = await post(ann, ratePage, [...left, ["revision", revision]]);
    const told = [[`${key}.level-error`, `Error: Select a level for ${label}`]];
    expect(answer.status(), key).toBe(200);
    expect(await errorsBeside(ann, await answer.text()), key).toEqual(told);

    const fields = formOf({ revision: String(index + 2) });
    const args = [page, { problems: [], values: {} }, fields];
    const confirmed = await callAction(ann.request, study.url, `${ratePage}/check`, submit, args);
    expect(confirmed.status(), key).toBe(200);
    expect(await resultOf(confirmed), key).toMatchObject({
      problems: [{ field: `${key}.level`, message: `Select a level for ${label}` }],
    });
    expect((await getDraft(Ann, reference))?.ratings[key]?.level, key).toBeNull();
  }
  expect((await getDraft(Ann, reference))?.revision).toBe(14);
  expect(await getOwnSubmission(Ann, reference)).toBeNull();
  tell("13 blanks refused at submission");
});

test("a wrong level is not agreed", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, reference, [Ann, Bob]);
  await rateAndSubmit(Ann, reference, "3333333333333");
  await rateAndSubmit(Bob, reference, "0000000000000");
  const lena = await study.as("Lena");
  const agree = action("agreeAction");

  let refused = 0;
  for (const { key, label, kind, level } of wrong) {
    const form = formOf({ factor: key, way: "lead_decision", reason: "Page 4", seenRevision: "0" });
    for (const [name, value] of asFields("level", level)) form.append(name, value);
    const args = [reference, "AB", { problems: [], values: {} }, form];
    const answer = await callAction(lena.request, study.url, reconcilePage, agree, args);
    const problems = [{ field: "level", message: `Select a level for ${label}` }];
    expect(answer.status(), `${key}: ${kind}`).toBe(200);
    expect(await resultOf(answer), `${key}: ${kind}`).toMatchObject({ problems });
    refused += 1;
  }
  expect(refused).toBe(169);
  expect((await getReconciliation(Lena, reference))?.decisions).toBe(0);
  tell("169 refused by agreeAction");
});
