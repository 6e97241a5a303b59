import type { Page } from "@playwright/test";
import { getOwnSubmission } from "@/db/ratings/ratings";
import { expectAccessible } from "../accessible";
import { expect } from "../study";
import { factorLabels, levelOf, saveState, test } from "./rating";

/** The most keystrokes that rating 13 factors may take, from the page as it opens. */
const most = 30;

/** A keyboard that counts. */
function counting({ keyboard }: Page) {
  let count = 0;
  return {
    count: () => count,
    async press(key: string) {
      count += 1;
      await keyboard.press(key);
    },
  };
}

test("13 factors are rated with at most 30 keystrokes, and each key does what the help says", async ({
  ann,
  study,
}) => {
  const { Ann } = study.people;
  await expect(ann.getByRole("button", { name: "Keys ?" })).toBeVisible();
  const help = ann.getByRole("dialog", { name: "Keys" });
  const note = ann.getByLabel("Note for Neglect");

  await test.step("nothing in the form has the focus: the keys are the browser’s", async () => {
    for (const key of ["a", "3", "n", "?"]) await ann.keyboard.press(key);
    await expect(ann.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(help).toBeHidden();
  });

  const keys = counting(ann);
  await test.step("13 levels", async () => {
    for (const key of ["Tab", "Enter", "Tab", "Enter"]) await keys.press(key);
    await expect(levelOf(ann, "Neglect", "Not indicated")).toBeFocused();
    const scores = "3210123012302";
    for (const [index, score] of [...scores].entries()) {
      await keys.press(score);
      if (index < 12) await keys.press("n");
    }
    await expect(ann.getByText("13 of 13 rated")).toBeVisible();
    await expect(levelOf(ann, "Neglect", "High")).toBeChecked();
    await expect(levelOf(ann, "On child protection plan", "Yes, currently")).toBeChecked();
    await expect(levelOf(ann, "Other", "Medium")).toBeChecked();
    test.info().annotations.push({
      type: "figure",
      description: `rating 13 factors by keyboard: ${keys.count()} keystrokes, at most ${most}`,
    });
    expect(keys.count()).toBeLessThanOrEqual(most);
  });

  await test.step("each factor shows its letter beside its number where there is room", async () => {
    const letters = ann.locator(".factor-row legend kbd");
    await expect(letters).toHaveText([..."abcdefghijklm"]);
    await expect(letters.last()).toBeVisible();
    await expect(ann.locator(".factor-row legend").nth(10)).toHaveText(
      /^k ?11 ?On child protection/,
    );
    await ann.setViewportSize({ width: 1000, height: 720 });
    await expect(letters.last()).toBeVisible();
    await expect(ann.locator(".factor-number span").last()).toBeHidden();
    await ann.setViewportSize({ width: 900, height: 720 });
    await expect(ann.locator(".factor-number span").last()).toBeVisible();
    await expect(letters.last()).toBeHidden();
    await ann.setViewportSize({ width: 1280, height: 720 });
  });

  await test.step("a letter goes to its factor, a digit that it has no level for changes nothing", async () => {
    await ann.keyboard.press("k");
    await expect(levelOf(ann, "On child protection plan", "Yes, currently")).toBeFocused();
    await ann.keyboard.press("1");
    await expect(
      ann.getByText("On child protection plan has no level with the score 1"),
    ).toBeAttached();
    await expect(levelOf(ann, "On child protection plan", "Yes, currently")).toBeChecked();
    await ann.keyboard.press("2");
    await expect(levelOf(ann, "On child protection plan", "Yes, previously")).toBeChecked();
  });

  await test.step("note and doubt; while a note is written, letters are letters", async () => {
    await ann.keyboard.press("a");
    await ann.keyboard.press("w");
    await expect(note).toBeFocused();
    await ann.keyboard.type("an 3 u? page 4");
    await expect(note).toHaveValue("an 3 u? page 4");
    await ann.keyboard.press("Escape");
    await expect(levelOf(ann, "Neglect", "High")).toBeFocused();
    await ann.keyboard.press("u");
    await expect(ann.getByLabel("Unsure between two levels of Neglect")).toBeChecked();
    await expect(ann.getByText("Neglect: unsure")).toBeAttached();
    await expect(saveState(ann)).toHaveText(/^Saved/);
  });

  await test.step("? shows the keys, Escape goes back to where one was", async () => {
    await ann.keyboard.press("?");
    await expect(help).toBeVisible();
    for (const label of factorLabels) await expect(help.getByText(label).first()).toBeVisible();
    await expectAccessible(ann, "rate, with the keys");
    await ann.keyboard.press("Escape");
    await expect(help).toBeHidden();
    await expect(levelOf(ann, "Neglect", "High")).toBeFocused();
  });

  await test.step("the criteria are beside the grid, and a note is never behind them", async () => {
    await ann.getByRole("button", { name: "Criteria" }).click();
    await expect(ann.getByText("How recent", { exact: true })).toBeVisible();
    await expect(note).not.toBeInViewport();
    await expectAccessible(ann, "rate, with the criteria");
    await levelOf(ann, "Neglect", "High").focus();
    await ann.keyboard.press("w");
    await expect(note).toBeInViewport();
    await expect(ann.getByText("How recent", { exact: true })).toBeHidden();
    await ann.setViewportSize({ width: 320, height: 640 });
    await ann.getByText("How every factor is judged").first().click();
    await expect(ann.getByText("How recent", { exact: true })).toBeVisible();
    await ann.setViewportSize({ width: 1280, height: 720 });
  });

  await test.step("the running check leads to what is worth another look, and so does the check page", async () => {
    await ann.getByText("2 to look at again").click();
    const check = ann.locator(".running-check");
    await expect(check.getByRole("listitem")).toHaveText([
      "Parental alcohol misuse: the highest level, with neither a note nor a quote that shows it",
      "Neglect: you are unsure about it",
    ]);
    await check.getByRole("link", { name: "Neglect" }).click();
    await expect(ann.getByLabel("Unsure between two levels of Neglect")).toBeFocused();
  });

  await test.step("with all rated, n leads to Submit", async () => {
    await levelOf(ann, "Neglect", "High").focus();
    await ann.keyboard.press("n");
    await expect(ann.getByRole("button", { name: "Submit ratings" })).toBeFocused();
    expect(await getOwnSubmission(Ann, "2016-01")).toBeNull();
  });
});
