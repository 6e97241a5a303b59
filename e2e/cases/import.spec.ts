import { writeFileSync } from "node:fs";
import type { Route } from "@playwright/test";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  rateAndSubmit,
  release,
  textFile,
} from "@/db/fixtures";
import { draftOf, finishedDraft, imported } from "@/db/imports/drafts.fixtures";
import { listImports } from "@/db/imports/imports";
import { beginUpload } from "@/db/uploads/uploads";
import { uploadFor, uploadOfTests } from "@/db/uploads/uploads.fixtures";
import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import { problems } from "../page";
import { expectTable10AsPrinted } from "../report/printed-table-10";
import { expect, test } from "../study";
import { messyRatings, messyWorkbook } from "./messy-files";

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

test("a team's own spreadsheets come in through the page, and Table 10 is right", async ({
  study,
}) => {
  const lena = await study.as("Lena");
  await lena.goto("/cases");
  await lena.getByRole("link", { name: "Import cases" }).click();
  await lena.getByLabel("Excel or CSV files").setInputFiles([
    {
      name: "cases.xlsx",
      mimeType: workbookType,
      buffer: await messyWorkbook({ wrongTotal: "2012-01" }),
    },
    { name: "ratings.csv", mimeType: "text/csv", buffer: messyRatings() },
  ]);
  await lena.getByRole("button", { name: "Upload and check" }).click();

  await test.step("the columns are found, and what was guessed says so", async () => {
    await expect(lena.getByRole("heading", { name: "Columns" })).toBeVisible();
    const cases = lena.getByRole("group", { name: /^cases.xlsx, sheet All cases/ });
    await expect(cases.getByLabel("What it has in it")).toHaveValue("cases");
    await expect(cases.getByLabel("Row with the headers")).toHaveValue("3");
    await expect(cases.getByLabel("What “Neglct” holds")).toHaveValue("neglect");
    await expect(cases.getByRole("row", { name: /^Neglct/ })).toContainText(
      "A guess: please check",
    );
    await expect(cases.getByRole("row", { name: /^Year/ })).toContainText(
      "Another name for it: please check",
    );
    await expect(cases.getByLabel("What “Child 4 outcome” holds")).toHaveValue(
      "children.4.outcome",
    );
    await expect(cases.getByLabel("What “Remarks” holds")).toHaveValue("");
    const notes = lena.getByRole("group", { name: /^cases.xlsx, sheet Notes/ });
    await expect(notes.getByLabel("What it has in it")).toHaveValue("");
    const ratings = lena.getByRole("group", { name: /^ratings.csv/ });
    await expect(ratings.getByLabel("What it has in it")).toHaveValue("ratings_by_factor");
  });

  await test.step("one column cannot hold what another does", async () => {
    await lena.getByLabel("What “Remarks” holds").selectOption("Sample");
    await lena.getByRole("button", { name: "Save and go on" }).click();
    const wrong = "“Year” holds this already. Choose something else, or leave one of them out";
    await problems(lena).getByRole("link", { name: wrong }).click();
    await expect(lena.getByLabel("What “Remarks” holds")).toBeFocused();
    await expect(lena.getByLabel("What “Remarks” holds")).toHaveValue("sample");
    await lena.getByLabel("What “Remarks” holds").selectOption("Leave this column out");
    await lena.getByRole("button", { name: "Save and go on" }).click();
  });

  await test.step("the words in them are guessed, and can be corrected", async () => {
    await expect(lena.getByRole("heading", { name: "Values" })).toBeVisible();
    const levels = lena.getByRole("table", { name: "Levels of 12 risk factors" });
    await expect(levels.getByLabel(/^What “Med.” stands for/)).toHaveValue("2");
    const plan = lena.getByRole("table", { name: /^On child protection plan/ });
    await expect(plan.getByLabel(/^What “Y \(prev\)” stands for/)).toHaveValue("2");
    await lena.getByRole("button", { name: "Save and check" }).click();
  });

  await test.step("before anything is stored it says what would be", async () => {
    await expect(lena.getByRole("heading", { name: "Check and import" })).toBeVisible();
    const facts = lena.locator("dl");
    await expect(facts).toContainText("86, of which 82 with agreed ratings");
    await expect(facts).toContainText("cases.xlsx, sheet All cases: “Remarks”");
    await expect(facts).toContainText("cases.xlsx, sheet Notes, the whole sheet");
    await lena.getByText("Totals in the files that differ from what Concord computes: 1").click();
    const total = lena.getByRole("row", { name: /^2012-01/ }).getByRole("cell");
    await expect(total).toHaveText(["Risk rating", "8", "7"], { useInnerText: true });
    await lena.getByRole("button", { name: "Import 86 cases" }).click();
  });

  await test.step("then it is", async () => {
    await expect(lena.getByRole("heading", { name: "Import", exact: true })).toBeVisible();
    await expect(lena.locator("dl")).toContainText("86, of which 82 with agreed ratings");
    await lena.goto("/tables?sample=2015");
    await expectTable10AsPrinted(lena);
  });

  await test.step("it can be undone, and done again as the last time", async () => {
    await lena.goto("/import");
    await lena.getByRole("link", { name: "cases.xlsx, ratings.csv" }).click();
    await lena.getByText("Undo this import").click();
    await lena.getByLabel("Why is it undone?").fill("The wrong copy");
    await lena.getByRole("button", { name: "Undo the import" }).click();
    await expect(lena.getByText(/^Undone on/)).toContainText("by Lena: The wrong copy");
    await lena.goto("/cases");
    await expect(lena.getByRole("link", { name: "2012-01" })).toHaveCount(0);
  });
});

