import type { Locator, Page, Route } from "@playwright/test";
import { practiceCaseFor } from "@/db/practice-cases/practice.fixtures";
import { bringReferenceCases } from "@/db/reference-cases.fixtures";
import { problems } from "./page";
import { expect, test } from "./study";

test("what is typed into a text that is there already is kept while the page takes on its scripts", async ({
  study,
}) => {
  await practiceCaseFor(study.people.Lena);
  const lena = await study.as("Lena");
  const letScriptsIn = await holdScripts(lena);
  await lena.goto("/practice/1/change", { waitUntil: "commit" });
  const reasonFor = (factor: string) => lena.getByLabel(`Reason for ${factor}`, { exact: true });
  const [typedInto, selected] = [reasonFor("Neglect"), reasonFor("Emotional abuse")];
  await typedInto.press("ControlOrMeta+End");
  await typedInto.pressSequentially(", page 4");
  await expect(typedInto).toHaveValue("Why it is this for Neglect, page 4");
  await selected.selectText();

  await letScriptsIn();
  await test.step("a warning under a text shows that they have taken over", async () => {
    const warned = reasonFor("Physical abuse");
    await expect(async () => {
      await warned.fill("Mother dob 1.5.1990");
      await expect(lena.getByText("looks like a date of birth")).toBeVisible({ timeout: 500 });
    }).toPass();
  });
  await expect(typedInto).toHaveValue("Why it is this for Neglect, page 4");
  await selected.focus();
  await lena.keyboard.type("Page 5");
  await expect(selected).toHaveValue("Page 5");
});

test("who follows a problem to its field before the scripts arrive stays there", async ({
  study,
}) => {
  await bringReferenceCases(study.people.Lena);
  const lena = await study.as("Lena");
  const letScriptsIn = await holdScripts(lena);
  await lena.goto("/export?samples=1999", { waitUntil: "commit" });
  await problems(lena).getByRole("link", { name: /1999/ }).click();
  const samples = lena.getByRole("group", { name: "Samples" }).getByLabel("2012");
  await expect(samples).toBeFocused();
  await letScriptsIn();
  await takenOver(lena, problems(lena));
  await expect(lena).toHaveTitle("Error: Export – Concord");
  await expect(samples).toBeFocused();
});

test("who follows a problem to its field just as the page takes on its scripts stays there", async ({
  study,
}) => {
  await bringReferenceCases(study.people.Lena);
  const lena = await study.as("Lena");
  await lena.addInitScript(followOnceTakenOver);
  await lena.goto("/export?samples=1999");
  await expect(lena).toHaveTitle("Error: Export – Concord");
  const samples = lena.getByRole("group", { name: "Samples" }).getByLabel("2012");
  await expect(samples).toBeFocused();
});

/**
 * Follows the first problem as soon as React has taken the page over. Next writes in the history then,
 * and React does what can wait only when it has not worked for long.
 */
function followOnceTakenOver() {
  const { replaceState } = history;
  history.replaceState = function (...given) {
    history.replaceState = replaceState;
    replaceState.apply(this, given);
    const start = performance.now();
    while (performance.now() < start + 50);
    queueMicrotask(() => document.querySelector<HTMLElement>(".govuk-error-summary a")?.click());
  };
}

/** Waits until React has taken over a part of the page, and has done what it does then. */
async function takenOver(page: Page, part: Locator): Promise<void> {
  await expect.poll(() => part.evaluate((one) => Object.keys(one).length)).toBeGreaterThan(0);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

/** Holds the scripts of the pages to come back, until they are let in. */
async function holdScripts(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let isHeld = true;
  await page.route(/\.js$/, (route) => (isHeld ? held.push(route) : route.continue()));
  return async () => {
    isHeld = false;
    await Promise.all(held.map((route) => route.continue()));
  };
}
