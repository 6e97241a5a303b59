import { readFileSync } from "node:fs";
import { problems } from "./page";
import { levelOf, rateCase, saveState } from "./rating/rating";
import { agree, agreedLevel, agreedLevels, rowOf } from "./reconciling/reconciling";
import { expect, test } from "./study";

test("three people rate a case alone, reconcile it, commit it, and reopen it", async ({
  study,
}) => {
  const lena = await study.as("Lena");
  const ann = await study.as("Ann");
  const bob = await study.as("Bob");

  await test.step("the lead registers a case and assigns three coders", async () => {
    await lena.getByRole("link", { name: "Cases" }).click();
    await lena.getByRole("link", { name: "Register a case" }).click();
    await lena.getByLabel("Reference").fill("2016-01");
    await lena.getByLabel("Sample").fill("2016");
    await lena.getByLabel("Private law, WTFH and WAFH").check();
    await lena.getByLabel("Index incident type").selectOption("Neglect (fatal)");
    for (const name of ["Lena", "Ann", "Bob"]) await lena.getByLabel(name, { exact: true }).check();
    await lena.getByRole("button", { name: "Register the case" }).click();
    await expect(lena.getByRole("heading", { name: "Case 2016-01", exact: true })).toBeVisible();
    await expect(lena.getByText("Not submitted yet")).toHaveCount(3);
  });

  await test.step("a coder finds it, rates a part, leaves, and comes back to it", async () => {
    await ann.reload();
    await expect(ann.getByText("Not started")).toBeVisible();
    await ann.getByRole("link", { name: "Rate 2016-01" }).click();
    await expect(ann.getByRole("radio", { checked: true })).toHaveCount(0);
    await levelOf(ann, "Neglect", "High").check();
    await levelOf(ann, "On child protection plan", "Yes, previously").check();
    await expect(ann.getByText("2 of 13 rated")).toBeVisible();
    await expect(saveState(ann)).toHaveText(/^Saved \d\d:\d\d$/);
    await ann.getByRole("link", { name: "Your work" }).click();
    await expect(ann.getByText("2 of 13 rated")).toBeVisible();
    await ann.getByRole("link", { name: "Rate 2016-01" }).click();
    await expect(levelOf(ann, "Neglect", "High")).toBeChecked();
    await expect(levelOf(ann, "On child protection plan", "Yes, previously")).toBeChecked();
  });

  await test.step("missing factors are named, each with a link, and nothing is lost", async () => {
    await ann.getByRole("button", { name: "Submit ratings" }).click();
    const summary = problems(ann);
    await expect(summary).toBeVisible();
    await expect(ann.locator(":focus")).toContainText("There is a problem");
    await expect(summary.getByRole("link")).toHaveCount(11);
    await expect(levelOf(ann, "Neglect", "High")).toBeChecked();
    await summary.getByRole("link", { name: "Select a level for Other" }).click();
    await expect(levelOf(ann, "Other", "Not indicated")).toBeFocused();
    const other = ann.getByRole("group", { name: "Other", exact: true });
    await expect(other).toContainText("Select a level for Other");
    await levelOf(ann, "Other", "Not indicated").check();
    await expect(other).not.toContainText("Select a level for Other");
  });

  await test.step("all three submit", async () => {
    await rateCase(ann, "2016-01", "3210000000200");
    await expect(ann.getByRole("heading", { name: "Case 2016-01", exact: true })).toBeVisible();
    await rateCase(bob, "2016-01", "1210000000300");
    await expect(bob.getByText("Not submitted yet")).toHaveCount(1);
    await expect(bob.getByRole("link", { name: "Reconcile" })).toHaveCount(0);
    await rateCase(lena, "2016-01", "2210000000200");
    await expect(lena.getByText("Ready to reconcile")).toBeVisible();
  });

  await test.step("the team reconciles", async () => {
    await lena.getByRole("link", { name: "Reconcile" }).click();
    await expect(rowOf(lena, "Neglect")).toContainText("Two or more apart");
    await expect(rowOf(lena, "On child protection plan")).toContainText("One apart");
    await expect(rowOf(lena, "Emotional abuse")).toContainText("Same");
    await expect(
      agreedLevels(lena).filter({ visible: true, has: lena.locator(":checked") }),
    ).toHaveCount(0);
    await lena.getByRole("button", { name: /^Accept all the same/ }).click();
    await expect(lena.getByText("2 left to decide before")).toBeVisible();
    await lena.getByRole("button", { name: "Commit to the dataset" }).click();
    await expect(problems(lena).getByRole("link")).toHaveText([
      "Agree a level for Neglect",
      "Agree a level for On child protection plan",
    ]);
    await agree(lena, "Neglect", "Medium");
    await expect(
      lena.getByText("Enter a reason for Neglect: levels are two or more apart").first(),
    ).toBeVisible();
    await expect(agreedLevel(lena, "Neglect", "Medium")).toBeChecked();
    await agree(lena, "Neglect", "Medium", "Page 4 shows repeated lapses");
    await expect(lena.getByText("1 left to decide before")).toBeVisible();
    await agree(lena, "On child protection plan", "Yes, previously");
    await expect(lena.getByText("left to decide before")).toHaveCount(0);
  });

  await test.step("the lead checks and commits, and the case is locked", async () => {
    await lena.getByRole("button", { name: "Commit to the dataset" }).click();
    await expect(lena.getByRole("row")).toHaveCount(14);
    await expect(lena.getByText("Page 4 shows repeated lapses")).toBeVisible();
    await lena.getByRole("button", { name: "Confirm and commit" }).click();
    await expect(lena.getByText("Version 1, risk rating 7")).toBeVisible();
    await lena.goto("/cases/2016-01/reconcile");
    await expect(lena.getByRole("heading", { name: "Page not found" })).toBeVisible();
    await ann.goto("/cases/2016-01");
    await expect(ann.getByText("risk rating 8 of 39")).toBeVisible();
  });

  await test.step("the dataset lists it, and its filters find it", async () => {
    await ann.goto("/dataset");
    await expect(ann.getByRole("rowheader", { name: "2016-01" })).toBeVisible();
    await ann.getByLabel("Case type").selectOption("Public law, s31");
    await ann.getByRole("button", { name: "Show" }).click();
    await expect(ann.getByText("No committed case fits these filters.")).toBeVisible();
    await ann.getByLabel("Case type").selectOption("Private law, WTFH and WAFH");
    await ann.getByLabel("Sample").selectOption("2016");
    await ann.getByRole("button", { name: "Show" }).click();
    await expect(ann.getByRole("rowheader", { name: "2016-01" })).toBeVisible();
  });

  await test.step("the lead reopens it, changes one level, and commits version 2", async () => {
    await lena.goto("/cases/2016-01");
    await lena.getByRole("link", { name: "Reopen" }).click();
    await lena.getByRole("button", { name: "Reopen the case" }).click();
    await expect(problems(lena)).toContainText("Enter a reason for reopening the case");
    await lena.getByLabel("Why is the case reopened?").fill("A chronology came in later");
    await lena.getByRole("button", { name: "Reopen the case" }).click();
    await expect(lena.getByRole("heading", { name: "Reconcile case 2016-01" })).toBeVisible();
    await agree(lena, "Neglect", "High", "The chronology shows it");
    await expect(
      rowOf(lena, "Neglect").getByText(/^Agreed after discussion · Lena, [^·]*$/),
    ).toBeVisible();
    await lena.getByRole("button", { name: "Commit to the dataset" }).click();
    await expect(lena.getByText("1 of 13 levels changed since version 1.")).toBeVisible();
    await lena.getByRole("button", { name: "Confirm and commit" }).click();
    await expect(lena.getByText("Version 2, risk rating 8")).toBeVisible();
    await expect(lena.getByText("Version 1, risk rating 7")).toBeVisible();
    await expect(lena.getByText("Reason: A chronology came in later").first()).toBeVisible();
  });

  await test.step("the analyst exports it", async () => {
    const dora = await study.as("Dora");
    await dora.getByRole("link", { name: "Export" }).click();
    const download = dora.waitForEvent("download");
    await dora.getByRole("button", { name: "Download agreed-ratings.csv" }).click();
    const text = readFileSync(await (await download).path(), "utf8");
    expect(text.split("\n")[1]).toMatch(
      /^2016-01,2016,private_wtfh_wafh,,,neglect_fatal,,yes,3,2,1,0,0,0,0,0,0,0,2,0,0,8,2,0\.1,registered,/,
    );
  });
});
