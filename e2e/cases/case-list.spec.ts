import { caseFor, csvFile, must } from "@/db/fixtures";
import { importCases } from "@/db/imports/cases";
import { expect, type Study, test } from "../study";

test("cases are found by a part of their reference", ({ study }) => finding(study));
test("the same without scripts", { tag: "@nojs" }, ({ study }) => finding(study));

async function finding(study: Study) {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await caseFor(Lena, "2017-01", []);
  const row = { case_ref: "2012-01", scores: "3210000000000", cells: { sample: "2012" } };
  must(await importCases(Lena, { cases: csvFile("cases.csv", [row]) }));
  const lena = await study.as("Lena");
  await lena.goto("/cases");
  const rows = lena.getByRole("table", { name: "Cases" }).getByRole("row");
  await expect(rows).toContainText([
    "Reference",
    /^2012-01.*Imported with its ratings$/,
    /^2016-01.*0 of 2 submitted$/,
    /^2017-01.*None assigned$/,
  ]);
  const reference = lena.getByLabel("Reference, or a part of it");
  await reference.fill("17-0");
  await lena.getByRole("button", { name: "Show" }).click();
  await expect(rows).toContainText(["Reference", /^2017-01/]);
  await expect(reference).toHaveValue("17-0");
  await reference.fill("18");
  await lena.getByRole("button", { name: "Show" }).click();
  await expect(lena.getByText("No case fits these filters.")).toBeVisible();
}
