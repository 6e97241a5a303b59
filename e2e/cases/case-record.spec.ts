import type { Page } from "@playwright/test";
import { assignCoders } from "@/db/assignments/assignments";
import { changeRecord, getCaseRecord } from "@/db/cases/case-records";
import { agreeEverything, caseFor, commit, must, rateAndSubmit } from "@/db/fixtures";
import { commandLineViewer } from "@/db/people/people";
import { changeCodeList } from "@/db/study/code-lists";
import { firstCodeLists } from "@/domain/code-lists/code-lists";
import { typedValue } from "@/domain/code-lists/edit";
import { problems } from "../page";
import { expect, type Study, test } from "../study";

/** The row of a section's form with this heading, such as "Child 2". */
const row = (page: Page, name: string) => page.getByRole("group", { name, exact: true });
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).last();

test("a lead writes the whole record of a case, section by section", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob], { caseType: "private_wtfh", incidentType: "suicide" });
  const lena = await study.as("Lena");
  await lena.goto("/cases/2016-01");
  await lena.getByRole("link", { name: "Change the record" }).click();
  await expect(lena.getByRole("listitem").filter({ hasText: "In part" })).toHaveText([
    "The caseNot recorded yet: Kind of submission, SCR methodologyIn part",
    "Index incidentNot recorded yet: Why this typeIn part",
  ]);

  await test.step("the case", async () => {
    await lena.getByRole("link", { name: "The case", exact: true }).click();
    await lena.getByLabel("Kind of submission").selectOption("Chronology only");
    await lena.getByLabel("SCR methodology").selectOption("Hybrid");
    await lena.getByLabel("Which kind").fill("A supervision order");
    await save(lena).click();
    const blank = "Leave this blank: “Private law, WTFH only” says which kind it was";
    await problems(lena).getByRole("link", { name: blank }).click();
    await expect(lena.getByLabel("Which kind")).toBeFocused();
    await expect(lena.getByLabel("Which kind")).toHaveValue("A supervision order");
    await lena.getByLabel("Public law, other").check();
    await save(lena).click();
    await expect(lena.getByRole("heading", { name: "Record of case 2016-01" })).toBeVisible();
  });

  await test.step("periods: a date that does not exist stays where it was typed", async () => {
    await lena.getByRole("link", { name: "Involvement" }).click();
    await lena.getByLabel("Involvement with the index child").selectOption("Prior only");
    await row(lena, "Period 1").getByLabel("Start").fill("31/2/2014");
    await row(lena, "Period 1").getByLabel("End").fill("2 March 2015");
    await lena.getByRole("button", { name: "Add another period" }).click();
    await expect(row(lena, "Period 2").getByLabel("Start")).toBeFocused();
    await row(lena, "Period 2").getByLabel("Start").fill("1/1/2015");
    await lena.getByRole("button", { name: "Add another period" }).click();
    await row(lena, "Period 3").getByLabel("End").fill("1/2/2015");
    await save(lena).click();
    await expect(problems(lena).getByRole("link")).toHaveText([
      "Period 1, start: enter a date that exists, such as 14 October 2014",
      "Period 3, start: enter the day on which it started",
    ]);
    await expect(lena).toHaveTitle(/^Error: Involvement, case 2016-01/);
    await problems(lena).getByRole("link", { name: "Period 1, start" }).click();
    const start = row(lena, "Period 1").getByLabel("Start");
    await expect(start).toBeFocused();
    await expect(start).toHaveValue("31/2/2014");
    await expect(start).toHaveAccessibleDescription(/Error: Period 1, start: enter a date that/);
    await expect(row(lena, "Period 2").getByLabel("Start")).toHaveValue("1/1/2015");
    await start.fill("14 October 2014");
    await row(lena, "Period 3").getByRole("button", { name: "Take out" }).click();
    await row(lena, "Period 2").getByLabel("With whom").selectOption("The family");
    // Enter in a field saves, and adds no row.
    await start.press("Enter");
    await expect(lena.getByRole("heading", { name: "Record of case 2016-01" })).toBeVisible();
    await expect(lena.getByText("A period counts no months until it ends")).toBeVisible();
  });

  await test.step("children, several at once, one of them taken out again", async () => {
    await lena.getByRole("link", { name: "Children and mother" }).click();
    for (const [place, age] of ["15", "0", "7"].entries()) {
      if (place > 0) await lena.getByRole("button", { name: "Add another child" }).click();
      await row(lena, `Child ${place + 1}`)
        .getByLabel("Age in years")
        .fill(age);
      await row(lena, `Child ${place + 1}`)
        .getByLabel("Outcome")
        .selectOption("Survived");
    }
    await row(lena, "Child 1").getByLabel("Sex").selectOption("Female");
    await row(lena, "Child 2").getByRole("button", { name: "Take out" }).click();
    await expect(row(lena, "Child 2").getByLabel("Age in years")).toHaveValue("7");
    await lena.getByLabel("Mother’s age in years").fill("19");
    await save(lena).click();
    await expect(
      lena.getByRole("link", { name: "The incident type is fatal, and no index child" }),
    ).toBeVisible();
  });

  await test.step("why, practice and actions", async () => {
    await lena.getByRole("link", { name: "Index incident" }).click();
    await lena.getByLabel("Why this type").fill("Page 2, paragraph 4");
    await save(lena).click();
    await lena.getByRole("link", { name: "Practice" }).click();
    await lena.getByLabel("What shows it").fill("No note of the visit");
    await save(lena).click();
    await expect(problems(lena).getByRole("link")).toHaveText([
      "Point 1: select whether it is a strength or a shortcoming",
      "Point 1: select the theme",
    ]);
    await lena.getByLabel("Strength or shortcoming").selectOption("Shortcoming");
    await lena.getByLabel("Theme").selectOption("Recording");
    await save(lena).click();
    await lena.getByRole("link", { name: "Actions" }).click();
    await lena.getByLabel("The action").fill("A letter to the board");
    await lena.getByLabel("Status").selectOption("Done");
    await save(lena).click();
  });

  await test.step("the whole record can be checked, and says what does not fit together", async () => {
    await lena.getByRole("link", { name: "Whole record" }).click();
    for (const text of [
      "Chronology only",
      "Public law, other",
      "A supervision order",
      "14 October 2014 to 2 March 2015, 5 months",
      "Since 1 January 2015, still open, the family",
      "Suicide (fatal)",
      "Girl of 15, survived",
      "Child of 7, survived (sex not recorded)",
      "Shortcoming, Recording: No note of the visit",
      "A letter to the board: Done",
    ])
      await expect(lena.getByText(text, { exact: true })).toBeVisible();
    await lena.getByRole("link", { name: "Change children and mother" }).click();
    await expect(row(lena, "Child 1").getByLabel("Age in years")).toHaveValue("15");
    await expect(lena.getByLabel("Mother’s age in years")).toHaveValue("19");
  });

  await test.step("the history says who changed what, and when", async () => {
    await lena.goto("/cases/2016-01/record/history");
    const newest = lena
      .getByRole("listitem")
      .filter({ has: lena.getByRole("heading", { name: "Lena" }) })
      .first();
    await expect(newest.getByRole("heading")).toContainText("Lena");
    await expect(newest.getByRole("deletion")).toHaveText("Not recorded");
    await expect(newest.getByRole("insertion")).toHaveText("A letter to the board: Done");
  });

  await test.step("its coders read it, and cannot change it", async () => {
    const ann = await study.as("Ann");
    await ann.goto("/cases/2016-01");
    await ann.getByRole("link", { name: "Whole record" }).click();
    await expect(ann.getByText("Girl of 15, survived")).toBeVisible();
    await expect(ann.getByRole("link", { name: /Change/ })).toHaveCount(0);
  });
});

