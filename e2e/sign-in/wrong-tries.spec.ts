import type { Page } from "@playwright/test";
import { passwordOf } from "@/db/fixtures";
import { problems, shownOn } from "../page";
import { expect, signIn, test } from "../study";

test.use({ ownServer: true });

const wrong = "Check the email address and the password: they do not go together";
const wait = "Too many wrong tries. Try again in 15 minutes";

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("Password")).toHaveValue("");
}

test("after ten wrong tries more have to wait, alike for a known and an unknown person", async ({
  study,
}) => {
  const ann = await study.as("Ann");
  await ann.getByRole("button", { name: "Sign out" }).click();
  await expect(ann.getByRole("heading", { name: "Sign in" })).toBeVisible();

  const pages: string[] = [];
  for (const name of ["Ann", "Eva"])
    await test.step(`${name}, from a browser that is new to her`, async () => {
      const email = `${name.toLowerCase()}@example.org`;
      const page = await study.stranger();
      await page.goto("/sign-in");
      for (const guess of ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]) {
        await enter(page, email, `guess ${guess}`);
        await expect(problems(page)).toContainText(wrong);
      }
      await enter(page, email, passwordOf(name));
      await expect(problems(page)).toContainText(wait);
      await expect(page.getByLabel("Email")).toHaveAccessibleDescription(`Error: ${wait}`);
      await expect(page.getByLabel("Email")).toHaveValue(email);
      pages.push((await shownOn(page)).replaceAll(email, "EMAIL"));
    });
  expect(pages[1]).toBe(pages[0]);

  await test.step("Ann still gets in where she signed in before", async () => {
    await signIn(ann, "Ann");
  });
  await test.step("and somebody else from a new browser too", async () => {
    await study.as("Bob");
  });
});

test("after ten wrong tries at one’s own password the form says how long to wait", async ({
  study,
}) => {
  const ann = await study.as("Ann");
  await ann.goto("/account");
  const current = ann.getByLabel("The password you have now", { exact: true });
  const change = async (password: string, said: string) => {
    await current.fill(password);
    await ann.getByLabel("New password", { exact: true }).fill("four words make one");
    const answered = ann.waitForResponse((one) => one.request().method() === "POST");
    await ann.getByRole("button", { name: "Change the password" }).click();
    await answered;
    await expect(current).toHaveAccessibleDescription(`Error: ${said}`);
  };
  for (const guess of ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"])
    await change(`guess ${guess}`, "Enter the password that you have now");
  await change(passwordOf("Ann"), wait);
});
