import { expect, type Locator, type Page } from "@playwright/test";
import { passwordOf, pastTheProgram } from "@/db/fixtures";
import { type App, appWith } from "@/db/sign-in/second-factor.fixtures";
import type { Concord } from "../study";

export const secondFactorPage = "/account/second-factor";

/** A code that the app does not show. */
export function wrongCode(app: App): string {
  return app() === "000000" ? "000001" : "000000";
}

/** The key on the page. */
export function keyOn(page: Page): Locator {
  return page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/);
}

/** Gives the key on the page to an app. */
export async function appFor(page: Page): Promise<App> {
  return appWith((await keyOn(page).textContent()) ?? "");
}

/** The recovery codes that the page shows. */
export async function recoveryCodesOn(page: Page): Promise<string[]> {
  const codes = page.getByRole("region", { name: "Your recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  return codes.allTextContents();
}

/** Begins a second factor on the page of it, as somebody whose password is still their first. */
export async function beginSetUp(
  page: Page,
  name: string,
  button = "Set up a second factor",
): Promise<void> {
  await page.getByLabel("Your password").fill(passwordOf(name));
  await page.getByRole("button", { name: button }).click();
}

/** Sets up a second factor on the page of it, from its first button on. */
export async function setUp(page: Page, name: string): Promise<{ app: App; recovery: string[] }> {
  await beginSetUp(page, name);
  const app = await appFor(page);
  await page.getByLabel("Code", { exact: true }).fill(app());
  await page.getByRole("button", { name: "Turn it on" }).click();
  return { app, recovery: await recoveryCodesOn(page) };
}

/** As if every code so far had been entered long ago, so that the newest is a new one. */
export function longAfter(concord: Pick<Concord, "dataDir">): void {
  pastTheProgram(concord.dataDir, (db) => db.exec("update second_factors set last_step = 0"));
}

/** Types the address and the password of somebody who is then asked for a code. */
export async function enterPassword(page: Page, name: string): Promise<void> {
  await sendPassword(page, name);
  await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
}

/** Sends the form of the sign-in. */
export async function sendPassword(page: Page, name: string): Promise<void> {
  await page.getByLabel("Email").fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel("Password").fill(passwordOf(name));
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Types a code on the page that asks for one. */
export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
}
