import type { Page } from "@playwright/test";
import { caseFor, must } from "@/db/fixtures";
import { changePracticeCase } from "@/db/practice-cases/make";
import {
  practiceCaseFor,
  practiceContent,
  practise,
  saveRequirement,
} from "@/db/practice-cases/practice.fixtures";
import { problems, unfold } from "../page";
import { chooseLevels, factorLabels, levelLabel, levelOf, saveState } from "../rating/rating";
import { expect, type Study, test } from "../study";

/** The lead fills in a whole practice case, all but the reason for Neglect, and then that too. */
async function makePracticeCase(lena: Page): Promise<void> {
  await lena.goto("/practice");
  await lena.getByRole("link", { name: "Make a practice case" }).click();
  await lena
    .getByLabel("What there is to read")
    .fill("The health visitor called twice.\n\nNobody.");
  for (const factor of factorLabels) {
    const level = factor === "Neglect" ? "High" : levelLabel(factor, 0);
    const group = lena.getByRole("group", { name: `Reference level for ${factor}`, exact: true });
    await group.getByRole("radio", { name: level, exact: true }).check();
    const reason = lena.getByLabel(`Reason for ${factor}`, { exact: true });
    await reason.fill(factor === "Neglect" ? "" : `Nothing speaks of ${factor}`);
  }
  await lena.getByRole("button", { name: "Make the practice case" }).click();
  await expect(problems(lena).getByRole("link")).toHaveText(["Enter the reason for Neglect"]);
  await expect(lena.getByLabel("What there is to read")).toHaveValue(/^The health visitor/);
  await expect(lena.getByLabel("Reason for Other", { exact: true })).toHaveValue(
    "Nothing speaks of Other",
  );
  await lena.getByLabel("Reason for Neglect", { exact: true }).fill("Two visits were missed");
  await lena.getByRole("button", { name: "Make the practice case" }).click();
  await expect(lena.getByRole("heading", { name: "Practice 1" })).toBeVisible();
  await expect(lena.getByRole("row", { name: "1 Neglect" })).toContainText(
    "Two visits were missed",
  );
}

/** The lead requires it, after asking for more practice cases than there are. */
async function requirePractice(lena: Page): Promise<void> {
  await lena.goto("/settings");
  await lena
    .getByRole("group", { name: "Must coders practise before they begin a case?" })
    .getByLabel("Yes")
    .check();
  await lena.getByLabel("On how many practice cases?").fill("2");
  await lena.getByRole("button", { name: "Set what is required" }).click();
  await expect(problems(lena)).toContainText("Only 1 practice case is offered");
  await lena.getByLabel("On how many practice cases?").fill("1");
  await lena.getByRole("button", { name: "Set what is required" }).click();
  await expect(lena.getByText("at least 80% exact agreement on 1 practice case")).toBeVisible();
}

async function wholeJourney({ study }: { study: Study }): Promise<void> {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const lena = await study.as("Lena");
  await makePracticeCase(lena);
  await requirePractice(lena);
  const ann = await study.as("Ann");

  await test.step("a coder who has not practised is told what to do before a case", async () => {
    await expect(ann.getByText("your team asks for practice")).toBeVisible();
    await ann.getByRole("link", { name: "Rate 2016-01" }).click();
    await expect(
      ann.getByRole("heading", { name: "Practise before you rate case 2016-01" }),
    ).toBeVisible();
    await expect(ann.getByText("on at least 11 of 13 factors (80%)")).toBeVisible();
    await ann.getByRole("link", { name: "Go to Practice" }).click();
    await expect(ann.getByText("You have reached it on 0 so far.")).toBeVisible();
  });

  await test.step("they rate it with the text beside, and without its levels and reasons", async () => {
    await ann.getByRole("link", { name: "Rate Practice 1" }).click();
    await expect(ann.getByText("The health visitor called twice.")).toBeVisible();
    await expect(ann.getByText("Two visits were missed")).toHaveCount(0);
    await chooseLevels(ann, "2000000000000");
    await ann.getByRole("button", { name: "Save and come back later" }).click();
    await expect(ann.getByText("Begun", { exact: true })).toBeVisible();
    await ann.getByRole("link", { name: "Rate Practice 1" }).click();
    await expect(levelOf(ann, "Neglect", "Medium")).toBeChecked();
    await ann.getByRole("button", { name: "Submit ratings" }).click();
    await expect(
      ann.getByRole("heading", { name: "Check your ratings of Practice 1" }),
    ).toBeVisible();
    await ann.getByRole("button", { name: "Confirm and submit" }).click();
  });

  await test.step("they see where they differ and why, and can then begin the case", async () => {
    await expect(ann.getByText("12 of 13 the same, 13 within one score")).toBeVisible();
    const neglect = ann.getByRole("row", { name: "1 Neglect" });
    await expect(neglect).toContainText("Medium");
    await expect(neglect).toContainText("High");
    await expect(neglect).toContainText("One apart");
    await expect(neglect).toContainText("Two visits were missed");
    await ann.getByRole("link", { name: "Back to Practice" }).click();
    await expect(ann.getByText("You have done what it asks for.")).toBeVisible();
    await ann.goto("/cases/2016-01/rate");
    await expect(ann.getByRole("heading", { name: "Rate case 2016-01" })).toBeVisible();
  });

  await test.step("the lead sees who did how, and who has yet to practise", async () => {
    await lena.goto("/practice");
    await expect(lena.getByText("Yet to reach it: Bob, Cy.")).toBeVisible();
    await expect(lena.getByRole("row", { name: "Ann" })).toContainText("12 of 13");
    await lena.getByRole("link", { name: "Practice 1" }).click();
    await expect(lena.getByRole("row", { name: "1 Neglect" })).toContainText("Ann: Medium");
    await lena.goto("/cases/new");
    await expect(lena.getByLabel("Bob", { exact: true })).toHaveAccessibleDescription(
      "Has yet to practise before they can begin.",
    );
    await expect(lena.getByLabel("Ann", { exact: true })).not.toHaveAccessibleDescription(/./);
  });
}

