import type { Locator, Page } from "@playwright/test";

/** The summary of problems on top of a form. */
export function problems(page: Page): Locator {
  return page.getByRole("alert").filter({ hasText: "There is a problem" });
}

/** Opens something that opens in place, such as "Assign another coder". */
export async function unfold(page: Page, summary: string): Promise<void> {
  await page.locator("summary", { hasText: summary }).click();
}

/** What the page says, without the empty place for announcements that scripts add when they come. */
export async function shownOn(page: Page): Promise<string> {
  const shown = await page.locator("body").ariaSnapshot();
  return shown.replace(/\n- alert$/, "");
}
