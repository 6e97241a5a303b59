import type { Page } from "@playwright/test";
import { caseFor } from "@/db/fixtures";
import { getOwnSubmission } from "@/db/ratings/ratings";
import { expect, test } from "../study";
import { factorLabels } from "./rating";

/** Presses Tab until this is in focus; each stop on the way must show that it has it. */
async function tabTo(page: Page, what: { role: string; name: string }, most = 60): Promise<void> {
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press("Tab");
    const now = await inFocus(page);
    expect(now.seen, `focus on “${now.name}” (${now.role}) can be seen`).toBe(true);
    if (now.name.includes(what.name) && now.role === what.role) return;
  }
  throw new Error(`${what.name} was not reached in ${most} stops`);
}

/** What is in focus, and whether an outline, a shadow or a border near it comes with the focus. */
function inFocus(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    const label = element.labels?.[0];
    const near = [element, label, element.nextElementSibling, element.parentElement];
    const look = () =>
      near.map((one) =>
        [undefined, "::before", "::after"].map((part) => {
          if (!one) return "";
          const style = getComputedStyle(one, part);
          return [style.outline, style.boxShadow, style.borderWidth, style.backgroundColor].join();
        }),
      );
    const focused = JSON.stringify(look());
    element.blur();
    const blurred = JSON.stringify(look());
    element.focus({ preventScroll: true });
    const box = element.getBoundingClientRect();
    const inSight = box.bottom > 0 && box.top < window.innerHeight;
    const legend = element.closest("fieldset")?.querySelector("legend")?.textContent;
    return {
      role: element.type || element.tagName.toLowerCase(),
      name: `${legend ?? ""} ${label?.textContent ?? element.textContent}`.trim(),
      seen: inSight && focused !== blurred,
    };
  });
}

test("a case is rated and submitted with the keyboard alone", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const ann = await study.as("Ann");
  const { keyboard } = ann;

  await test.step("the first stop leads past the bar", async () => {
    await keyboard.press("Tab");
    await expect(ann.getByRole("link", { name: "Skip to main content" })).toBeFocused();
    await keyboard.press("Enter");
    await keyboard.press("Tab");
    await expect(ann.getByRole("link", { name: "Rate 2016-01" })).toBeFocused();
    await keyboard.press("Enter");
    await expect(ann.getByRole("heading", { name: "Rate case 2016-01" })).toBeVisible();
  });

  await test.step("Tab comes to each factor, arrow keys choose its level", async () => {
    for (const factor of factorLabels) {
      await tabTo(ann, { role: "radio", name: factor });
      await keyboard.press("Space");
    }
    await keyboard.press("Shift+Tab");
    await expect(ann.getByText("13 of 13 rated")).toBeVisible();
    const neglect = ann.getByRole("group", { name: "Neglect", exact: true });
    await neglect.getByRole("radio", { name: "Not indicated" }).focus();
    await keyboard.press("ArrowRight");
    await keyboard.press("ArrowRight");
    await expect(neglect.getByRole("radio", { name: "Medium" })).toBeChecked();
  });

  await test.step("Enter submits, and confirms", async () => {
    await keyboard.press("Enter");
    await expect(ann.getByRole("heading", { name: "Check your ratings" })).toBeVisible();
    await tabTo(ann, { role: "submit", name: "Confirm and submit" });
    await keyboard.press("Enter");
    await expect(ann.getByRole("heading", { name: "Your ratings", exact: true })).toBeVisible();
    const sent = await getOwnSubmission(Ann, "2016-01");
    expect(sent?.ratings.neglect?.level).toBe("medium");
    expect(sent?.ratings.child_protection_plan?.level).toBe("no");
  });
});
