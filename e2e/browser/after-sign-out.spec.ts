import type { Page } from "@playwright/test";
import { agreeEverything, caseFor, commit, rateAndSubmit } from "@/db/fixtures";
import { levelOf, saveState } from "../rating/rating";
import { comeBackTo, dialogOf } from "../sign-in/idle";
import { expect, type Study, test } from "../study";

const rate = "/cases/2016-01/rate";
const reconcile = "/cases/2016-02/reconcile";
const dataset = "/dataset";
const found = "Seen on page 4";

/** Lena codes one case, reconciles another and has committed a third. */
async function lenaWorks(study: Study): Promise<Page> {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Lena, Ann]);
  for (const reference of ["2016-02", "2016-03"]) {
    await caseFor(Lena, reference, [Ann, Bob]);
    await rateAndSubmit(Ann, reference, "3000000000000", found);
    await rateAndSubmit(Bob, reference, "1000000000000", found);
  }
  await agreeEverything(Lena, "2016-03");
  await commit(Lena, "2016-03");
  return study.as("Lena");
}

/** Opens the pages one after the other, as links lead, and leaves something typed on the first. */
async function visit(page: Page): Promise<void> {
  await page.goto(rate);
  await page.getByLabel("Note for Neglect").fill(found);
  await levelOf(page, "Neglect", "High").check();
  await expect(saveState(page)).toHaveText(/^Saved/);
  await page.goto(reconcile);
  await expect(page.getByText(found).first()).toBeAttached();
  await page.goto(dataset);
  await expect(page.getByText("2016-03").first()).toBeVisible();
}

/** Nothing but the sign-in form, not even in what is hidden; only its address says what was asked. */
async function expectSignIn(page: Page, where: string): Promise<void> {
  await expect(page.getByRole("heading", { name: "Sign in" }), where).toBeVisible();
  await expect(page.getByText("2016-0"), where).toHaveCount(0);
  const whole = await page.content();
  for (const told of [found, "2016-03", "Lena", "Neglect"])
    expect(whole, where).not.toContain(told);
}

async function expectNothingKept(page: Page): Promise<void> {
  for (const where of ["dataset", "reconcile", "rate"]) {
    await page.goBack();
    await expectSignIn(page, `back to ${where}`);
  }
  for (const where of ["reconcile", "dataset"]) {
    await page.goForward();
    await expectSignIn(page, `forward to ${where}`);
  }
  for (const path of [rate, reconcile, dataset]) {
    await page.goto(path);
    await expectSignIn(page, path);
  }
}

async function signOut(page: Page, button: string): Promise<void> {
  const answer = page.waitForResponse((one) => one.url().endsWith("/sign-out"));
  await page.getByRole("button", { name: button, exact: true }).click();
  expect((await answer).status()).toBe(303);
  expect(await (await answer).headerValue("clear-site-data")).toBe('"cache", "storage"');
  await expectSignIn(page, button);
  const kept = (await page.context().cookies()).map(({ name }) => name);
  expect(kept).not.toContain("concord.session");
}

test("after Sign out no way back shows anything of a case", async ({ study }) => {
  const page = await lenaWorks(study);
  const beside = await study.as("Lena");
  await visit(page);
  await signOut(page, "Sign out");
  await expectNothingKept(page);
  await beside.goto(dataset);
  await expect(beside.getByRole("heading", { name: "Dataset" })).toBeVisible();
});

test("Sign out everywhere leaves nothing here, nor in a browser elsewhere", async ({ study }) => {
  const page = await lenaWorks(study);
  const elsewhere = await study.as("Lena");
  await visit(elsewhere);
  await visit(page);
  await page.getByRole("link", { name: "Lena" }).click();
  await signOut(page, "Sign out everywhere");
  await page.goBack();
  await expectSignIn(page, "back to the account");
  await expectNothingKept(page);

  await comeBackTo(elsewhere);
  await expect(dialogOf(elsewhere)).toHaveAccessibleName("You have been signed out");
  await expect(elsewhere.getByRole("main")).toBeHidden();
  await expectNothingKept(elsewhere);
});

test("Sign out everywhere says so when it comes too late to end anything", async ({ study }) => {
  const page = await study.as("Ann");
  const elsewhere = await study.as("Ann");
  await page.goto("/account");
  await page.context().clearCookies({ name: "concord.session" });
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByText("so nothing was ended in other browsers")).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByRole("heading", { name: "Your work" })).toBeVisible();
});

test("a write from elsewhere signs nobody out", async ({ study }) => {
  const page = await study.as("Ann");
  for (const Origin of ["https://elsewhere.example", "null", ""])
    for (const everywhere of ["yes", "no"]) {
      const sent = { headers: { Origin }, form: { everywhere }, maxRedirects: 0 };
      const answer = await page.request.post("/sign-out", sent);
      expect(answer.status()).toBe(403);
      expect(answer.headers()["clear-site-data"]).toBeUndefined();
    }
  await page.reload();
  await expect(page.getByRole("heading", { name: "Your work" })).toBeVisible();
});
