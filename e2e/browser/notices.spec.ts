import type { Locator, Page } from "@playwright/test";
import {
  agreeEverything,
  caseFor,
  must,
  passwordOf,
  rateAndSubmit,
  ratingsFrom,
  saveSettings,
} from "@/db/fixtures";
import { makeFirstRunCode } from "@/db/people/first-run";
import { saveDraft } from "@/db/ratings/drafts";
import { problems } from "../page";
import { type Concord, expect, type Study, test } from "../study";

/** What the page says was done. */
function done(page: Page): Locator {
  return page.locator("main").getByRole("alert").filter({ hasNotText: "There is a problem" });
}

const scripts = { told: async (page: Page) => expect(done(page)).toBeFocused() };
const none = { told: async (page: Page) => expect(done(page)).toBeVisible() };
type Way = typeof scripts;

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("what is done to a case is told on the page that follows", ({ study }) =>
  toCases(study, scripts));
test("the same of a case without scripts", { tag: "@nojs" }, ({ study }) => toCases(study, none));

async function toCases(study: Study, { told }: Way) {
  const { Lena, Ann, Bob } = study.people;
  await saveSettings(Lena, { secondPersonConfirms: true });
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await caseFor(Lena, "2016-02", [Ann, Bob]);
  await caseFor(Lena, "2016-03", []);
  const [lena, ann] = [await study.as("Lena"), await study.as("Ann")];

  await test.step("submitting leads to the next case to rate, taking back says what holds", async () => {
    const ratings = await ratingsFrom(Ann, "2016-01", "3210000000200");
    must(await saveDraft(Ann, "2016-01", 0, ratings));
    await ann.goto("/cases/2016-01/rate/check");
    await press(ann, "Confirm and submit");
    await expect(done(ann)).toHaveText(
      "You submitted your ratings of case 2016-01. Next: rate 2016-02",
    );
    await told(ann);
    await press(ann, "Take your submission back");
    await expect(done(ann)).toHaveText(
      "You took your submission of case 2016-01 back. Your ratings count when you submit them again.",
    );
    await told(ann);
    await ann.goto("/cases/2016-01/rate/check");
    await press(ann, "Confirm and submit");
    await done(ann).getByRole("link", { name: "Next: rate 2016-02" }).click();
    await expect(ann).toHaveURL(/\/cases\/2016-02\/rate$/);
    await expect(done(ann)).toHaveCount(0);
  });

  await test.step("assigning coders", async () => {
    await lena.goto("/cases/2016-03");
    for (const name of ["Ann", "Bob"]) await lena.getByLabel(name, { exact: true }).check();
    await press(lena, "Assign");
    await expect(done(lena)).toHaveText("Coders have been assigned to case 2016-03.");
    await told(lena);
  });

  await test.step("proposing a commit, sending it back, committing", async () => {
    await rateAndSubmit(Bob, "2016-01", "3210000000200");
    await agreeEverything(Lena, "2016-01");
    await lena.goto("/cases/2016-01/reconcile/commit");
    await lena.getByRole("button", { name: /^Confirm and/ }).click();
    await expect(done(lena)).toHaveText(
      "You proposed to commit case 2016-01. A second person now confirms it, or sends it back.",
    );
    await told(lena);
    await ann.goto("/cases/2016-01/reconcile/commit");
    await ann.getByLabel("What should be looked at again?").fill("Neglect");
    await press(ann, "Send back");
    await expect(done(ann)).toHaveText("You sent the commit of case 2016-01 back.");
    await told(ann);
    await lena.goto("/cases/2016-01/reconcile/commit");
    await lena.getByRole("button", { name: /^Confirm and/ }).click();
    await expect(done(lena)).toContainText("You proposed");
    await ann.goto("/cases/2016-01/reconcile/commit");
    await press(ann, "Confirm and commit");
    await expect(done(ann)).toHaveText("You committed case 2016-01 to the dataset.");
    await told(ann);
  });
}

test("what is done to the study is told on the page that follows", ({ study }) =>
  toStudy(study, scripts));
test("the same of the study without scripts", { tag: "@nojs" }, ({ study }) =>
  toStudy(study, none),
);