const fileOf = (name: string, text: string) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});

test("what is wrong is told by row and column, and stands in a copy of the file", async ({
  study,
}) => {
  const lena = await study.as("Lena");
  await lena.goto("/import");
  await lena.getByRole("button", { name: "Upload and check" }).click();
  await problems(lena).getByRole("link", { name: "Choose a file" }).click();
  await expect(lena.getByLabel("Excel or CSV files")).toBeFocused();
  const text =
    "Ref,Sample,Case type,Incident type,Mother age years\n2015-01,2015,s31,suicide,about 19\n";
  await lena.getByLabel("Excel or CSV files").setInputFiles(fileOf("cases.csv", text));
  await lena.getByRole("button", { name: "Upload and check" }).click();
  await lena.getByRole("link", { name: "Check and import" }).click();
  await expect(lena.getByRole("heading", { name: "1 fault to mend first" })).toBeVisible();
  await expect(lena.getByRole("row", { name: /^2 / })).toContainText(
    "a whole number from 10 to 60, or blank",
  );
  await expect(lena.getByRole("button", { name: /^Import / })).toHaveCount(0);
  const download = lena.waitForEvent("download");
  await lena.getByRole("link", { name: /^Download a copy of the files/ }).click();
  expect((await download).suggestedFilename()).toBe("faults.xlsx");
  await lena.getByRole("button", { name: "Throw this upload away" }).click();
  await expect(lena.getByRole("heading", { name: "Import cases" })).toBeVisible();
  await expect(lena.getByRole("heading", { name: "Not imported yet" })).toHaveCount(0);
});

test("uploads that are not imported can be thrown away where they are listed", {
  tag: "@nojs",
}, async ({ study }) => {
  const { Lena } = study.people;
  const cases = textFile("cases.csv", "Ref,Sample\n2015-01,2015\n");
  for (const file of [cases, cases, textFile("report.csv", "%PDF-1.7\n")])
    must(await beginUpload(Lena, [file]));
  const lena = await study.as("Lena");
  await lena.goto("/import");
  await expect(
    lena.getByText("Files that you have uploaded are kept for 7 days, or until you import them"),
  ).toBeVisible();
  const listed = lena.getByRole("table", { name: "Not imported yet" });
  await expect(listed.getByRole("link")).toHaveText([
    ...["report.csv, upload 1 of 3", "cases.csv, upload 2 of 3", "cases.csv, upload 3 of 3"],
  ]);
  await expect(listed.getByRole("row", { name: /^report.csv/ })).toContainText("cannot be read");
  await listed.getByRole("button", { name: "Throw away report.csv, upload 1 of 3" }).click();
  await expect(listed.getByRole("link")).toHaveText([
    ...["cases.csv, upload 1 of 2", "cases.csv, upload 2 of 2"],
  ]);
  await listed.getByRole("button", { name: "Throw away cases.csv, upload 1 of 2" }).click();
  await listed.getByRole("button", { name: "Throw away cases.csv" }).click();
  await expect(lena.getByRole("heading", { name: "Not imported yet" })).toHaveCount(0);
});

