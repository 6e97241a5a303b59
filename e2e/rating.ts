import { expect, type Locator, type Page } from "@playwright/test";

/** The 13 factors in codebook order, as the pages name them. */
export const factorLabels = [
  "Neglect",
  "Emotional abuse",
  "Physical abuse",
  "Sexual abuse",
  "Domestic violence",
  "Parental drug misuse",
  "Parental alcohol misuse",
  "Parental mental health",
  "Parental self-harm or suicide",
  "Child putting themselves at risk",
  "On child protection plan",
  "Threats to harm or abduct the child",
  "Other",
] as const;

const levelLabels = ["Not indicated", "Low", "Medium", "High"];
const planLabels = ["No", "", "Yes, previously", "Yes, currently"];

/** The level that a score has on a factor: 3 is “High”, or “Yes, currently” on the plan. */
export function levelLabel(factor: string, score: number): string {
  return (factor === "On child protection plan" ? planLabels : levelLabels)[score] ?? "";
}

/** The radio for a level of a factor on the rating page. */
export function levelOf(page: Page, factor: string, level: string): Locator {
  return page
    .getByRole("group", { name: factor, exact: true })
    .getByRole("radio", { name: level, exact: true });
}

/** The live line that says whether the draft is saved. */
export function saveState(page: Page): Locator {
  return page.locator(".save-state").getByRole("status");
}

/** Chooses a level for each factor on the rating page: "3210…" in codebook order. */
export async function chooseLevels(page: Page, scores: string): Promise<void> {
  for (const [index, factor] of factorLabels.entries())
    await levelOf(page, factor, levelLabel(factor, Number(scores[index]))).check();
}

/** Rates a case from Your work to the confirmation. */
export async function rateCase(page: Page, reference: string, scores: string): Promise<void> {
  await page.goto(`/cases/${reference}/rate`);
  await chooseLevels(page, scores);
  await page.getByRole("button", { name: "Submit ratings" }).click();
  await expect(page.getByRole("heading", { name: "Check your ratings" })).toBeVisible();
  await page.getByRole("button", { name: "Confirm and submit" }).click();
}