test("a row that is taken out by keyboard is put back with what stood in it", async ({ study }) => {
  const { Lena } = study.people;
  await caseFor(Lena, "2016-01", []);
  const lena = await study.as("Lena");
  await lena.goto("/cases/2016-01/record/involvement");
  await row(lena, "Period 1").getByLabel("Start").fill("1 May 2014");
  for (const start of ["1 June 2014", "1 July 2014"]) {
    await lena.getByRole("button", { name: "Add another period" }).press("Enter");
    await expect(lena.locator(":focus")).toHaveValue("");
    await lena.locator(":focus").fill(start);
  }
  const take = (name: string) => row(lena, name).getByRole("button", { name: "Take out" });

  await test.step("the next row has the focus, and then the button that adds one", async () => {
    await take("Period 1").press("Enter");
    await expect(lena.getByRole("status")).toHaveText("Period 1 is taken out.");
    await expect(lena.locator("legend:focus")).toHaveText("Period 1");
    await expect(row(lena, "Period 1").getByLabel("Start")).toHaveValue("1 June 2014");
    await take("Period 2").press("Enter");
    await expect(lena.getByRole("button", { name: "Add another period" })).toBeFocused();
    await take("Period 1").press("Enter");
    await expect(lena.getByRole("button", { name: "Add a period", exact: true })).toBeFocused();
    await expect(lena.getByText("Empty rows are left out.")).toHaveCount(0);
  });

  await test.step("each comes back, the last one first", async () => {
    await lena.getByRole("button", { name: /^Undo.* put period 1 back$/ }).press("Enter");
    await expect(lena.locator("legend:focus")).toHaveText("Period 1");
    await expect(row(lena, "Period 1").getByLabel("Start")).toHaveValue("1 June 2014");
    await lena.getByRole("button", { name: /^Undo.* put period 2 back$/ }).press("Enter");
    await expect(row(lena, "Period 2").getByLabel("Start")).toHaveValue("1 July 2014");
  });

  await test.step("what is out when it is saved is not recorded", async () => {
    await save(lena).click();
    await expect(lena.getByRole("heading", { name: "Record of case 2016-01" })).toBeVisible();
    const starts = (await getCaseRecord(Lena, "2016-01"))?.record.periods.map(
      ({ startDate }) => startDate,
    );
    expect(starts).toEqual(["2014-06-01", "2014-07-01"]);
  });
});

