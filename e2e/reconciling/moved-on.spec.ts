import { assignCoders, goOnWithout } from "@/db/assignments/assignments";
import { caseFor, must, rateAndSubmit } from "@/db/fixtures";
import { getDraft } from "@/db/ratings/drafts";
import { problems } from "../page";
import { chooseLevels, levelOf, saveState } from "../rating/rating";
import { expect, signIn, test } from "../study";
import { agree, agreedLevel, openNotes, rowOf } from "./reconciling";

const scores = "3210000000200";

test("going back from the check page finds everything as it was", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const ann = await study.as("Ann");
  await ann.goto("/cases/2016-01/rate");
  await ann.getByLabel("Note for Neglect").fill("Page 4");
  await chooseLevels(ann, scores);
  await ann.getByRole("button", { name: "Submit ratings" }).click();
  await expect(ann.getByRole("heading", { name: "Check your ratings" })).toBeVisible();
  await ann.goBack();
  await expect(ann.getByText("13 of 13 rated")).toBeVisible();
  await expect(ann.getByLabel("Note for Neglect")).toHaveValue("Page 4");
  await levelOf(ann, "Neglect", "Medium").check();
  await expect
    .poll(async () => (await getDraft(Ann, "2016-01"))?.ratings.neglect?.level)
    .toBe("medium");
});

test("what is typed while a case closes to the coder stays on the page", async ({ study }) => {
  const { Lena, Ann, Bob, Cy } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob, Cy]);
  const cy = await study.as("Cy");
  await cy.goto("/cases/2016-01/rate");
  must(await goOnWithout(Lena, "2016-01", Cy.id, "On leave until the spring"));
  await cy.getByLabel("Note for Neglect").fill("Page 4, typed too late");
  await expect(saveState(cy)).toContainText("This case can no longer be rated here.");
  await expect(cy.getByLabel("Note for Neglect")).toHaveValue("Page 4, typed too late");
  await cy.getByRole("button", { name: "Submit ratings" }).click();
  await expect(problems(cy)).toContainText("This case can no longer be rated here.");
  await expect(cy.getByLabel("Note for Neglect")).toHaveValue("Page 4, typed too late");
});

test("what one coder typed never becomes the draft of another who signs in", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const ann = await study.as("Ann");
  await ann.goto("/cases/2016-01/rate");
  const other = await ann.context().newPage();
  await other.goto("/");
  await other.getByRole("button", { name: "Sign out" }).click();
  await signIn(other, "Bob");
  await ann.getByLabel("Note for Neglect").fill("Ann’s own words");
  await expect(saveState(ann)).toContainText("Somebody else is signed in here now.");
  await ann.getByRole("button", { name: "Save and come back later" }).click();
  await expect(problems(ann)).toContainText("Somebody else is signed in here now.");
  expect((await getDraft(Bob, "2016-01"))?.revision).toBe(0);
});

test("a coder who joins while the lead decides: the reason stays, and the level is open again", async ({
  study,
}) => {
  const { Lena, Ann, Bob, Cy } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-01", "3210000000000");
  await rateAndSubmit(Bob, "2016-01", "1210000000000");
  const lena = await study.as("Lena");
  await lena.goto("/cases/2016-01/reconcile");
  await lena.getByRole("button", { name: /^Accept all the same/ }).click();
  await expect(lena.getByText("1 left to decide before")).toBeVisible();

  must(await assignCoders(Lena, "2016-01", [Cy.id]));
  await agree(lena, "Neglect", "Medium", "Page 4 softens it");
  await expect(rowOf(lena, "Neglect")).toContainText("This can no longer be done");
  await expect(rowOf(lena, "Neglect").getByLabel("Reason")).toHaveValue("Page 4 softens it");

  await rateAndSubmit(Cy, "2016-01", "1010000000000");
  await lena.reload();
  const abuse = rowOf(lena, "Emotional abuse");
  await expect(abuse).toContainText("Decide again: a coder joined after Medium was agreed");
  await expect(agreedLevel(lena, "Emotional abuse", "Medium")).not.toBeChecked();
  await expect(lena.getByText("2 left to decide before")).toBeVisible();
});

test("a coder who joins before the lead commits: the lead is told, and what was typed stays", async ({
  study,
}) => {
  const { Lena, Ann, Bob, Cy } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-01", scores);
  await rateAndSubmit(Bob, "2016-01", scores);
  const lena = await study.as("Lena");
  await lena.goto("/cases/2016-01/reconcile");
  await lena.getByRole("button", { name: /^Accept all the same/ }).click();
  await expect(lena.getByText("left to decide before")).toHaveCount(0);
  await openNotes(lena, "Neglect");
  await rowOf(lena, "Neglect").getByLabel("Reason").fill("Page 4 softens it");

  must(await assignCoders(Lena, "2016-01", [Cy.id]));
  lena.once("dialog", (dialog) => dialog.accept());
  await lena.getByRole("button", { name: "Commit to the dataset" }).click();
  await expect(problems(lena)).toContainText("This can no longer be done");
  await expect(rowOf(lena, "Neglect").getByLabel("Reason")).toHaveValue("Page 4 softens it");
});

test("a confirmation that comes too late says so", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-01", scores);
  await rateAndSubmit(Bob, "2016-01", scores);
  const first = await study.as("Lena");
  await first.goto("/cases/2016-01/reconcile");
  await first.getByRole("button", { name: /^Accept all the same/ }).click();
  await first.getByRole("button", { name: "Commit to the dataset" }).click();
  await expect(first.getByRole("button", { name: "Confirm and commit" })).toBeVisible();
  const second = await first.context().newPage();
  await second.goto("/cases/2016-01/reconcile/commit");
  await first.getByRole("button", { name: "Confirm and commit" }).click();
  await expect(first.getByText("Version 1, risk rating 8")).toBeVisible();
  await second.getByRole("button", { name: "Confirm and commit" }).click();
  await expect(problems(second)).toContainText("This can no longer be done");
});