test("a reference that looks like a date is pointed out, and can be imported", async ({
  study,
}) => {
  const lena = await study.as("Lena");
  await lena.goto("/import");
  const text = "Ref,Sample,Case type,Incident type\nJul-15,2015,s31,sexual_abuse\n";
  await lena.getByLabel("Excel or CSV files").setInputFiles(fileOf("cases.csv", text));
  await lena.getByRole("button", { name: "Upload and check" }).click();
  await lena.getByRole("link", { name: "Check and import" }).click();
  await expect(lena.getByRole("heading", { name: "To look at" })).toBeVisible();
  await expect(lena.getByRole("row", { name: /^2 / })).toContainText(
    "a reference such as 2015-07, of which spreadsheet programs make a date like this one",
  );
  await lena.getByRole("button", { name: "Import 1 case" }).click();
  await expect(lena.getByRole("heading", { name: "Import", exact: true })).toBeVisible();
});

test("an age in a column of bands is taken for its band, as a guess that can be corrected", async ({
  study,
}) => {
  const header = "Ref,Sample,Case type,Incident type,Mother's age at birth of first child";
  const text = `${header}\n2015-01,2015,s31,suicide,24\n`;
  await uploadFor(study.people.Lena, textFile("cases.csv", text));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}/values`);
  const band = lena.getByLabel(/^What “24” stands for/);
  await expect(band).toHaveValue("21_25");
  await expect(lena.getByRole("row", { name: /^24 / })).toContainText("A guess: please check");
  await band.selectOption("Unknown");
  await lena.getByRole("button", { name: "Save and check" }).click();
  await expect(lena.getByRole("heading", { name: "Check and import" })).toBeVisible();
  await lena.goto(`/import/${uploadOfTests}/values`);
  await expect(band).toHaveValue("unknown");
});

test("a sheet of children that was chosen twice is pointed out, because both would count", async ({
  study,
}) => {
  const lena = await study.as("Lena");
  await lena.goto("/import");
  const children = "Ref,Age,Sex\n2015-01,7,F\n";
  await lena
    .getByLabel("Excel or CSV files")
    .setInputFiles([
      fileOf("cases.csv", "Ref,Sample,Case type,Incident type\n2015-01,2015,s31,sexual_abuse\n"),
      fileOf("children.csv", children),
      fileOf("children (1).csv", children),
    ]);
  await lena.getByRole("button", { name: "Upload and check" }).click();
  await lena.getByRole("link", { name: "Check and import" }).click();
  await expect(
    lena.getByRole("table", { name: "To look at" }).getByRole("row", { name: /^2 / }),
  ).toContainText(
    "a case with index children in one sheet alone; children.csv has some too, and the rows of both are taken",
  );
});

test("a file that changes a committed case says which outputs that moves", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  for (const coder of [Ann, Bob]) await rateAndSubmit(coder, "2016-01", "3210000000000");
  await agreeEverything(Lena, "2016-01");
  await commit(Lena, "2016-01");
  const lena = await study.as("Lena");
  await lena.goto("/import");
  await lena.getByLabel("Excel or CSV files").setInputFiles({
    name: "cases.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("case_ref,scr_methodology\n2016-01,scie\n"),
  });
  await lena.getByRole("button", { name: "Upload and check" }).click();
  await lena.getByRole("link", { name: "Check and import" }).click();
  await expect(lena.getByText("Committed cases change. That moves:")).toBeVisible();
  await expect(lena.getByText("Table 3, SCR methodology")).toBeVisible();
  await expect(lena.getByText("Table 10, average risk rating by case type")).toHaveCount(0);
});

test("an undo says beforehand which outputs it moves, and which release stays", async ({
  study,
}) => {
  const { Lena } = study.people;
  await imported(Lena, [finishedDraft("2012-01")]);
  const id = await imported(Lena, [draftOf("2012-01", { facts: { methodology: "scie" } })], {
    reason: "A slip",
  });
  await release(Lena);
  const lena = await study.as("Lena");
  await lena.goto(`/imports/${id}`);
  await lena.getByText("Undo this import").click();
  await expect(lena.getByText("Committed cases change back. That moves:")).toBeVisible();
  await expect(lena.getByText("Table 3, SCR methodology")).toBeVisible();
  await expect(lena.getByText("Table 9, index incidents")).toHaveCount(0);
  await expect(
    lena.getByText("Release 1 has records as this import left them, and stays as it is."),
  ).toBeVisible();
});

test("recorded facts that a blank would take away are counted, and stay where a lead says so", async ({
  study,
}) => {
  const { Lena } = study.people;
  const { facts } = draftOf("2012-01");
  const recorded = { ...facts, motherAge: 24, methodology: "scie" };
  await imported(Lena, [draftOf("2012-01", { facts: recorded })]);
  const header = "case_ref,scr_methodology,mother_age_years";
  await uploadFor(Lena, textFile("cases.csv", `${header}\n2012-01,,\n`));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}/check`);
  await expect(lena.getByText("2 recorded facts become “Not recorded”, in 1 case.")).toBeVisible();
  await lena.goto(`/import/${uploadOfTests}`);
  const keep = lena.getByRole("checkbox", {
    name: "Leave what is recorded where the files have a blank",
  });
  await expect(keep).not.toBeChecked();
  await keep.check();
  await lena.getByRole("button", { name: "Save and go on" }).click();
  await lena.getByRole("button", { name: "Save and check" }).click();
  await expect(
    lena.getByText("There is nothing to import: the study has all of it already."),
  ).toBeVisible();
  await lena.goto(`/import/${uploadOfTests}`);
  await expect(keep).toBeChecked();
});

