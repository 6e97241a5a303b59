import type { Page, Request } from "@playwright/test";
import { caseFor, rateAndSubmit } from "@/db/fixtures";
import { getDraft } from "@/db/ratings/drafts";
import { getReconciliation } from "@/db/reconciliation/reconciliations";
import { levelOf, saveState } from "../rating/rating";
import { expect, type Study, test } from "../study";
import { formWith, post, withFields } from "./posting";

const ratePage = "/cases/2016-01/rate";
const reconcilePage = "/cases/2016-01/reconcile";

const draftOf = (study: Study) => getDraft(study.people.Ann, "2016-01");

test("a forged rating form stores nothing", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const ann = await study.as("Ann");
  const form = withFields(await formWith(ann, ratePage, "revision"), {
    revision: "0",
    "neglect.level": "high",
    intent: "submit",
  });

  for (const [field, value, told] of [
    ["neglect.level", "4", "Select a level for Neglect"],
    ["neglect.level", "3", "Select a level for Neglect"],
    ["neglect.level", "med", "Select a level for Neglect"],
    ["neglect.level", "currently", "Select a level for Neglect"],
    ["child_protection_plan.level", "low", "Select a level for On child protection plan"],
    ["other.themes", "invented_theme", "Select themes from the list"],
    ["neglect.note", "x".repeat(4001), "Shorten this to 4,000 characters"],
    ["neglect.quotes.0.text", "x".repeat(1501), "Shorten this passage to 1,500 characters"],
    ["neglect.quotes.0.page", "7", "Enter the passage that stands there"],
    ["revision", undefined, "This case was changed in another tab or window."],
    ["revision", "7", "This case was changed in another tab or window."],
  ] as const)
    await test.step(`${field}: ${value?.slice(0, 20) ?? "left out"}`, async () => {
      const answer = await post(ann, ratePage, withFields(form, { [field]: value }));
      expect(answer.status()).toBe(200);
      expect(await answer.text()).toContain(told);
      expect((await draftOf(study))?.revision).toBe(0);
    });

  await test.step("from another site, or from nowhere", async () => {
    for (const origin of ["https://evil.example", "null", ""]) {
      const multipart = new FormData();
      for (const [name, value] of form) multipart.append(name, value);
      const answer = await ann.request.post(ratePage, { multipart, headers: { origin } });
      expect(answer.ok(), origin).toBe(false);
      expect((await draftOf(study))?.revision).toBe(0);
    }
  });

  await test.step("untouched, the same form is stored, and what it leaves out stays blank", async () => {
    await post(ann, ratePage, form);
    const draft = await draftOf(study);
    expect(draft?.revision).toBe(1);
    expect(draft?.ratings.neglect?.level).toBe("high");
    expect(draft?.ratings.other?.level).toBeNull();
  });
});

test("a forged autosave stores nothing", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const ann = await study.as("Ann");
  await ann.goto(ratePage);
  const sending = ann.waitForRequest((request) => request.method() === "POST");
  await levelOf(ann, "Neglect", "High").check();
  const sent = await sending;
  await expect(saveState(ann)).toHaveText(/^Saved/);

  const honest = sent.postData()?.replace('"revision":0', '"revision":1') ?? "";
  for (const [what, body, told] of [
    ["a level by its score", honest.replace('"high"', '"3"'), '"kind":"refused"'],
    ["a number", honest.replace('"high"', "3"), '"kind":"refused"'],
    [
      "a 1 on the child protection plan",
      honest.replace(
        '"child_protection_plan":{"level":null',
        '"child_protection_plan":{"level":"low"',
      ),
      '"kind":"refused"',
    ],
    ["an unknown factor", honest.replace('"neglect":', '"neglekt":'), '"kind":"refused"'],
    [
      "something else on an older revision",
      honest.replace('"revision":1', '"revision":0').replace('"high"', '"low"'),
      '"kind":"stale"',
    ],
    [
      "a revision as text",
      honest.replace('"revision":1', '"revision":"1"').replace('"high"', '"low"'),
      '"kind":"stale"',
    ],
  ] as const)
    await test.step(what, async () => {
      expect(body).not.toBe(honest);
      expect(await send(ann, sent, body)).toContain(told);
      expect((await draftOf(study))?.revision).toBe(1);
    });

  expect(await send(ann, sent, honest)).toContain('"kind":"saved"');
  expect((await draftOf(study))?.revision).toBe(2);
});

async function send(page: Page, like: Request, data: string): Promise<string> {
  const headers = { ...(await like.allHeaders()), "content-length": `${Buffer.byteLength(data)}` };
  const own = Object.entries(headers).filter(([name]) => !name.startsWith(":"));
  const answer = await page.request.post(like.url(), { data, headers: Object.fromEntries(own) });
  return answer.text();
}

test("a forged decision is not agreed", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-01", "3000000000300");
  await rateAndSubmit(Bob, "2016-01", "1000000000200");
  const lena = await study.as("Lena");
  const form = withFields(await formWith(lena, reconcilePage, "seenRevision"), {
    factor: "child_protection_plan",
    level: "previously",
    seenRevision: "0",
  });
  const decisions = async () => (await getReconciliation(Lena, "2016-01"))?.decisions;

  for (const [field, value] of [
    ["level", "low"],
    ["level", "1"],
    ["level", undefined],
    ["way", "all_the_same"],
    ["way", "third_coder"],
    ["factor", "neglekt"],
    ["seenRevision", "1"],
    ["seenRevision", undefined],
  ] as const) {
    const answer = await post(lena, reconcilePage, withFields(form, { [field]: value }));
    expect(answer.status(), `${field} ${value}`).toBe(200);
    expect(await decisions(), `${field} ${value}`).toBe(0);
  }

  await test.step("from a coder who does not lead", async () => {
    const ann = await study.as("Ann");
    const answer = await post(ann, reconcilePage, form);
    expect(await answer.text()).toContain("This can no longer be done");
    expect(await decisions()).toBe(0);
  });

  await post(lena, reconcilePage, form);
  expect(await decisions()).toBe(1);
});