test("a saved section says so, what it still lacks, and leads on to the next", ({ study }) =>
  sectionBySection(study));
test("the same section by section without scripts", { tag: "@nojs" }, ({ study }) =>
  sectionBySection(study),
);

async function sectionBySection(study: Study) {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const lena = await study.as("Lena");
  const done = lena.locator("main").getByRole("alert");
  const task = (name: string) =>
    lena.getByRole("listitem").filter({ has: lena.getByRole("link", { name, exact: true }) });
  await lena.goto("/cases/2016-01/record/case");
  await lena.getByLabel("SCR methodology").selectOption("Hybrid");
  await lena.getByRole("button", { name: "Save and go on to Involvement" }).click();
  await expect(lena.getByRole("heading", { name: "Involvement", level: 1 })).toBeVisible();
  await expect(done).toHaveText("Saved: The case.");

  await lena.getByLabel("Involvement with the index child").selectOption("Prior only");
  await save(lena).click();
  await expect(done).toHaveText("Saved: Involvement.");
  await expect(task("The case")).toContainText("Not recorded yet: Kind of submission");
  await expect(task("Involvement")).toContainText("Not recorded yet: Involvement periods");
  await expect(task("Practice")).not.toContainText("Not recorded yet");

  await lena.goto("/cases/2016-01/record/analysis");
  await expect(save(lena)).toBeVisible();
  await expect(lena.getByRole("button", { name: /go on to/ })).toHaveCount(0);
}

test("a section that is begun is not left unsaid, but by the link that says so", async ({
  study,
}) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const lena = await study.as("Lena");
  const asked: string[] = [];
  lena.on("dialog", (dialog) => {
    asked.push(dialog.type());
    return dialog.dismiss();
  });
  await lena.goto("/cases/2016-01/record/case");
  const methodology = lena.getByLabel("SCR methodology");
  await methodology.selectOption("Hybrid");
  await lena.getByRole("navigation").getByRole("link", { name: "Board", exact: true }).click();
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  await expect(methodology).toHaveValue("hybrid");
  await lena.getByRole("link", { name: "Back to the record without saving" }).click();
  await expect(lena).toHaveURL(/\/record$/);
  await expect(lena.getByText("Hybrid")).toHaveCount(0);

  await test.step("nothing is asked where nothing was typed, or it is saved", async () => {
    await lena.goto("/cases/2016-01/record/case");
    await lena.getByRole("navigation").getByRole("link", { name: "Board", exact: true }).click();
    await expect(lena).toHaveURL(/\/board$/);
    await lena.goto("/cases/2016-01/record/case");
    await methodology.selectOption("Hybrid");
    await lena.getByRole("button", { name: "Save and go on to Involvement" }).click();
    await expect(lena.getByRole("heading", { name: "Involvement", level: 1 })).toBeVisible();
    await lena.getByRole("navigation").getByRole("link", { name: "Board", exact: true }).click();
    await expect(lena).toHaveURL(/\/board$/);
    expect(asked).toEqual(["beforeunload"]);
  });
});

