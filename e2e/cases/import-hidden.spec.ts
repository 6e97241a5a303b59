import { packed, partsOf } from "@/db/imports/sheets/workbook.fixtures";
import { uploadFor, uploadOfTests } from "@/db/uploads/uploads.fixtures";
import { expect, test } from "../study";

const rowOf = (line: number, texts: readonly string[], said = "") => {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<row r="${line}"${said}>${cells.join("")}</row>`;
};

test("what a workbook hides is pointed out: a sheet is left out until it is chosen, the rest is read", async ({
  study,
}) => {
  const header = ["Ref", "Sample", "Case type", "Incident type"];
  const sheets = {
    Cases: [
      rowOf(1, header),
      rowOf(2, ["2015-01", "2015", "s31", "suicide"]),
      rowOf(3, ["2015-02", "2015", "s31", "suicide"], ' hidden="1"'),
    ].join(""),
    Old: [rowOf(1, ["Ref", "Age"]), rowOf(2, ["2015-01", "4"])].join(""),
  };
  const parts = partsOf({ sheets });
  const cases = "xl/worksheets/sheet1.xml";
  const bytes = packed({
    ...parts,
    [cases]: (parts[cases] ?? "").replace(
      "<sheetData>",
      '<cols><col min="4" max="4" hidden="1"/></cols><sheetData>',
    ),
    "xl/workbook.xml": (parts["xl/workbook.xml"] ?? "").replace(
      'name="Old"',
      'name="Old" state="hidden"',
    ),
  });
  await uploadFor(study.people.Lena, { name: "cases.xlsx", bytes });
  const lena = await study.as("Lena");

  await test.step("the check says what is left out and what is read", async () => {
    await lena.goto(`/import/${uploadOfTests}/check`);
    await expect(lena.locator("dl")).toContainText(
      "cases.xlsx, sheet Old, the whole sheet, which is hidden in the workbook",
    );
    await expect(lena.getByRole("table", { name: "To look at" })).toContainText(
      "a row that is hidden in the workbook",
    );
  });

  await test.step("the sheet can be taken", async () => {
    await lena.goto(`/import/${uploadOfTests}`);
    const old = lena.getByRole("group", {
      name: "cases.xlsx, sheet Old, 2 rows, hidden in the workbook",
    });
    await expect(old.getByLabel("What it has in it")).toHaveValue("");
    await old.getByLabel("What it has in it").selectOption("children");
    await expect(lena.getByRole("row", { name: "hidden in the workbook" })).toHaveText(
      /^Incident type.*hidden in the workbook/,
    );
    await lena.getByRole("button", { name: "Save and go on" }).click();
    await expect(lena.getByLabel("What “Age” holds")).toHaveValue("age_years");
  });
});
