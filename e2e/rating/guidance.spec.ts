import { expect } from "../study";
import { chooseLevels, levelOf, saveState, test } from "./rating";

test("the codebook stands beside the factor in hand, and the check page says what to look at again", async ({
  ann,
}) => {
  const beside = ann.locator(".factor[data-current] .tray");

  await test.step("definition, levels, when to use it and when not: of the factor that has the focus", async () => {
    await levelOf(ann, "Neglect", "High").focus();
    await expect(beside).toContainText("A lasting failure to meet a child's basic physical");
    await expect(beside).toContainText("Ongoing and affecting health, safety or development");
    await expect(beside).toContainText("Use when: Includes neglect in pregnancy");
    await expect(beside).toContainText("Do not use when: A single lapse with no effect");
    await levelOf(ann, "Parental mental health", "Low").check();
    await expect(beside).toContainText("Past or mild, and managed");
    await expect(beside).not.toContainText("basic physical");
    await expect(ann).toHaveURL(/\/cases\/2016-01\/rate$/);
  });

  await test.step("the check page has 13 rows, and each warning leads back to its field", async () => {
    await chooseLevels(ann, "3000000000000");
    await expect(saveState(ann)).toHaveText(/^Saved/);
    await ann.getByRole("button", { name: "Submit ratings" }).click();
    await expect(ann.getByRole("heading", { name: "Worth another look" })).toBeVisible();
    await expect(ann.locator(".check-warnings").getByRole("listitem")).toHaveText([
      "Neglect: the highest level, with neither a note nor a quote that shows it",
      "12 factors are Not indicated. That is unusual where the submission is a full report; where it is a chronology or a summary it may well be right.",
    ]);
    await expect(ann.getByRole("table", { name: "Your ratings" }).getByRole("row")).toHaveCount(14);
    await ann.locator(".check-warnings").getByRole("link", { name: "Neglect" }).click();
    await expect(ann.getByLabel("Note for Neglect")).toBeFocused();
  });

  await test.step("they keep nobody from submitting", async () => {
    await ann.getByLabel("Note for Neglect").fill("Page 4");
    await expect(saveState(ann)).toHaveText(/^Saved/);
    await ann.getByRole("button", { name: "Submit ratings" }).click();
    await expect(ann.locator(".check-warnings").getByRole("listitem")).toHaveCount(1);
    await ann.getByRole("button", { name: "Confirm and submit" }).click();
    await expect(ann.getByRole("heading", { name: "Your ratings" })).toBeVisible();
  });
});