test("a change to a committed case says why, and shows what it moves first", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob], { incidentType: "neglect_fatal" });
  for (const coder of [Ann, Bob]) await rateAndSubmit(coder, "2016-01", "3210000000000");
  await agreeEverything(Lena, "2016-01");
  await commit(Lena, "2016-01");
  const lena = await study.as("Lena");
  await lena.goto("/cases/2016-01/record/incident");
  await lena.getByLabel("Index incident type").selectOption("Suicide");
  await save(lena).click();
  await expect(problems(lena)).toContainText("Say why the record of a committed case is changed");
  await expect(lena.getByLabel("Index incident type")).toHaveValue("suicide");

  await lena.getByLabel("Why is it changed?").fill("The report says so on page 9");
  await save(lena).click();
  await expect(lena.getByText("This case is in the dataset. The change moves:")).toBeVisible();
  await expect(lena.getByText("Table 9, index incidents")).toBeVisible();
  await expect(lena.getByText("It is not stored yet.")).toBeVisible();
  expect((await getCaseRecord(Lena, "2016-01"))?.record.incidentType).toBe("neglect_fatal");

  // Another change than the one that was shown is shown first too.
  await lena.getByLabel("Index incident type").selectOption("Sexual abuse");
  const confirm = lena.getByRole("button", { name: "Confirm the change" });
  await confirm.click();
  await expect(lena.locator(":focus")).toContainText("The change moves");
  expect((await getCaseRecord(Lena, "2016-01"))?.record.incidentType).toBe("neglect_fatal");
  await confirm.click();
  await expect(lena.getByRole("heading", { name: "Record of case 2016-01" })).toBeVisible();
  expect((await getCaseRecord(Lena, "2016-01"))?.record.incidentType).toBe("sexual_abuse");
  await lena.getByRole("link", { name: "History of the record" }).click();
  await expect(lena.getByText("The report says so on page 9")).toBeVisible();
});

test("a case is excluded with a reason, and comes back", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const lena = await study.as("Lena");
  const record = lena.getByRole("heading", { name: "Record of case 2016-01" });
  await lena.goto("/cases/2016-01/record/analysis");
  await lena.getByLabel("Reason for exclusion").fill("The same as 2015-07");
  await save(lena).click();
  await expect(problems(lena)).toContainText("or select that the case is excluded");
  await lena.getByLabel("Reason for exclusion").fill("");
  await lena.getByLabel("No, exclude it").check();
  await save(lena).click();
  await expect(problems(lena)).toContainText("Give the reason for exclusion");
  await lena.getByLabel("Reason for exclusion").fill("The same as 2015-07");
  await save(lena).click();
  await expect(record).toBeVisible();
  await lena.goto("/cases/2016-01");
  await expect(lena.getByText("The same as 2015-07")).toBeVisible();
  await lena.goto("/cases/2016-01/record/analysis");
  await lena.getByLabel("Yes", { exact: true }).check();
  await save(lena).click();
  await expect(record).toBeVisible();
  await lena.goto("/cases/2016-01");
  await expect(lena.getByText("The same as 2015-07")).toHaveCount(0);
});

test("a change whose values were merged since is not called the first record of the case", async ({
  study,
}) => {
  const { Lena } = study.people;
  await caseFor(Lena, "2016-01", [], { incidentType: "neglect_fatal" });
  must(
    await changeRecord(Lena, "2016-01", {
      ...{ section: "incident", seenRevision: 1, reason: "" },
      facts: { incidentType: "suicide", incidentRationale: "" },
    }),
  );
  const list = firstCodeLists.incident_type;
  const values = list.values
    .map((value) => typedValue(list, value))
    .map((one) => (one.key === "suicide" ? { ...one, mergedInto: "neglect_fatal" } : one));
  must(await changeCodeList(Lena, "incident_type", { seenVersion: 1, values, reason: "One kind" }));
  const lena = await study.as("Lena");
  await lena.goto("/cases/2016-01/record/history");
  const revisions = lena.getByRole("listitem").filter({ has: lena.getByRole("heading") });
  await expect(revisions).toContainText([
    "What it changed does not show: both values count as one now.",
    "The first record of the case.",
  ]);
});

test("a case that somebody else took in again meanwhile is told as that, whatever stands in the form", ({
  study,
}) => takingInTwice(study));
test("the same without scripts", { tag: "@nojs" }, ({ study }) => takingInTwice(study));

