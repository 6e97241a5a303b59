import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { passwordOf, pastTheProgram } from "@/db/fixtures";
import { withSecondFactor } from "@/db/sign-in/second-factor.fixtures";
import { formatDate } from "@/domain/dates";
import { problems } from "../page";
import { expect, type Study, signIn, test } from "../study";
import {
  appFor,
  beginSetUp,
  enterCode,
  enterPassword,
  keyOn,
  longAfter,
  recoveryCodesOn,
  secondFactorPage,
  sendPassword,
  setUp,
  wrongCode,
} from "./second-factor";

test.use({ ownServer: true });

const codeField = (page: Page) => page.getByLabel("Code", { exact: true });
const work = (page: Page) => page.getByRole("heading", { name: "Your work" });
const signOut = (page: Page) => page.getByRole("button", { name: "Sign out" }).click();

test("a second factor from its first code to its removal", ({ study }) => fromFirstToLast(study));
test("the same without scripts", { tag: "@nojs" }, ({ study }) => fromFirstToLast(study));

async function fromFirstToLast(study: Study): Promise<void> {
  const ann = await study.as("Ann");
  await ann.goto("/account");
  await ann.getByRole("link", { name: "Set up a second factor" }).click();
  await beginSetUp(ann, "Ann");
  await expect(ann.getByRole("img", { name: /^QR code with the key/ })).toBeVisible();
  const first = (await keyOn(ann).textContent()) ?? "";

  await test.step("begun again it has another key; a wrong code is told beside the field", async () => {
    await beginSetUp(ann, "Ann", "Begin again with a new key");
    await expect(keyOn(ann)).not.toHaveText(first);
    const second = (await keyOn(ann).textContent()) ?? "";
    const app = await appFor(ann);
    await codeField(ann).fill(wrongCode(app));
    await ann.getByRole("button", { name: "Turn it on" }).click();
    await expect(problems(ann)).toBeVisible();
    await expect(codeField(ann)).toHaveAccessibleDescription(
      /Error: This code is not right. Enter the newest code that the app shows/,
    );
    await expect(codeField(ann)).toHaveValue(wrongCode(app));
    await expect(keyOn(ann)).toHaveText(second);
  });

  const app = await appFor(ann);
  await codeField(ann).fill(app());
  await ann.getByRole("button", { name: "Turn it on" }).click();
  const recovery = await recoveryCodesOn(ann);
  await test.step("the recovery codes are shown, once, and kept nowhere", async () => {
    expect(new Set(recovery).size).toBe(10);
    expect(ann.url()).toBe(study.url + secondFactorPage);
    const kept = JSON.stringify(await ann.context().storageState());
    for (const code of recovery) expect(kept).not.toContain(code);
    await ann.goto(secondFactorPage);
    await expect(ann.getByText("10 of 10")).toBeVisible();
    await expect(ann.getByText(formatDate(new Date().toISOString()))).toBeVisible();
    for (const code of recovery) expect(await ann.content()).not.toContain(code);
  });

  await test.step("from then on a code is asked for; a wrong one is told beside the field", async () => {
    longAfter(study);
    await signOut(ann);
    await enterPassword(ann, "Ann");
    await enterCode(ann, wrongCode(app));
    await expect(codeField(ann)).toHaveAccessibleDescription(/Error: This code is not right/);
    await enterCode(ann, app());
    await expect(work(ann)).toBeVisible();
  });

  await test.step("a code works once, and a recovery code once", async () => {
    longAfter(study);
    await signOut(ann);
    const used = app();
    await enterPassword(ann, "Ann");
    await enterCode(ann, used);
    await expect(work(ann)).toBeVisible();
    await signOut(ann);
    await enterPassword(ann, "Ann");
    await enterCode(ann, used);
    await expect(problems(ann)).toContainText("was used already");
    await enterCode(ann, recovery[0] ?? "");
    await expect(work(ann)).toBeVisible();
    await signOut(ann);
    await enterPassword(ann, "Ann");
    await enterCode(ann, recovery[0] ?? "");
    await expect(problems(ann)).toContainText("was used already");
    await enterCode(ann, recovery[1] ?? "");
    await expect(work(ann)).toBeVisible();
    await ann.goto(secondFactorPage);
    await expect(ann.getByText("8 of 10")).toBeVisible();
  });

  await test.step("it is removed for the password, and then none is asked for", async () => {
    await ann.getByRole("link", { name: "Remove the second factor" }).click();
    await ann.getByLabel("Your password").fill("not the password of Ann");
    await ann.getByRole("button", { name: "Remove the second factor" }).click();
    await expect(ann.getByLabel("Your password")).toHaveAccessibleDescription(
      /Error: Enter the password that you have now/,
    );
    await ann.getByLabel("Your password").fill(passwordOf("Ann"));
    await ann.getByRole("button", { name: "Remove the second factor" }).click();
    await expect(ann.getByRole("button", { name: "Set up a second factor" })).toBeVisible();
    await signOut(ann);
    await signIn(ann, "Ann");
  });
}

