import { textFile } from "@/db/fixtures";
import { draftOf, imported } from "@/db/imports/drafts.fixtures";
import { uploadFor, uploadOfTests } from "@/db/uploads/uploads.fixtures";
import { expect, test } from "../study";

test("a score is what Concord knows it for, and one that the last import took otherwise is in the open", async ({
  study,
}) => {
  const { Lena } = study.people;
  const columns = [
    { header: "Ref", target: "case_ref", by: "name", values: {} },
    { header: "Neglect", target: "neglect", by: "name", values: { "1": "3", "3": "1" } },
  ];
  const sheets = [{ kind: "cases", headerLine: 1, columns }];
  await imported(Lena, [draftOf("2012-01")], { matching: { sample: "", sheets } });
  const header = "Ref,Sample,Case type,Incident type,Neglect";
  const text = `${header}\n2015-01,2015,public_s31,suicide,3\n`;
  await uploadFor(Lena, textFile("cases.csv", text));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}/values`);
  const score = lena.getByLabel(/^What “3” stands for/);
  await expect(score).toBeVisible();
  await expect(score).toHaveValue("3");
  await expect(lena.getByRole("row", { name: /^3 / })).toContainText(
    "Known, but not as in the last import: please check",
  );
  await score.selectOption("Low (1)");
  await lena.getByRole("button", { name: "Save and check" }).click();
  await expect(lena.getByRole("heading", { name: "Check and import" })).toBeVisible();
  await lena.goto(`/import/${uploadOfTests}/values`);
  await expect(score).toHaveValue("1");
  await expect(lena.getByRole("row", { name: /^3 / })).toContainText("Chosen by you");
});

test("dates that can be read in two ways are asked about, and read as somebody chose", async ({
  study,
}) => {
  const header = "Ref,Sample,Case type,Incident type,Period 1 start,Period 2 start";
  const text = `${header}\n2015-01,2015,public_s31,suicide,3/4/2014,5/6/2014\n`;
  await uploadFor(study.people.Lena, textFile("cases.csv", text));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}/values`);
  const order = lena.getByLabel(
    "What “Dates such as 3/4/2014” stands for: Days: column “Period 1 start” and 1 more",
  );
  const row = lena.getByRole("row", { name: /^Dates such as 3\/4\/2014/ });
  await expect(order).toHaveValue("day_first");
  await expect(row).toContainText("A guess: please check");
  await order.selectOption("The month first: 4 March 2014");
  await lena.getByRole("button", { name: "Save and check" }).click();
  await expect(lena.getByRole("heading", { name: "Check and import" })).toBeVisible();
  await lena.goto(`/import/${uploadOfTests}/values`);
  await expect(order).toHaveValue("month_first");
  await expect(row).toContainText("Chosen by you");
});

test("values that Concord does not know come first, and each fault leads to where its value is chosen", async ({
  study,
}) => {
  const header = "Ref,Sample,Case type,Incident type";
  const known = Array.from({ length: 3 }, (_, index) => `2015-0${index + 1},2015,s31,suicide`);
  const rows = [
    ...known,
    ...["2015-04,2015,s31,PA fatal", "2015-05,2015,mixed bag,suicide", "2015-06,2015,?,suicide"],
  ];
  await uploadFor(study.people.Lena, textFile("cases.csv", `${header}\n${rows.join("\n")}\n`));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}/values`);
  await expect(lena.getByText("2 values to choose. Concord does not know them")).toBeVisible();
  const title = "Index incident type: column “Incident type”: 1 value to choose";
  const incidents = lena.getByRole("table", { name: title });
  await expect(incidents.getByRole("rowheader")).toHaveText([/PA fatal/, /suicide/]);
  await expect(incidents.getByRole("row", { name: /^PA fatal/ })).toContainText(
    "Not known: please choose",
  );
  await lena.getByRole("button", { name: "Save and check" }).click();

  await expect(lena.getByRole("heading", { name: "3 faults to mend first" })).toBeVisible();
  await expect(lena.getByRole("link", { name: "2 values to choose" })).toHaveAttribute(
    "href",
    `/import/${uploadOfTests}/values`,
  );
  await lena
    .getByRole("link", { name: "Choose what “PA fatal” in Incident type stands for" })
    .click();
  const value = lena.getByLabel(/^What “PA fatal” stands for/);
  await expect(value).toBeFocused();
  await value.selectOption("Physical abuse (fatal)");
  await lena.getByLabel(/^What “mixed bag” stands for/).selectOption("Public and private law");
  await lena.getByRole("button", { name: "Save and check" }).click();
  await lena.getByRole("link", { name: "Choose what “?” in Case type stands for" }).click();
  await lena.getByLabel(/^What “\?” stands for/).selectOption("Public law, s31");
  await lena.getByRole("button", { name: "Save and check" }).click();
  await expect(lena.getByRole("button", { name: "Import 6 cases" })).toBeVisible();
});

test("code lists can come without a case", async ({ study }) => {
  const { Lena } = study.people;
  await imported(Lena, [draftOf("2012-01")]);
  const header = "list,value,label,number,offered,counts_as,law_group,asks_which,fatal";
  const text = `${header}\nmethodology,desk,Desk review,5,yes,,,,\n`;
  await uploadFor(Lena, textFile("code-lists.csv", text));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}/check`);
  await expect(lena.getByRole("heading", { name: "Code lists that change" })).toBeVisible();
  await lena.getByRole("button", { name: "Import the code lists" }).click();
  await expect(lena.getByRole("heading", { name: "Import", exact: true })).toBeVisible();
  await expect(lena.locator("dl")).toContainText("SCR methodologies: “Desk review” is new");
  await expect(lena.getByText("No cases came with it.")).toBeVisible();
});

test("where the study has all of a file already, the check says so", async ({ study }) => {
  const { Lena } = study.people;
  await imported(Lena, [draftOf("2012-01")]);
  await uploadFor(Lena, textFile("cases.csv", "case_ref,sample\n2012-01,2012\n"));
  const lena = await study.as("Lena");
  await lena.goto(`/import/${uploadOfTests}/check`);
  await expect(
    lena.getByText("There is nothing to import: the study has all of it already."),
  ).toBeVisible();
  await expect(lena.getByRole("button", { name: /^Import / })).toHaveCount(0);
});
