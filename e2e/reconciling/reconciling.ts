import type { Locator, Page } from "@playwright/test";

/** The rows of a factor on the reconciliation page. */
export function rowOf(page: Page, factor: string): Locator {
  return page.locator("tbody", { has: page.getByRole("rowheader", { name: factor, exact: true }) });
}

/** The groups of radios with which levels are agreed. */
export function agreedLevels(page: Page): Locator {
  return page.getByRole("group", { name: /^Agreed level for / });
}

export function agreedLevel(page: Page, factor: string, level: string): Locator {
  return page
    .getByRole("group", { name: `Agreed level for ${factor}`, exact: true })
    .getByRole("radio", { name: level, exact: true });
}

/** Chooses a level, gives a reason when there is one, and saves. */
export async function agree(
  page: Page,
  factor: string,
  level: string,
  reason?: string,
): Promise<void> {
  const row = rowOf(page, factor);
  await openNotes(page, factor);
  await agreedLevel(page, factor, level).check({ force: true });
  if (reason !== undefined) await row.getByLabel("Reason").fill(reason);
  await row.getByRole("button", { name: `Save ${factor}`, exact: true }).click();
}

/** Opens the notes and the decision of a factor, unless they are. */
export async function openNotes(page: Page, factor: string): Promise<void> {
  const notes = rowOf(page, factor).locator("details").first();
  if ((await notes.getAttribute("open")) === null) await notes.locator("summary").first().click();
}
