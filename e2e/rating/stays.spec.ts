import type { Page } from "@playwright/test";
import { getDraft } from "@/db/ratings/drafts";
import { unfold } from "../page";
import { expect } from "../study";
import { factorLabels, levelOf, saveState, test } from "./rating";

/** Gives Neglect a tray that is taller than the grid: a long quote, a note, and a warning of its date. */
async function fillTray(page: Page): Promise<void> {
  await levelOf(page, "Neglect", "High").check();
  await unfold(page, "Add a quote: quote 1 for Neglect");
  await page.getByLabel("Passage of quote 1 for Neglect").fill("Left alone overnight. ".repeat(20));
  await page.getByRole("button", { name: "Done with quote 1 for Neglect" }).click();
  await page.getByLabel("Note for Neglect").fill("Page 4, on 14 October 2014");
  await expect(saveState(page)).toHaveText(/^Saved/);
}

/** Presses the mouse on a level, waits until its factor is in hand, and lets go in the same place. */
async function pressAndLetGo(page: Page, factor: string, level: string): Promise<void> {
  const radio = levelOf(page, factor, level);
  const box = await radio.boundingBox();
  if (!box) throw new Error(`${level} of ${factor} cannot be pressed`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  const row = page.locator(".factor[data-current]").getByRole("group").first();
  await expect(row).toHaveAccessibleName(factor);
  await page.mouse.up();
}

test("a level that is pressed is the level that is chosen, however tall the tray of the factor before", async ({
  ann,
  study,
}) => {
  await ann.setViewportSize({ width: 1280, height: 900 });
  await fillTray(ann);
  for (const factor of factorLabels.slice(5, 10)) {
    await ann.getByLabel("Note for Neglect").focus();
    await ann.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const before = await ann.evaluate(() => window.scrollY);
    await pressAndLetGo(ann, factor, "Medium");
    await expect(levelOf(ann, factor, "Medium")).toBeChecked();
    expect(await ann.evaluate(() => window.scrollY)).toBe(before);
  }
  await expect(ann.getByText("6 of 13 rated")).toBeVisible();
  const stored = async () => (await getDraft(study.people.Ann, "2016-01"))?.ratings;
  await expect.poll(async () => (await stored())?.child_putting_self_at_risk?.level).toBe("medium");
});

test("the page is as tall whichever factor is in hand, and whatever stands beside the grid", async ({
  ann,
}) => {
  await fillTray(ann);
  const height = () => ann.evaluate(() => document.documentElement.scrollHeight);
  for (const [width, tall] of [
    [1280, 500],
    [1280, 720],
    [1280, 900],
    [1920, 1200],
    [1920, 2000],
  ] as const) {
    await ann.setViewportSize({ width, height: tall });
    const heights = new Set<number>();
    for (const factor of factorLabels) {
      await levelOf(ann, factor, factor === "On child protection plan" ? "No" : "Low").focus();
      heights.add(await height());
    }
    for (const tab of ["Submission", "Criteria", "Guidance"]) {
      await ann.getByRole("button", { name: tab, exact: true }).click();
      heights.add(await height());
    }
    expect([...heights], `${width} × ${tall}`).toHaveLength(1);
  }
});