test("what a record would be warned of is pointed out before it is imported", async ({ study }) => {
  const header = "Ref,Sample,Case type,Incident type,Rationale";
  const rows = ["2015-01,2015,s31,suicide,DOB 01/05/2001", "2015-02,2015,s31,suicide,Page 2"];
  await uploadFor(study.people.Lena, textFile("cases.csv", `${header}\n${rows.join("\n")}\n`));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}/check`);
  const look = lena.getByRole("table", { name: "To look at" });
  await expect(look).toContainText(
    "2015-01: something looks like a date of birth, in “Why this type”",
  );
  await expect(look).toContainText(
    "2015-01 and 1 other case: the incident type is fatal, and no index child is recorded as having died",
  );
});

test("another version of a committed case than the study has is pointed out", async ({ study }) => {
  await imported(study.people.Lena, [
    finishedDraft("2012-01", { commitment: { version: 2, on: "2016-02-29" } }),
  ]);
  await uploadFor(
    study.people.Lena,
    textFile("cases.csv", "case_ref,version,scr_methodology\n2012-01,3,scie\n"),
  );
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}/check`);
  const doubt = lena.getByRole("table", { name: "To look at" }).getByRole("row", { name: /^2 / });
  await expect(doubt).toContainText("2012-01, version 3");
  await expect(doubt).toContainText("version 2, committed on 29 February 2016, which stays");
});

test("a file that is no spreadsheet is refused in words", async ({ study }) => {
  const lena = await study.as("Lena");
  await lena.goto("/import");
  const pdf = {
    name: "report.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n"),
  };
  await lena.getByLabel("Excel or CSV files").setInputFiles(pdf);
  await lena.getByRole("button", { name: "Upload and check" }).click();
  await expect(lena.getByRole("heading", { name: "report.pdf cannot be read" })).toBeVisible();
  await lena.getByRole("link", { name: "Choose other files" }).click();
  await expect(lena.getByLabel("Excel or CSV files")).toBeVisible();
});

