import { mock } from "node:test";
import type { Page } from "@playwright/test";
import { getCase } from "@/db/cases/cases";
import { listHistory } from "@/db/cases/history";
import { caseFor, must, rateAndSubmit, saveAccount } from "@/db/fixtures";
import { expectAccessible } from "../accessible";
import { problems, unfold } from "../page";
import { levelOf, rateCase, saveState } from "../rating/rating";
import { expect, test } from "../study";

/** The cells of a case on the board, as they are read out. */
const cellsOf = (page: Page, reference: string) =>
  page.getByRole("row", { name: reference }).getByRole("cell");

async function daysAgo<T>(days: number, work: () => Promise<T>): Promise<T> {
  mock.timers.enable({ apis: ["Date"], now: Date.now() - days * 86_400_000 });
  try {
    return await work();
  } finally {
    mock.timers.reset();
  }
}

test("a lead assigns many cases at once, sees who would get what, and then confirms", {
  tag: "@nojs",
}, async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  for (const number of ["01", "02", "03", "04"])
    await caseFor(Lena, `2016-${number}`, [], { sample: number === "04" ? "2017" : "2016" });
  const lena = await study.as("Lena");

  await test.step("cases are filtered and ticked", async () => {
    await lena.getByRole("link", { name: "Board" }).click();
    await expect(lena.getByRole("row")).toHaveCount(5);
    await lena.getByLabel("Sample").selectOption("2016");
    await lena.getByRole("button", { name: "Show" }).click();
    await expect(lena.getByRole("row")).toHaveCount(4);
    await expect(cellsOf(lena, "2016-01").first()).toHaveText("Sample2016");
    await lena.getByRole("button", { name: "Assign coders to the selected cases" }).click();
    await expect(lena.getByRole("heading", { name: "Board" })).toBeVisible();
    await expect(lena.getByRole("row")).toHaveCount(4);
    const first = lena.getByRole("checkbox", { name: "Select 2016-01" });
    await expect(first).toHaveAccessibleDescription("Error: Select at least one case");
    await problems(lena).getByRole("link", { name: "Select at least one case" }).click();
    await expect(first).toBeFocused();
    await first.check();
    await lena.getByRole("checkbox", { name: "Select 2016-02" }).check();
    await lena.getByRole("button", { name: "Assign coders to the selected cases" }).click();
    await expect(lena.getByText("2 cases", { exact: true })).toBeVisible();
  });

  await test.step("the same two for every case, and a third for every second", async () => {
    await lena.getByRole("button", { name: "Show who gets what" }).click();
    await expect(problems(lena)).toContainText("Select the coders");
    await lena.getByLabel("Ann", { exact: true }).check();
    await lena.getByLabel("Bob", { exact: true }).check();
    const each = lena.getByLabel("How many coders should each case have");
    const third = lena.getByLabel("Who should rate every second case as well?");
    await expect(each).toBeVisible();
    await expect(third).toBeHidden();
    await lena.getByLabel("Seed of the draw").fill("no seed");
    await lena.getByLabel("The same coders for every case").check();
    await expect(each).toBeHidden();
    await expect(lena.getByLabel("Seed of the draw")).toBeHidden();
    await third.selectOption("Cy");
    await lena.getByRole("button", { name: "Show who gets what" }).click();
    await expect(lena.getByRole("row", { name: "2016-01" })).toContainText("Ann, Bob");
    await expect(lena.getByRole("row", { name: "2016-02" })).toContainText("Ann, Bob, Cy");
    await expect(lena.getByLabel("Ann", { exact: true })).toBeChecked();
    expect((await getCase(Lena, "2016-01"))?.coders).toEqual([]);
    await lena.getByRole("button", { name: "Assign them" }).click();
    await expect(lena.getByRole("heading", { name: "Board" })).toBeVisible();
    await expect(cellsOf(lena, "2016-02").filter({ hasText: "Not started" })).toHaveCount(3);
  });

  await test.step("at random and evenly, by a seed that is shown and logged", async () => {
    await lena.goto("/board?stage=registered");
    await lena.getByRole("button", { name: "Assign coders to all of them" }).click();
    await expect(lena.getByText("2 cases", { exact: true })).toBeVisible();
    for (const name of ["Ann", "Bob", "Cy", "Lena"])
      await lena.getByLabel(name, { exact: true }).check();
    await lena.getByLabel("Seed of the draw").fill("4711");
    await lena.getByRole("button", { name: "Show who gets what" }).click();
    await expect(lena.getByText("Drawn with the seed 4711.")).toBeVisible();
    const loads = lena.getByRole("table", { name: "Cases to rate" });
    await expect(loads.getByRole("row", { name: "Lena" })).toContainText(/0.*2.*2/);
    await lena.getByRole("button", { name: "Assign them" }).click();
    await expect(lena.getByRole("heading", { name: "Board" })).toBeVisible();
    expect((await getCase(Lena, "2016-03"))?.coders).toHaveLength(2);
    const history = await listHistory(Lena, "2016-04");
    expect(history?.at(-1)).toMatchObject({
      action: "assigned a coder",
      reason: "At random, seed 4711",
    });
  });

  await test.step("a plan that no longer holds is refused, and nothing is done", async () => {
    await caseFor(Lena, "2016-05", []);
    const choice = `cases=2016-05&coders=${Ann.id}&coders=${Bob.id}&how=every&each=2&show=yes`;
    await lena.goto(`/board/assign?${choice}`);
    const beside = await study.tabBeside(lena);
    await beside.goto(`/board/assign?${choice}`);
    await beside.getByRole("button", { name: "Assign them" }).click();
    await expect(beside.getByRole("heading", { name: "Board" })).toBeVisible();
    await lena.getByRole("button", { name: "Assign them" }).click();
    await expect(problems(lena)).toContainText("There is nobody to assign to these cases");
  });

  const cy = await study.as("Cy");
  await expect(cy.getByRole("link", { name: "Board" })).toHaveCount(0);
  for (const path of ["/board", "/board/assign", "/board/replace"])
    expect((await cy.goto(path))?.status(), path).toBe(404);
});