async function toStudy(study: Study, { told }: Way) {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", []);
  const lena = await study.as("Lena");
  const says = async (words: string) => {
    await expect(done(lena)).toHaveText(words);
    await told(lena);
  };

  await test.step("assigning on the board", async () => {
    const choice = `cases=2016-01&coders=${Ann.id}&coders=${Bob.id}&how=every&each=2&show=yes`;
    await lena.goto(`/board/assign?${choice}`);
    await press(lena, "Assign them");
    await says("The coders have been assigned.");
  });

  await test.step("settings, twice", async () => {
    await lena.goto("/settings");
    for (const count of ["7", "8"]) {
      await lena.getByLabel("Which counts are too small to be published?").fill(count);
      await press(lena, "Save");
      await expect(lena.getByText(`counts from 1 to ${count}.`)).toBeVisible();
      await says("The settings have been saved.");
    }
    await press(lena, "Set what is required");
    await says("What practice is required has been saved.");
  });

  await test.step("an account, and nothing of it once another is refused", async () => {
    await lena.goto("/people");
    await lena.getByLabel("Name").fill("Eva");
    await lena.getByLabel("Email").fill("eva@example.org");
    await lena.getByLabel("Analyst").check();
    await lena.getByLabel("First password").fill("a password for Eva");
    await press(lena, "Add the person");
    await says("Eva has been added. Give them the first password yourself.");
    await press(lena, "Add the person");
    await expect(problems(lena)).toContainText("Select at least one role");
    await expect(done(lena)).toHaveCount(0);
    await lena.goto("/people");
    await lena.getByRole("link", { name: "Eva" }).click();
    await lena.getByLabel("Coder").check();
    await press(lena, "Save the account");
    await says("The account of Eva has been saved.");
  });

  await test.step("a password of one’s own", async () => {
    await lena.goto("/account");
    await lena.getByLabel("The password you have now").fill(passwordOf("Lena"));
    await lena.getByLabel("New password").fill("a new and longer password");
    await press(lena, "Change the password");
    await says("Your password has been changed. You are signed out everywhere else.");
  });
}

test("the first account is told where it signs in", ({ concord }) =>
  firstAccount(concord, scripts));
test("the same where it signs in without scripts", { tag: "@nojs" }, ({ concord }) =>
  firstAccount(concord, none),
);

async function firstAccount(concord: Concord, { told }: Way) {
  const code = await makeFirstRunCode();
  const page = await concord.stranger();
  await page.goto("/first-run");
  await page.getByLabel("One-time code").fill(code ?? "no code was made");
  await page.getByLabel("Your name").fill("Maya");
  await page.getByLabel("Email").fill("maya@example.org");
  await page.getByLabel("Password").fill("four words make one");
  await press(page, "Make the account");
  await expect(done(page)).toHaveText("The first account has been made. Sign in with it.");
  await told(page);
}

test("a notice is told once, on the page that it is for, in a cookie that names it and no more", async ({
  study,
}) => {
  const lena = await study.as("Lena");
  const left = async () => {
    const all = await lena.context().cookies();
    return all.find(({ name }) => name === "concord.notice");
  };
  await lena.goto("/settings");
  await press(lena, "Save");
  await expect(done(lena)).toHaveText("The settings have been saved.");
  const cookie = await left();
  expect(JSON.parse(decodeURIComponent(cookie?.value ?? ""))).toEqual({
    page: "/settings",
    notice: { kind: "settings saved" },
  });
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect((cookie?.expires ?? 0) * 1000).toBeLessThan(Date.now() + 5500);

  const tab = await study.tabBeside(lena);
  await tab.goto("/board");
  await expect(tab.getByRole("heading", { name: "Board" })).toBeVisible();
  await expect(done(tab)).toHaveCount(0);
  await expect.poll(left).toBeUndefined();
  await expect(done(lena)).toBeVisible();
  await lena.reload();
  await expect(lena.getByRole("heading", { name: "Settings" })).toBeVisible();
  await expect(done(lena)).toHaveCount(0);
});

test("nobody is told what is not so, nor what they may not know, whatever their browser holds", async ({
  study,
}) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const page = await study.as("Ann");
  const toldAfter = async (notice: unknown) => {
    const value = encodeURIComponent(JSON.stringify(notice));
    await page.context().addCookies([{ name: "concord.notice", value, url: page.url() }]);
    await page.goto("/account");
    await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
    return done(page).allTextContents();
  };
  const reference = "2016-01";
  const untrue = [
    ...["submitted", "second look submitted", "committed", "proposed", "sent back"].map((kind) => ({
      kind,
      reference,
    })),
    { kind: "assigned", reference: "2016-99" },
    { kind: "section saved", reference, section: "case" },
    { kind: "added", personId: Bob.id },
    { kind: "settings saved" },
    { kind: "assigned on the board" },
    { kind: "second factor required" },
    { kind: "first account made" },
    { kind: "You won a prize" },
    { kind: "password changed", words: "You won a prize" },
  ];
  for (const notice of untrue)
    expect(await toldAfter({ page: "/account", notice }), JSON.stringify(notice)).toEqual([]);
  for (const other of [
    "no notice",
    { page: "/account" },
    { page: "/", notice: { kind: "password changed" } },
  ])
    expect(await toldAfter(other), JSON.stringify(other)).toEqual([]);
  expect(await toldAfter({ page: "/account", notice: { kind: "assigned", reference } })).toEqual([
    "Coders have been assigned to case 2016-01.",
  ]);
});