test("a file with nothing in it is refused on the page, and not left out of the others", async ({
  study,
}) => {
  const lena = await study.as("Lena");
  await lena.goto("/import");
  const field = lena.getByLabel("Excel or CSV files");
  const full = fileOf("a.csv", "Ref,Sample\n1,2015\n");
  await field.setInputFiles([full, fileOf("b.csv", "")]);
  await lena.getByRole("button", { name: "Upload and check" }).click();
  const problem = "One of the files has nothing in it. Choose files with rows in them";
  await problems(lena).getByRole("link", { name: problem }).click();
  await expect(field).toBeFocused();
});

test("files that are too large together are refused on the page", async ({ study }) => {
  const lena = await study.as("Lena");
  await lena.goto("/import");
  // On disk: to give the browser so much in a message takes half a minute.
  const large = test.info().outputPath("cases.csv");
  writeFileSync(large, Buffer.alloc(27_000_000, "a"));
  const field = lena.getByLabel("Excel or CSV files");
  await field.setInputFiles(large);
  await lena.getByRole("button", { name: "Upload and check" }).click();
  const problem = "The files are larger than 25 MB together. Choose smaller ones";
  await expect(lena.getByRole("alert").getByRole("link", { name: problem })).toBeVisible();
  await expect(field).toHaveAccessibleDescription(new RegExp(problem));
});

test("an upload is its own lead's alone", async ({ study }) => {
  const lena = await study.as("Lena");
  await lena.goto("/import");
  await lena
    .getByLabel("Excel or CSV files")
    .setInputFiles(fileOf("a.csv", "Ref,Sample\n1,2015\n"));
  await lena.getByRole("button", { name: "Upload and check" }).click();
  await expect(lena.getByRole("heading", { name: "Columns" })).toBeVisible();
  const ann = await study.as("Ann");
  for (const path of ["/import", new URL(lena.url()).pathname]) {
    const answer = await ann.goto(path);
    expect(answer?.status()).toBe(404);
  }
});

test("a column far to the right is taken over like any other", async ({ study }) => {
  const blanks = ",".repeat(320);
  const header = `Ref,Sample,Case type,Incident type${blanks}Meth`;
  const row = `2015-01,2015,s31,suicide${blanks}hybrid`;
  await uploadFor(study.people.Lena, textFile("cases.csv", `${header}\n${row}\n`));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}`);
  await lena.getByRole("button", { name: "Save and go on" }).click();
  await expect(lena.getByRole("heading", { name: "Values" })).toBeVisible();
  await lena.goto(`/import/${uploadOfTests}`);
  await expect(lena.getByLabel("What “Meth” holds")).toHaveValue("scr_methodology");
});

/** A file of so many cases. */
function longFile(cases: number) {
  const factors = readCodebook(firstCodebook).factors.map(({ key }) => key);
  const header = ["Ref,Sample,Case type,Incident type", ...factors].join();
  const scores = factors.map(() => "3").join();
  const lines = Array.from({ length: cases }, (_, at) => `X-${at},2015,s31,suicide,${scores}`);
  return textFile("cases.csv", `${header}\n${lines.join("\n")}\n`);
}

test.describe("on a server that has not read it before", () => {
  test.use({ ownServer: true });

  test("what takes long to show is shown as soon as it is there, however often it was asked for", async ({
    study,
  }) => {
    const { Lena } = study.people;
    await uploadFor(Lena, longFile(80_000));
    const lena = await study.as("Lena");
    await lena.clock.install();
    await lena.goto(`/import/${uploadOfTests}/values`);
    const held: Route[] = [];
    await lena.route(/\/check(\?|$)/, async (route) => {
      if (route.request().method() === "GET") held.push(route);
      else await route.continue();
    });
    await lena.getByRole("button", { name: "Save and check" }).click();
    await expect(lena.getByLabel("Reading the files")).toBeVisible();
    const other = await study.as("Lena");
    await other.goto(`/import/${uploadOfTests}/check`);
    const button = { name: "Import 80000 cases" };
    await expect(other.getByRole("button", button)).toBeVisible({ timeout: 60_000 });
    await lena.clock.runFor(1000);
    await expect.poll(() => held.length).toBe(1);
    await lena.clock.runFor(5000);
    await held[0]?.continue();
    await expect(lena.getByRole("button", button)).toBeVisible();
    expect(held).toHaveLength(1);
  });
});

test("without scripts a long import leads to what came of it", { tag: "@nojs" }, async ({
  study,
}) => {
  await uploadFor(study.people.Lena, longFile(30_000));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}/check`);
  await lena.getByRole("button", { name: "Import 30000 cases" }).click();
  const how = lena.getByRole("link", { name: "See how far it is" });
  await expect(how).toBeVisible();
  await expect.poll(() => listImports(study.people.Lena), { timeout: 60_000 }).toHaveLength(1);
  await how.click();
  await expect(lena.getByRole("heading", { name: "Import", exact: true })).toBeVisible();
  await expect(lena.locator("dl")).toContainText("30000, of which 30000 with agreed ratings");
});