test("a lead makes a practice case, and a coder practises before live coding", wholeJourney);
test("practice without scripts, from making it to live coding", { tag: "@nojs" }, wholeJourney);

test("what is typed when practice comes to be required is kept, and saved after practising", async ({
  study,
}) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await practiceCaseFor(Lena);
  const ann = await study.as("Ann");
  await ann.goto("/cases/2016-01/rate");
  must(await saveRequirement(Lena, { cases: 1, percent: 80 }));
  await levelOf(ann, "Neglect", "High").check();
  await expect(saveState(ann)).toContainText("Your team now asks for practice");
  await ann.getByLabel("Note for Neglect").fill("Page 4");
  await ann.getByRole("button", { name: "Save and come back later" }).click();
  await expect(problems(ann)).toContainText("Your team now asks for practice");
  await expect(levelOf(ann, "Neglect", "High")).toBeChecked();
  await expect(ann.getByLabel("Note for Neglect")).toHaveValue("Page 4");

  await practise(Ann, 1, "3210000000000");
  await ann.getByRole("button", { name: "Save and come back later" }).click();
  await ann.getByRole("link", { name: "Rate 2016-01" }).click();
  await expect(ann.getByLabel("Note for Neglect")).toHaveValue("Page 4");
});

test("a practice case that is changed is read again, and one that is withdrawn is gone", async ({
  study,
}) => {
  const { Lena } = study.people;
  await practiceCaseFor(Lena);
  const ann = await study.as("Ann");
  await ann.getByRole("link", { name: "Practice", exact: true }).click();
  await ann.getByRole("link", { name: "Rate Practice 1" }).click();
  await chooseLevels(ann, "3210000000000");
  await expect(saveState(ann)).toHaveText(/^Saved/);
  const changed = practiceContent("3210000000000", "The health visitor called three times.");
  must(await changePracticeCase(Lena, 1, 1, changed));
  await ann.getByRole("button", { name: "Submit ratings" }).click();
  await expect(ann.getByText("A lead has changed this practice case")).toBeVisible();
  await expect(ann.getByText("The health visitor called three times.")).toBeVisible();
  await expect(levelOf(ann, "Neglect", "High")).toBeChecked();
  await ann.getByRole("button", { name: "Submit ratings" }).click();
  await expect(ann.getByRole("heading", { name: "Check your ratings" })).toBeVisible();

  const lena = await study.as("Lena");
  await lena.goto("/practice/1");
  await lena.getByRole("button", { name: "Withdraw" }).click();
  await expect(lena.getByRole("button", { name: "Offer again" })).toBeVisible();
  await ann.goto("/practice");
  await expect(ann.getByText("There is no practice case for you to rate.")).toBeVisible();
});

test("a lead who changes a practice case keeps what they typed when another was quicker", async ({
  study,
}) => {
  const { Lena } = study.people;
  await practiceCaseFor(Lena);
  const lena = await study.as("Lena");
  await lena.goto("/practice/1");
  const reason = lena.getByLabel("Reason for Neglect", { exact: true });
  await lena.getByRole("link", { name: "Change it" }).click();
  await expect(reason).toHaveValue("Why it is this for Neglect");
  must(await changePracticeCase(Lena, 1, 1, practiceContent("0000000000000")));
  await reason.fill("Two visits were missed");
  await lena.getByRole("button", { name: "Save the practice case" }).click();
  await expect(problems(lena)).toContainText("Somebody else has changed this practice case");
  await expect(reason).toHaveValue("Two visits were missed");
  await lena.goto("/practice/1/change");
  await expect(reason).toHaveValue("Why it is this for Neglect");
  await reason.fill("Two visits were missed");
  await lena.getByRole("button", { name: "Save the practice case" }).click();
  await expect(lena.getByText("Two visits were missed")).toBeVisible();
  await unfold(lena, "The submission");
  await expect(lena.getByText("The health visitor called twice.")).toBeVisible();
});
