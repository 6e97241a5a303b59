import { messyRatings, messyWorkbook } from "../cases/messy-files";
import { expect, test } from "../study";
import { picture, pictureOf } from "./camera";

test("the steps of an import", async ({ study }) => {
  const lead = await study.as("Lena");
  await pictureOf(lead, "/import", "import");
  const buffer = await messyWorkbook({ wrongTotal: "2012-01" });
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await lead.getByLabel("Excel or CSV files").setInputFiles([
    { name: "cases.xlsx", mimeType, buffer },
    { name: "ratings.csv", mimeType: "text/csv", buffer: messyRatings() },
  ]);
  await lead.getByRole("button", { name: "Upload and check" }).click();
  await expect(lead.getByRole("heading", { name: "Columns" })).toBeVisible();
  await picture(lead, "import-columns");
  await lead.getByRole("button", { name: "Save and go on" }).click();
  await expect(lead.getByRole("heading", { name: "Values" })).toBeVisible();
  await picture(lead, "import-values");
  await lead.getByLabel(/^What “WTFH” stands for/).selectOption("Nothing recorded");
  await lead.getByRole("button", { name: "Save and check" }).click();
  await expect(lead.getByRole("heading", { name: /faults to mend first$/ })).toBeVisible();
  await picture(lead, "import-faults");
  await lead.getByRole("link", { name: "Values", exact: true }).click();
  await lead.getByLabel(/^What “WTFH” stands for/).selectOption("Private law, WTFH only");
  await lead.getByRole("button", { name: "Save and check" }).click();
  await expect(lead.getByRole("button", { name: "Import 86 cases" })).toBeVisible();
  await picture(lead, "import-check");
  await lead.getByRole("button", { name: "Import 86 cases" }).click();
  await expect(lead.getByText("Undo this import")).toBeVisible();
  await picture(lead, "import-done");
  await pictureOf(lead, "/import", "imports");
});
