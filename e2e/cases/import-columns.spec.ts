import { textFile } from "@/db/fixtures";
import { draftOf, imported } from "@/db/imports/drafts.fixtures";
import { uploadFor, uploadOfTests } from "@/db/uploads/uploads.fixtures";
import { problems, unfold } from "../page";
import { expect, test } from "../study";

test("columns with one header are told apart, and each is as somebody chose the last time", async ({
  study,
}) => {
  const { Lena } = study.people;
  const chosen = (header: string, target: string | null) => ({
    ...{ header, target, by: "person", values: {} },
  });
  const columns = [
    ...[chosen("Ref", "case_ref"), chosen("Neglect", null)],
    ...[chosen("Sample", "sample"), chosen("Neglect", "neglect")],
  ];
  const sheets = [{ kind: "cases", headerLine: 2, columns }];
  await imported(Lena, [draftOf("2012-01")], { matching: { sample: "", sheets } });
  const text = ",Coder A,,Agreed\nRef,Neglect,Sample,Neglect\n2012-01,3,2012,\n";
  await uploadFor(Lena, textFile("cases.csv", text));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}`);
  const ofA = lena.getByLabel("What “Neglect” (column B, under “Coder A”) holds");
  const agreed = lena.getByLabel("What “Neglect” (column D, under “Agreed”) holds");
  await expect(ofA).toHaveValue("");
  await expect(agreed).toHaveValue("neglect");
  await expect(lena.getByRole("row").filter({ has: agreed })).toContainText(
    /A guess: please check\s*Columns B and D have this header/,
  );
  await lena.goto(`/import/${uploadOfTests}/check`);
  await expect(lena.locator("dl")).toContainText(
    "cases.csv: “Neglect” (column B, under “Coder A”)",
  );
});

test("what stands under a table is left out, in the open, and the last row can be typed", async ({
  study,
}) => {
  const header = "Ref,Sample,Case type,Incident type";
  const rows = "2015-01,2015,s31,suicide\nTotal,1\n\nNote: one file is missing\n";
  await uploadFor(study.people.Lena, textFile("cases.csv", `${header}\n${rows}`));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}`);
  const last = lena.getByLabel("Last row of the table (optional)");
  await expect(last).toHaveValue("2");
  await expect(last).toHaveAccessibleDescription("Totals and notes below it are left out");
  await unfold(lena, "Left out below the table of cases.csv: 2 rows");
  const below = lena.getByRole("listitem").filter({ hasText: "Row 5: Note: one file is missing" });
  await expect(below).toBeVisible();

  await last.fill("the last");
  await lena.getByLabel("What “Incident type” holds").selectOption("Leave this column out");
  await lena.getByRole("button", { name: "Save and go on" }).click();
  const wrong = "Enter the number of a row below the headers, or leave this blank";
  await problems(lena).getByRole("link", { name: wrong }).click();
  await expect(last).toBeFocused();
  await expect(last).toHaveValue("the last");
  await expect(lena.getByLabel("What “Incident type” holds")).toHaveValue("");

  await lena.getByLabel("What “Incident type” holds").selectOption("Index incident type");
  await last.fill("2");
  await lena.getByRole("button", { name: "Save and go on" }).click();
  await expect(lena.getByRole("heading", { name: "Values" })).toBeVisible();
  await lena.goto(`/import/${uploadOfTests}/check`);
  await expect(lena.locator("dl")).toContainText("cases.csv: 2 rows below row 2");
  await expect(lena.getByRole("button", { name: "Import 1 case" })).toBeVisible();
});

test("a sheet without a known column of references says so, and is read once it is chosen", {
  tag: "@nojs",
}, async ({ study }) => {
  const header = "Our file,Year,Case type,Incident type";
  const titles = "Submissions\nWorking copy\n\n";
  const text = `${titles}${header}\n2015-01,2015,s31,suicide\n`;
  await uploadFor(study.people.Lena, textFile("cases.csv", text));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}`);
  const kind = lena.getByLabel("What it has in it");
  await expect(kind).toHaveValue("cases");
  await expect(kind).toHaveAccessibleDescription(
    "No column of references was recognised: choose it below, or leave this sheet out",
  );
  await expect(lena.getByLabel("Row with the headers")).toHaveValue("4");
  await expect(lena.getByLabel("What “Year” holds")).toHaveValue("sample");
  await lena.getByRole("button", { name: "Save and go on" }).click();
  const wrong = "Choose the column that has the reference of the case";
  await expect(problems(lena).getByRole("link", { name: wrong })).toBeVisible();
  await lena.getByLabel("What “Our file” holds").selectOption("Reference");
  await lena.getByRole("button", { name: "Save and go on" }).click();
  await expect(lena.getByRole("heading", { name: "Values" })).toBeVisible();
  await lena.goto(`/import/${uploadOfTests}`);
  await expect(kind).toHaveAccessibleDescription("");
});

test("a file in which nothing is recognised says what to do", { tag: "@nojs" }, async ({
  study,
}) => {
  await uploadFor(study.people.Lena, textFile("cases.csv", "Akte,Jahrgang\nA-1,2015\n"));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}`);
  const whatToDo =
    "Concord does not recognise what the files have in them. Say what each sheet has in it, and which row has its headers; then you see its columns.";
  await expect(lena.getByText(whatToDo)).toBeVisible();
  await expect(lena.getByLabel("What it has in it")).toHaveAccessibleDescription(
    "Nothing of this sheet is imported. Concord leaves a sheet out when it recognises no column of references, or the workbook hides it. To bring it in, say what it has in it",
  );
});
