import type { Page } from "@playwright/test";
import { problems } from "../page";
import { expect } from "../study";
import { chooseLevels, levelOf, saveState, test } from "./rating";

/** Where every level stands on the page. */
function places(page: Page): Promise<number[]> {
  return page
    .locator(".factor-row input[type=radio]")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top + window.scrollY));
}

for (const width of [1280, 1000, 360])
  test(`what Other needs is said in its row as soon as it has a level, and nothing moves, at ${width}`, async ({
    ann,
  }) => {
    await ann.setViewportSize({ width, height: 900 });
    const other = ann.getByRole("group", { name: "Other", exact: true });
    const needs = other.getByRole("status");
    await levelOf(ann, "Neglect", "High").check();
    await expect(saveState(ann)).toHaveText(/^Saved/);
    await expect(other).toContainText("With a theme and a description");
    await expect(needs).toHaveText("");
    const before = await places(ann);

    await levelOf(ann, "Other", "High").check();
    await expect(needs).toHaveText("Needs a theme and a description");
    await expect(other).toHaveAccessibleDescription("Needs a theme and a description");
    expect(await places(ann)).toEqual(before);
    await levelOf(ann, "Other", "Not indicated").check();
    await expect(needs).toHaveText("");
    expect(await places(ann)).toEqual(before);
  });

test("themes and description stand under the guidance, before evidence and note", async ({
  ann,
}) => {
  await ann.setViewportSize({ width: 1280, height: 900 });
  const needs = ann.getByRole("group", { name: "Other", exact: true }).getByRole("status");
  const themes = ann.getByRole("group", { name: "Themes" });
  await levelOf(ann, "Other", "High").check();
  await expect(themes.getByRole("checkbox").first()).toBeInViewport({ ratio: 1 });
  const parts = ann.locator(".factor[data-current] .tray > *");
  await expect(parts.nth(1)).toHaveClass("guidance");
  await expect(parts.nth(2)).toContainText("Themes");
  await expect(parts.nth(3)).toContainText("Description");
  await expect(parts.nth(4)).toContainText("Add a quote");

  await themes.getByRole("checkbox").first().check();
  await expect(needs).toHaveText("Needs a description");
  await ann.getByLabel("Description").fill("Debt, page 9");
  await expect(needs).toHaveText("");
  const other = ann.getByRole("group", { name: "Other", exact: true });
  await expect(other).toContainText("1 theme · Debt, page 9");
});

test("what is told as a problem is not said twice", async ({ ann }) => {
  await chooseLevels(ann, "3210000000001");
  await ann.getByRole("button", { name: "Submit ratings" }).click();
  await expect(problems(ann).getByRole("link")).toHaveText([
    "Select at least one theme for Other",
    "Describe the risk that you rated under Other",
  ]);
  const other = ann.getByRole("group", { name: "Other", exact: true });
  await expect(other).toContainText("Select at least one theme for Other");
  await expect(other).not.toContainText("Needs a theme");
});