async function takingInTwice(study: Study) {
  const { Lena } = study.people;
  await caseFor(Lena, "2016-01", []);
  const analysis = (seenRevision: number, included: boolean, exclusionReason: string) =>
    changeRecord(Lena, "2016-01", {
      ...{ section: "analysis", facts: { included, exclusionReason } },
      ...{ seenRevision, reason: "" },
    });
  must(await analysis(1, false, "The same as 2015-07"));
  const lena = await study.as("Lena");
  await lena.goto("/cases/2016-01/record/analysis");
  must(await analysis(2, true, ""));
  await lena.getByLabel("Yes", { exact: true }).check();
  await save(lena).click();
  await expect(problems(lena).getByRole("listitem")).toHaveText([
    "This record has been changed since you opened the page: In the analysis, Reason for exclusion. What you typed is still here, and not saved. Compare it with what is recorded now, then save again.",
    /^In the analysis, now recorded: Yes\. Changed by Lena, /,
    /^Reason for exclusion, now recorded: nothing\. Changed by Lena, /,
  ]);
  await expect(lena.getByLabel("Reason for exclusion")).toHaveValue("The same as 2015-07");

  await test.step("a reason beside Yes is pointed out, and stays until it is blank", async () => {
    await lena.goto("/cases/2016-01/record/analysis");
    await lena.getByLabel("Reason for exclusion").fill("Too thin");
    await save(lena).click();
    const blank = "Leave this blank, or select that the case is excluded";
    await expect(problems(lena).getByRole("link")).toHaveText([blank]);
    await expect(lena.getByLabel("Reason for exclusion")).toHaveValue("Too thin");
    await expect(lena.getByLabel("Yes", { exact: true })).toBeChecked();
    await lena.getByLabel("Reason for exclusion").fill("");
    await save(lena).click();
    await expect(lena.getByRole("heading", { name: "Record of case 2016-01" })).toBeVisible();
  });
}

test("what is written in the record of an open case is kept from a coder who joins until they submit", async ({
  study,
}) => {
  const { Lena, Ann, Bob, Cy } = study.people;
  const words = "Ann gave High on neglect, Bob nothing";
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  for (const coder of [Ann, Bob]) await rateAndSubmit(coder, "2016-01", "3210000000000");
  const changes = [
    { section: "analysis", facts: { included: false, exclusionReason: words } },
    { section: "analysis", facts: { included: true, exclusionReason: "" } },
    { section: "actions", facts: { actions: [{ description: words, status: null }] } },
  ] as const;
  for (const [index, one] of changes.entries())
    must(
      await changeRecord(commandLineViewer(), "2016-01", {
        ...{ ...one, seenRevision: index + 1, reason: "" },
      }),
    );
  must(await assignCoders(Lena, "2016-01", [Cy.id]));
  const [cy, lena] = [await study.as("Cy"), await study.as("Lena")];
  const hidden = "Written after the case opened, so not shown yet";

  await test.step("not in the record, nor in its history", async () => {
    await cy.goto("/cases/2016-01/record/check");
    await expect(cy.getByText(hidden)).toBeVisible();
    await cy.getByRole("link", { name: "History of the record" }).click();
    await expect(cy.getByText(hidden)).toHaveCount(3);
    await expect(cy.getByText(words)).toHaveCount(0);
  });

  await test.step("and a lead cannot write over it", async () => {
    await lena.goto("/cases/2016-01/record/actions");
    await expect(lena.getByText("It can be read and changed when every coder")).toBeVisible();
    await expect(lena.getByLabel("The action")).toHaveCount(0);
    await lena.goto("/cases/2016-01/record/practice");
    await expect(lena.getByLabel("Theme")).toBeVisible();
  });

  await test.step("once they have submitted they read it", async () => {
    await rateAndSubmit(Cy, "2016-01", "3210000000000");
    await cy.reload();
    await expect(cy.getByText(words)).toHaveCount(3);
    await lena.goto("/cases/2016-01/record/actions");
    await expect(lena.getByLabel("The action")).toHaveValue(words);
  });
});

test("what somebody else recorded meanwhile is shown beside its field, before a save takes its place", ({
  study,
}) => savingTwice(study));
test("so it is without scripts", { tag: "@nojs" }, ({ study }) => savingTwice(study));

