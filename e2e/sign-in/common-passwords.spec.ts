import type { Page } from "@playwright/test";
import { passwordOf } from "@/db/fixtures";
import { makeFirstRunCode } from "@/db/people/first-run";
import { problems } from "../page";
import { expect, test } from "../study";

test.use({ ownServer: true });

const refusal =
  "Choose a password that is harder to guess: this one is common, or is made of common ones. Several unrelated words do well";

/** Sends the form with passwords that are easily guessed: each is refused beside its field. */
async function expectRefused(page: Page, field: string, button: string, own: string) {
  for (const password of ["passwordpassword", "qwertyuiop123456", "aaaaaaaaaaaaaaaa", own]) {
    await page.getByLabel(field, { exact: true }).fill(password);
    const answer = page.waitForResponse((one) => one.request().method() === "POST");
    await page.getByRole("button", { name: button }).click();
    await answer;
    await expect(problems(page)).toBeVisible();
    await expect(page.getByLabel(field, { exact: true })).toHaveAccessibleDescription(
      new RegExp(`Error: ${refusal}$`),
    );
  }
}

test("an admin gives nobody a common password", async ({ study }) => {
  const lena = await study.as("Lena");
  await lena.goto("/people");
  await lena.getByLabel("Name", { exact: true }).fill("Eva Klein");
  await lena.getByLabel("Email", { exact: true }).fill("eva.klein@example.org");
  await lena.getByLabel("Coder").check();
  await expectRefused(lena, "First password", "Add the person", "eva.klein@example.org");
  await lena.reload();
  await expect(lena.getByRole("row", { name: "Lena" })).toBeVisible();
  await expect(lena.getByRole("row", { name: "Eva" })).toHaveCount(0);
});

test("the first account has no common password", async ({ concord }) => {
  const code = await makeFirstRunCode();
  const page = await concord.stranger();
  await page.goto("/first-run");
  await page.getByLabel("One-time code").fill(code ?? "no code was made");
  await page.getByLabel("Your name").fill("Maya Stern");
  await page.getByLabel("Email", { exact: true }).fill("maya.stern@example.org");
  await expectRefused(page, "Password", "Make the account", "maya.stern@example.org");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Make the first account" })).toBeVisible();
});

test("nobody changes theirs to a common password", async ({ study }) => {
  const ann = await study.as("Ann");
  await ann.goto("/account");
  await ann.getByLabel("The password you have now").fill(passwordOf("Ann"));
  await expectRefused(ann, "New password", "Change the password", "ann@example.org");
  await study.as("Ann");
});
