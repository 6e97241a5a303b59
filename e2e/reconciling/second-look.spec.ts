import type { Page } from "@playwright/test";
import { caseFor, must, rateAndSubmit } from "@/db/fixtures";
import { holdOpening } from "@/db/ratings/opening";
import { secondLookAt } from "@/db/second-look/second-look.fixtures";
import { problems, unfold } from "../page";
import { rateCase } from "../rating/rating";
import { expect, test } from "../study";
import { openNotes, rowOf } from "./reconciling";

const levelNow = (page: Page, factor: string, level: string) =>
  page
    .getByRole("group", { name: `${factor}: level now`, exact: true })
    .getByRole("radio", { name: level, exact: true });
const factorsOn = (page: Page) => page.getByRole("region").getByRole("heading", { level: 2 });
const check = (page: Page) => page.getByRole("button", { name: "Check your second look" });
const submit = (page: Page) => page.getByRole("button", { name: "Submit second look" });

test("a lead begins a second look, coders read again where levels differ, and the room says what changed", async ({
  study,
}) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const lena = await study.as("Lena");

  await test.step("the lead lets the case wait", async () => {
    await lena.goto("/cases/2016-01");
    await unfold(lena, "Second look before it opens");
    const waits = lena.getByText("When every coder has submitted, this case waits for a lead");
    await expect(lena.getByText("This cannot be undone")).toBeVisible();
    await expect(waits).toHaveCount(0);
    await lena.getByRole("button", { name: "Wait for a lead" }).click();
    await expect(waits).toBeVisible();
    await expect(lena.getByText("Second look before it opens")).toHaveCount(0);
    await expect(lena.getByText("Lena let the case wait for a lead")).toBeVisible();
  });

  await rateAndSubmit(Ann, "2016-01", "3210000000200", "Page 4");
  const bob = await study.as("Bob");
  await rateCase(bob, "2016-01", "1110000000000");
  await expect(bob.getByText("Waiting for a lead", { exact: true })).toBeVisible();

  await test.step("and begins it from their work", async () => {
    await lena.goto("/");
    await lena.getByRole("link", { name: "Open 2016-01" }).click();
    await lena.getByRole("button", { name: "Begin a second look" }).click();
    await expect(lena.getByText("Second look", { exact: true })).toBeVisible();
    await expect(lena.getByText("Reading again")).toHaveCount(2);
    await expect(lena.getByText("Emotional abuse")).toHaveCount(0);
    for (const place of ["second-look", "second-look/check", "reconcile"])
      expect((await lena.goto(`/cases/2016-01/${place}`))?.status()).toBe(404);
  });

  await test.step("a coder is told which factors, with their own words, and chooses anew", async () => {
    await bob.goto("/");
    await bob.getByRole("link", { name: "Read again 2016-01" }).click();
    await expect(factorsOn(bob)).toHaveText([
      "1 Neglect",
      "2 Emotional abuse",
      "11 On child protection plan",
    ]);
    await expect(bob.getByRole("region", { name: "1 Neglect" })).toContainText(
      "What you gave first for NeglectLow",
    );
    await expect(bob.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(bob.getByText("Page 4")).toHaveCount(0);
    await levelNow(bob, "Neglect", "High").check();
    await bob.getByLabel("Note for Neglect").fill("Page 6, paragraph 2");
    await check(bob).click();
    await expect(problems(bob).getByRole("listitem")).toHaveText([
      "Select a level for Emotional abuse",
      "Select a level for On child protection plan",
    ]);
    await bob.getByRole("button", { name: "Save and go on later" }).click();
    await bob.getByRole("link", { name: "Read again 2016-01" }).click();
    await expect(levelNow(bob, "Neglect", "High")).toBeChecked();
    await levelNow(bob, "Emotional abuse", "Low").check();
    await levelNow(bob, "On child protection plan", "Yes, previously").check();
    await check(bob).click();
    await expect(
      bob.getByRole("row", { name: "1 Neglect Low High 3 Page 6, paragraph 2" }),
    ).toBeVisible();
    await submit(bob).click();
    await expect(bob.getByRole("heading", { name: "Your second look", exact: true })).toBeVisible();
    expect((await bob.goto("/cases/2016-01/second-look"))?.status()).toBe(404);
  });

  const ann = await study.as("Ann");
  await test.step("the other reads again too, and the case opens", async () => {
    await ann.goto("/cases/2016-01");
    await expect(ann.getByText("Second look submitted")).toHaveCount(1);
    await ann.getByRole("link", { name: "Read again" }).click();
    await expect(ann.getByText("Page 6, paragraph 2")).toHaveCount(0);
    await levelNow(ann, "Neglect", "High").check();
    await levelNow(ann, "Emotional abuse", "Medium").check();
    await levelNow(ann, "On child protection plan", "Yes, previously").check();
    await check(ann).click();
    await submit(ann).click();
    await expect(ann.getByText("Ready to reconcile")).toBeVisible();
  });

  await test.step("the room has what they hold now, with the first beside it", async () => {
    await lena.goto("/cases/2016-01/reconcile");
    await expect(
      lena.getByText("Levels differed on 3 factors at first, on 1 after the second look"),
    ).toBeVisible();
    await openNotes(lena, "Neglect");
    await expect(rowOf(lena, "Neglect")).toContainText("At first Low: no note");
    await expect(rowOf(lena, "Neglect")).toContainText("Page 6, paragraph 2");
    await expect(rowOf(lena, "Emotional abuse")).not.toContainText("at first");
    await lena.getByRole("button", { name: "Accept all the same (12)" }).click();
    await expect(lena.getByText("1 left to decide before")).toBeVisible();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("nothing typed in a second look is lost, and a lead ends one for a reason", async ({
    study,
  }) => {
    const { Lena, Ann, Bob } = study.people;
    await caseFor(Lena, "2016-01", [Ann, Bob]);
    await secondLookAt(Lena, "2016-01", [
      [Ann, "3210000000001"],
      [Bob, "1210000000000"],
    ]);
    const ann = await study.as("Ann");
    await ann.goto("/cases/2016-01/second-look");
    const unsure = ann.getByLabel("Unsure between two levels of Neglect");
    await unsure.check();
    await ann.getByRole("button", { name: "Save and go on later" }).click();
    await ann.goto("/cases/2016-01/second-look");
    await expect(unsure).toBeChecked();

    await unsure.uncheck();
    await levelNow(ann, "Neglect", "Medium").check();
    await levelNow(ann, "Other", "High").check();
    await ann.getByLabel("Note for Neglect").fill("Page 6");
    await ann.getByLabel("Description").fill("");
    await check(ann).click();
    await expect(problems(ann).getByRole("listitem")).toHaveText([
      "Describe the risk that you rated under Other",
    ]);
    await expect(unsure).not.toBeChecked();
    await expect(levelNow(ann, "Neglect", "Medium")).toBeChecked();
    await expect(ann.getByLabel("Note for Neglect")).toHaveValue("Page 6");
    await ann.getByLabel("Description").fill("Seen on page 12");
    await check(ann).click();
    await submit(ann).click();
    await expect(ann.getByRole("heading", { name: "Your second look", exact: true })).toBeVisible();

    const lena = await study.as("Lena");
    await lena.goto("/cases/2016-01");
    const end = lena.getByRole("button", { name: "End it and open the case" });
    await end.click();
    await expect(problems(lena)).toContainText("Enter a reason for ending the second look");
    await lena.getByLabel("Reason").fill("Bob is away");
    await end.click();
    await expect(lena.getByRole("heading", { name: "Reconcile case 2016-01" })).toBeVisible();
    await expect(
      lena.getByText("Levels differed on 2 factors at first, on 2 after the second look"),
    ).toBeVisible();
  });
});

test("a submission that is taken back just before keeps the second look from beginning", async ({
  study,
}) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  must(await holdOpening(Lena, "2016-01"));
  for (const coder of [Ann, Bob]) await rateAndSubmit(coder, "2016-01", "3210000000000");
  const [lena, ann] = [await study.as("Lena"), await study.as("Ann")];
  await lena.goto("/cases/2016-01");
  await ann.goto("/cases/2016-01");
  await ann.getByRole("button", { name: "Take your submission back" }).click();
  await expect(ann.getByRole("heading", { name: "Rate case 2016-01" })).toBeVisible();
  await lena.getByRole("button", { name: "Begin a second look" }).click();
  await expect(problems(lena)).toContainText("This can no longer be done");
});