test("new recovery codes take the place of the old ones", ({ study }) => renewal(study));
test("new recovery codes without scripts", { tag: "@nojs" }, ({ study }) => renewal(study));

async function renewal(study: Study): Promise<void> {
  const { recovery, app } = await withSecondFactor(study.people.Ann);
  longAfter(study);
  pastTheProgram(study.dataDir, (db) =>
    db.exec(`update recovery_codes set used_at = '2026-01-01T00:00:00.000Z'
      where id in (select id from recovery_codes order by rowid limit 9)`),
  );
  const ann = await study.stranger();
  await ann.goto(secondFactorPage);
  await enterPassword(ann, "Ann");
  await enterCode(ann, app());
  await expect(ann.getByText("You have 1 recovery code left.")).toBeVisible();
  const renew = ann.getByRole("button", { name: "Make new recovery codes" });
  await renew.click();
  await expect(ann.getByLabel("Your password")).toHaveAccessibleDescription(
    /Error: Enter the password that you have now/,
  );
  await ann.getByLabel("Your password").fill(passwordOf("Ann"));
  await renew.click();
  const next = await recoveryCodesOn(ann);
  expect(next.filter((code) => recovery.includes(code))).toEqual([]);
  await ann.getByRole("link", { name: "I have kept them: go to your work" }).click();
  await signOut(ann);
  await enterPassword(ann, "Ann");
  await enterCode(ann, recovery[9] ?? "");
  await expect(problems(ann)).toBeVisible();
  await enterCode(ann, next[0]?.toLowerCase() ?? "");
  await expect(work(ann)).toBeVisible();
}

test("recovery codes are copied with a button, and focus goes to them", async ({ study }) => {
  const ann = await study.as("Ann");
  await ann.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await ann.goto(secondFactorPage);
  const { recovery } = await setUp(ann, "Ann");
  await expect(ann.locator(":focus")).toContainText("Your recovery codes");
  await ann.getByRole("button", { name: "Copy the codes" }).click();
  await expect(ann.getByRole("status")).toHaveText("Copied");
  const copied = await ann.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(recovery.join("\n"));
  await expect(ann.getByRole("link", { name: "Codebook" })).toBeVisible();
});

test("what was changed in another tab is told as that", async ({ study }) => {
  const ann = await study.as("Ann");
  await ann.goto(secondFactorPage);
  const beside = await study.tabBeside(ann);
  await beginSetUp(ann, "Ann");
  const app = await appFor(ann);
  await beside.goto(secondFactorPage);
  await codeField(beside).fill(app());
  await beside.getByRole("button", { name: "Turn it on" }).click();
  await recoveryCodesOn(beside);
  await codeField(ann).fill(app());
  await ann.getByRole("button", { name: "Turn it on" }).click();
  await expect(problems(ann)).toContainText("your second factor has changed since");
});

test("a code that comes too late is told as that, and leads where one was going", async ({
  study,
}) => {
  const { app } = await withSecondFactor(study.people.Ann);
  longAfter(study);
  const ann = await study.stranger();
  await ann.goto("/account");
  await enterPassword(ann, "Ann");
  // The ticket of the first step is kept for ten minutes.
  await ann.context().clearCookies({ name: "concord.ticket" });
  await enterCode(ann, app());
  await expect(ann.getByText("more than ten minutes after the password")).toBeVisible();
  await enterPassword(ann, "Ann");
  await enterCode(ann, app());
  await expect(ann).toHaveURL(/\/account$/);
});

test("when the signing secret was lost, a recovery code gets in, and an admin removes it", async ({
  study,
}) => {
  const { app, recovery } = await withSecondFactor(study.people.Ann);
  rmSync(join(study.dataDir, "signing-secret"));
  longAfter(study);
  const ann = await study.stranger();
  await ann.goto("/");
  await enterPassword(ann, "Ann");
  await enterCode(ann, app());
  await expect(problems(ann)).toContainText(
    "Concord can no longer check the codes of your app: what it checks them with was lost. Enter a recovery code",
  );
  await enterCode(ann, recovery[0] ?? "");
  await expect(work(ann)).toBeVisible();
  await ann.goto(secondFactorPage);
  await expect(ann.getByText("Only your recovery codes work.")).toBeVisible();

  const lena = await study.as("Lena");
  await lena.goto("/people");
  await expect(
    lena.getByRole("row", { name: "Ann ann@example.org Coder Open, first password Set up" }),
  ).toBeVisible();
  await lena.getByRole("link", { name: "Ann", exact: true }).click();
  await lena.getByRole("button", { name: "Remove the second factor" }).click();
  await expect(lena.getByText("Ann has none.")).toBeVisible();

  await ann.goto(secondFactorPage);
  await sendPassword(ann, "Ann");
  const anew = await setUp(ann, "Ann");
  longAfter(study);
  await ann.getByRole("link", { name: "I have kept them: go to your work" }).click();
  await signOut(ann);
  await enterPassword(ann, "Ann");
  await enterCode(ann, anew.app());
  await expect(work(ann)).toBeVisible();
});