test("what changes in cases of the study is told as it is and as it would be, 100 at a time", async ({
  study,
}) => {
  const references = Array.from({ length: 103 }, (_, index) => `2012-${index + 101}`);
  const { Lena } = study.people;
  await imported(
    Lena,
    references.map((reference) => draftOf(reference)),
  );
  const lines = references.map((reference) => `${reference},2013,hybrid`);
  await uploadFor(Lena, textFile("cases.csv", `Ref,Sample,Meth\n${lines.join("\n")}\n`));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}/check`);
  const caption = "Cases of the study that change";
  const first = lena.getByRole("table", { name: `${caption}: the first 100 of 103` });
  const facts = first.getByRole("row", { name: /^2012-101/ });
  await expect(facts.getByRole("cell")).toHaveText(
    ["Sample", "2012", "2013", "SCR methodology", "Not recorded", "Hybrid"],
    { useInnerText: true },
  );
  await lena.getByLabel("A note on this import (optional)").fill("From the old");
  await lena.getByRole("button", { name: "Next page" }).click();
  const last = lena.getByRole("table", { name: `${caption}: 101 to 103 of 103` });
  await expect(last.getByRole("rowheader")).toHaveText(
    ["2012-201", "2012-201", "2012-202", "2012-202", "2012-203", "2012-203"],
    { useInnerText: true },
  );
  await expect(lena.getByRole("button", { name: "Next page" })).toHaveCount(0);
  const note = lena.getByLabel("A note on this import (optional)");
  await expect(note).toHaveValue("From the old");
  await note.fill("From the old spreadsheet");
  await lena.getByRole("button", { name: "Import 103 cases" }).click();
  await expect(lena.locator("dl")).toContainText("From the old spreadsheet");
  const made = lena.getByRole("table", { name: "Cases: the first 100 of 103" });
  await expect(made.getByRole("row", { name: /^2012-101/ })).toContainText("Changed its record");
  await lena.getByRole("link", { name: "Next page" }).click();
  const others = lena.getByRole("table", { name: "Cases: 101 to 103 of 103" });
  await expect(others.getByRole("rowheader")).toHaveText(["2012-201", "2012-202", "2012-203"], {
    useInnerText: true,
  });
  await expect(lena.getByRole("link", { name: "Next page" })).toHaveCount(0);
});

test("without scripts a note that is half typed stays on the next page too", {
  tag: "@nojs",
}, async ({ study }) => {
  const { Lena } = study.people;
  const references = Array.from({ length: 103 }, (_, index) => `2012-${index + 101}`);
  await imported(
    Lena,
    references.map((reference) => draftOf(reference)),
  );
  const lines = references.map((reference) => `${reference},hybrid`);
  await uploadFor(Lena, textFile("cases.csv", `Ref,Meth\n${lines.join("\n")}\n`));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}/check`);
  await lena.getByLabel("A note on this import (optional)").fill("From the old");
  await lena.getByRole("button", { name: "Next page" }).click();
  await expect(lena.getByRole("table", { name: /101 to 103 of 103$/ })).toBeVisible();
  await expect(lena.getByLabel("A note on this import (optional)")).toHaveValue("From the old");
  expect(new URL(lena.url()).search).toBe("?changesAfter=100");
});
