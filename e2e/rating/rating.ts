import { expect, type Locator, type Page } from "@playwright/test";
import { caseFor } from "@/db/fixtures";
import { test as ofAStudy } from "../study";
import type { FileForPage } from "./submission-files";

/** Tests that begin where Ann rates 2016-01, a case of hers and Bob’s. */
export const test = ofAStudy.extend<{ ann: Page }>({
  ann: async ({ study }, use) => {
    const { Lena, Ann, Bob } = study.people;
    await caseFor(Lena, "2016-01", [Ann, Bob]);
    const page = await study.as("Ann");
    await page.goto("/cases/2016-01/rate");
    await use(page);
  },
});

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

/** Opens a file beside the grid. */
export async function openSubmission(page: Page, file: FileForPage): Promise<void> {
  await page.getByRole("button", { name: "Submission", exact: true }).click();
  await page.getByLabel("Open a PDF or Word file").setInputFiles({ ...file });
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