test("the board says who has begun and who is late, a coder who left is replaced, and nobody learns a rating", async ({
  study,
}) => {
  const { Lena, Ann, Bob } = study.people;
  await daysAgo(3, () => caseFor(Lena, "2016-01", [Lena, Ann, Bob]));
  const [lena, ann] = [await study.as("Lena"), await study.as("Ann")];

  await test.step("your work counts what waits and says for how long", async () => {
    await expect(ann.getByRole("heading", { name: "Rate 1 case" })).toBeVisible();
    await expect(ann.getByText("Waiting for 3 days")).toBeVisible();
    await expect(ann.getByText("Overdue")).toHaveCount(0);
  });

  await test.step("a draft shows as begun, and no more", async () => {
    await ann.goto("/cases/2016-01/rate");
    await levelOf(ann, "Neglect", "High").check();
    await expect(saveState(ann)).toHaveText(/^Saved/);
    await rateAndSubmit(Bob, "2016-01", "3210000000200", "Page 4");
    await lena.goto("/board");
    await expect(cellsOf(lena, "2016-01").filter({ hasText: /\S/ })).toHaveText([
      "Sample2016",
      "StageCoding",
      /^Ann.\s*Started$/u,
      /^Bob.\s*Submitted$/u,
      /^Lena.\s*Not started$/u,
    ]);
  });

  await test.step("a lead sets the days to rate, and what is late is marked for both", async () => {
    await unfold(lena, "Change the days to rate");
    await lena.getByLabel("Days to rate").fill("soon");
    await lena.getByRole("button", { name: "Save the days to rate" }).click();
    await expect(problems(lena)).toContainText("Enter a whole number of days from 1 to 365");
    await expectAccessible(lena, "board, with an error");
    await lena.getByLabel("Days to rate").fill("2");
    await lena.getByRole("button", { name: "Save the days to rate" }).click();
    await expect(lena.getByText("Days to rate: 2 days")).toBeVisible();
    await expect(lena.getByRole("cell").filter({ hasText: "Overdue" })).toHaveText([
      /^Ann.*Started Overdue$/u,
      /^Lena.*Not started Overdue$/u,
    ]);
    await lena.getByLabel("Overdue").selectOption("Overdue");
    await lena.getByLabel("Coder").selectOption("Bob");
    await lena.getByRole("button", { name: "Show", exact: true }).click();
    await expect(lena.getByText("No case fits these filters.")).toBeVisible();
    await ann.goto("/");
    const task = ann.getByRole("listitem").filter({ hasText: "Rate 2016-01" });
    await expect(task).toContainText("Overdue");
    await expectAccessible(ann, "your work, overdue");
  });

  await test.step("another takes the place of a coder who left, and rates alone", async () => {
    await lena.goto("/board?selected=none");
    await expect(problems(lena)).toContainText("Select at least one case");
    await expectAccessible(lena, "board, with no case selected");
    await lena.getByRole("link", { name: "Replace a coder who left" }).click();
    await lena.getByRole("button", { name: "Show who gets what" }).click();
    await expect(problems(lena).getByRole("listitem")).toHaveText([
      "Select who left",
      "Select who takes over",
    ]);
    await expectAccessible(lena, "replace, with errors");
    await lena.getByLabel("Who left?").selectOption("Ann, 1 to rate");
    await lena.getByLabel("Cy", { exact: true }).check();
    await lena.getByRole("button", { name: "Show who gets what" }).click();
    await expect(lena.getByRole("row", { name: "2016-01" })).toContainText("Cy");
    await expectAccessible(lena, "replace, with who gets what");
    await lena.getByRole("button", { name: "Replace the coder" }).click();
    await expect(cellsOf(lena, "2016-01").filter({ hasText: "Cy" })).toContainText("Not started");
    expect((await ann.goto("/cases/2016-01"))?.status()).toBe(404);
    await rateAndSubmit(Lena, "2016-01", "1210000000200");
    expect((await lena.goto("/cases/2016-01/reconcile"))?.status()).toBe(404);
    const cy = await study.as("Cy");
    await rateCase(cy, "2016-01", "3210000000200");
    await lena.goto("/board");
    await expect(
      cellsOf(lena, "2016-01").filter({ hasText: /^(Bob|Cy|Lena).*Ready to reconcile$/u }),
    ).toHaveCount(3);
  });
});

test("a lead is told which cases wait for somebody who can no longer rate", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const lena = await study.as("Lena");
  await expect(lena.getByText("who can no longer rate")).toHaveCount(0);
  must(await saveAccount(Lena, Ann.id, { roles: ["coder"], active: false }));
  await lena.goto("/");
  await expect(lena.getByText("A case waits for Ann, who can no longer rate.")).toBeVisible();
  await expectAccessible(lena, "your work, with somebody who can no longer rate");
  await lena.getByRole("link", { name: "Replace Ann" }).click();
  await expect(lena.getByLabel("Who left?").locator("option:checked")).toHaveText("Ann, 1 to rate");
  await lena.goto("/board");
  await expect(lena.getByRole("columnheader", { name: /^Ann/ })).toHaveText(
    "Ann 1 to rate, can no longer rate",
  );
});