async function savingTwice(study: Study) {
  const { Lena } = study.people;
  await caseFor(Lena, "2016-01", []);
  const lena = await study.as("Lena");
  await lena.goto("/cases/2016-01/record/actions");
  const letter = { description: "A letter to the board", status: null };
  const training = { description: "Training for the team", status: null };
  const actions = async () => (await getCaseRecord(Lena, "2016-01"))?.record.actions;
  must(
    await changeRecord(commandLineViewer(), "2016-01", {
      ...{ section: "actions", seenRevision: 1, reason: "" },
      facts: { actions: [letter] },
    }),
  );
  await lena.getByLabel("The action").fill(training.description);
  const inItsPlace = lena.getByRole("button", { name: "Save in place of what is recorded now" });
  await test.step("it is not saved at once, and what was typed stays", async () => {
    await save(lena).click();
    await expect(problems(lena)).toContainText(
      "This record has been changed since you opened the page: Actions.",
    );
    const now = /^Actions, now recorded: A letter to the board\. Changed by Concord, /;
    await problems(lena).getByRole("link", { name: now }).click();
    await expect(lena.locator("#actions-error")).toContainText(now.source.slice(1, 44));
    await expect(lena.getByLabel("The action")).toHaveValue(training.description);
    expect(await actions()).toEqual([letter]);
  });

  await test.step("what is recorded now is a link away, and what was typed stays", async () => {
    const link = lena.getByRole("link", { name: "What is recorded now, whole" });
    await expect(link).toHaveAttribute("href", "/cases/2016-01/record/actions");
    await expect(link).toHaveAttribute("target", "_blank");
  });

  await test.step("another change since is shown before it goes, too", async () => {
    must(
      await changeRecord(commandLineViewer(), "2016-01", {
        ...{ section: "actions", seenRevision: 2, reason: "" },
        facts: { actions: [letter, letter] },
      }),
    );
    await inItsPlace.click();
    await expect(problems(lena)).toContainText("A letter to the board; A letter to the board");
    expect(await actions()).toEqual([letter, letter]);
  });

  await test.step("saved again, what was typed takes its place", async () => {
    await inItsPlace.click();
    await expect(lena.getByRole("heading", { name: "Record of case 2016-01" })).toBeVisible();
    expect(await actions()).toEqual([training]);
  });

  await test.step("a change to another section is named, and the next save goes through", async () => {
    await lena.goto("/cases/2016-01/record/actions");
    must(
      await changeRecord(commandLineViewer(), "2016-01", {
        ...{ section: "incident", seenRevision: 4, reason: "" },
        facts: { incidentType: "suicide", incidentRationale: "" },
      }),
    );
    await lena.getByLabel("Status").selectOption("Done");
    await save(lena).click();
    await expect(problems(lena).getByRole("listitem")).toHaveText([
      /^This record has been changed since you opened the page: Index incident type\./,
    ]);
    await save(lena).click();
    await expect(lena.getByRole("heading", { name: "Record of case 2016-01" })).toBeVisible();
    expect(await actions()).toEqual([{ ...training, status: "done" }]);
  });
}

test.describe("without scripts", { tag: "@nojs" }, () => {
  test("rows are added and emptied by sending the form, and what is typed stays", async ({
    study,
  }) => {
    await caseFor(study.people.Lena, "2016-01", []);
    const lena = await study.as("Lena");
    await lena.goto("/cases/2016-01/record/children");
    await row(lena, "Child 1").getByLabel("Age in years").fill("4");
    await lena.getByRole("button", { name: "Add another child" }).click();
    await expect(row(lena, "Child 1").getByLabel("Age in years")).toHaveValue("4");
    await row(lena, "Child 2").getByLabel("Age in years").fill("18");
    await save(lena).click();
    await expect(problems(lena)).toContainText("Child 2, age: enter a whole number");
    await row(lena, "Child 1").getByRole("button", { name: "Take out" }).click();
    await expect(row(lena, "Child 1").getByLabel("Age in years")).toHaveValue("");
    await row(lena, "Child 2").getByLabel("Age in years").fill("8");
    await save(lena).click();
    await expect(lena.getByRole("heading", { name: "Record of case 2016-01" })).toBeVisible();
    expect((await getCaseRecord(study.people.Lena, "2016-01"))?.record.children).toEqual([
      { ageYears: 8, sex: null, outcome: null },
    ]);
  });

  test("a text that could tell who the case is about is pointed out on the record and its check", async ({
    study,
  }) => {
    await caseFor(study.people.Lena, "2016-01", []);
    const lena = await study.as("Lena");
    await lena.goto("/cases/2016-01/record/incident");
    await lena.getByLabel("Why this type").fill("DOB 01/05/2001, see page 2");
    await save(lena).click();
    const warning = lena.getByRole("link", {
      name: "Why this type: this looks like a date of birth. Leave out what could tell who it is about.",
    });
    await expect(warning).toHaveAttribute("href", "/cases/2016-01/record/incident");
    await lena.goto("/cases/2016-01/record/check");
    await expect(warning).toBeVisible();
  });
});
