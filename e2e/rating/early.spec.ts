import type { Page, Route } from "@playwright/test";
import { practiceCaseFor } from "@/db/practice-cases/practice.fixtures";
import { getDraft } from "@/db/ratings/drafts";
import { expect } from "../study";
import { factorLabels, levelOf, saveState, test } from "./rating";

test("what is chosen and typed while the page takes on its scripts is kept", async ({
  study,
  ann,
}) => {
  const { Ann } = study.people;
  await ann.addInitScript(rateWhileScriptsTakeOver);
  await ann.goto("/cases/2016-01/rate");

  await expect(saveState(ann)).toHaveText(/^Saved/);
  expect(await ann.evaluate(() => "wasLive" in window && window.wasLive)).toBe(false);
  for (const factor of factorLabels.slice(0, 10))
    await expect(levelOf(ann, factor, "Medium")).toBeChecked();
  await expect(ann.getByLabel("Note for Neglect")).toHaveValue("Page 4");

  const { ratings } = (await getDraft(Ann, "2016-01")) ?? {};
  expect(ratings?.neglect).toMatchObject({ level: "medium", note: "Page 4" });
  expect(ratings?.child_putting_self_at_risk?.level).toBe("medium");
});

test("nothing moves under the hand of a coder when the scripts arrive", async ({ study, ann }) => {
  await practiceCaseFor(study.people.Lena);
  for (const width of [1280, 900, 360])
    for (const path of ["/cases/2016-01/rate", "/practice/1/rate"]) {
      await ann.setViewportSize({ width, height: 720 });
      const { before, after } = await placesWithoutAndWithScripts(ann, path);
      expect(before.length, "levels, buttons and what unfolds").toBeGreaterThan(55);
      expect(after, `${path} at ${width}`).toEqual(before);
    }
});

/** Where everything that can be pressed stands, while the scripts are held back and with them. */
async function placesWithoutAndWithScripts(page: Page, path: string) {
  const held: Route[] = [];
  let isHeld = true;
  await page.route(/\.js$/, (route) => (isHeld ? held.push(route) : route.continue()));
  await page.goto(path, { waitUntil: "commit" });
  await expect(page.getByRole("link", { name: "Go to Submit ratings" })).toBeAttached();
  await page.waitForFunction(() => {
    const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
    return sheets.length > 0 && sheets.every(({ sheet }) => sheet !== null);
  });
  const live = page.locator(".rating-grid[data-live]");
  await expect(live).toHaveCount(0);
  const before = await places(page);
  isHeld = false;
  await Promise.all(held.map((route) => route.continue()));
  await expect(live).toBeAttached();
  const after = await places(page);
  await page.unroute(/\.js$/);
  return { before, after };
}

async function places(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  const toPress = page.locator(".rating :is(input[type=radio], button, summary):not(.tray *)");
  return toPress.evaluateAll((all) =>
    all.map((one) => {
      const { left, top } = one.getBoundingClientRect();
      return `${one.id || one.textContent}: ${Math.round(left)}, ${Math.round(top)}`;
    }),
  );
}

/**
 * Runs in the page: right after the page has read what its fields hold, and before it hears of any
 * change, chooses Medium for every factor and types a note; keeps whether the page was live by then.
 */
function rateWhileScriptsTakeOver() {
  const reads = FormData;
  window.FormData = class extends reads {
    constructor(form?: HTMLFormElement, submitter?: HTMLElement | null) {
      super(form, submitter);
      if (!form?.matches(".rating") || "wasLive" in window) return;
      Object.assign(window, { wasLive: form.querySelector("[data-live]") !== null });
      for (const radio of form.querySelectorAll<HTMLInputElement>('input[value="medium"]'))
        radio.checked = true;
      form.querySelector<HTMLTextAreaElement>('[name="neglect.note"]')?.setRangeText("Page 4");
    }
  };
}
