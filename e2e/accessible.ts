import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

// As axe has it, but for numbers and marks of one character, which it would leave to a person.
const contrast = {
  ...{ ignoreUnicode: true, ignoreLength: true, ignorePseudo: false },
  ...{ boldValue: 700, boldTextPt: 14, largeTextPt: 18 },
  contrastRatio: { normal: { expected: 4.5 }, large: { expected: 3 } },
  ...{ pseudoSizeThreshold: 0.25, shadowOutlineEmMax: 0.2, textStrokeEmMin: 0.03 },
};
const options = {
  resultTypes: ["violations" as const],
  checks: { "color-contrast": { options: contrast } },
};
const guidelines = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** What axe finds against the guidelines on the page as it stands. */
export async function faultsOn(page: Page): Promise<string[]> {
  // No page of Concord has frames, so axe need not join what it found in several of them.
  const { violations } = await new AxeBuilder({ page })
    .options(options)
    .withTags(guidelines)
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target} ${failureSummary}`),
  );
}

/**
 * Looks at the page as it stands: nothing against the guidelines on a wide and on a narrow screen,
 * no sideways scrolling on the narrowest, one main heading, a language and a title of its own.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  const found: string[] = [];
  // The title of the page that one has come to arrives a moment after the rest of it.
  await expect(page).toHaveTitle(/^.+ – Concord$/);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const faults = await faultsOn(page);
    found.push(...faults.map((fault) => `${state}, ${width} px: ${fault}`));
  }
  expect.soft(found).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  const wide = await page.evaluate(() => document.scrollingElement?.scrollWidth);
  expect.soft(wide, `${state}: width of what is on a screen of 320 px`).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect.soft(await page.locator("iframe").count(), `${state}: frames`).toBe(0);
  expect.soft(await page.locator("h1").count(), `${state}: main headings`).toBe(1);
  expect.soft(await page.locator("html").getAttribute("lang"), state).toBe("en-GB");
}
