import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { agree, agreeEverything, caseFor, commit, rateAndSubmit } from "@/db/fixtures";
import { problems, unfold } from "./page";
import { expect, test } from "./study";

test.beforeEach(async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  for (const reference of ["2016-01", "2016-02"]) {
    await caseFor(Lena, reference, [Ann, Bob]);
    await rateAndSubmit(Ann, reference, "3210000000000", "Page 4");
    await rateAndSubmit(Bob, reference, "1210000000000", "Page 9");
    await agree(Lena, reference, { factor: "neglect", level: "high", reason: "The chronology" });
    await agreeEverything(Lena, reference);
    await commit(Lena, reference);
  }
  await caseFor(Lena, "2016-03", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-03", "3333333333333");
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("cases and columns are chosen; a case that is not there is told beside the field", async ({
      study,
    }) => {
      const lena = await study.as("Lena");
      await lena.goto("/export");
      await unfold(lena, "Choose cases");
      const references = lena.getByLabel("Only these cases");
      await references.fill("2016-02\n2016-03\n2016-99");
      await unfold(lena, "Choose columns");
      await unfold(lena, "Agreed ratings, one row per case and factor");
      await lena
        .getByRole("group", { name: "Columns of agreed-ratings-long" })
        .getByLabel("Score")
        .check();
      await lena.getByRole("button", { name: "Download agreed-ratings-long.csv" }).click();

      // One that is still rated and one that there is not are told in the same words.
      const told = "Not in the dataset: 2016-03 and 2016-99";
      await expect(problems(lena)).toContainText(told);
      await expect(references).toHaveAccessibleDescription(new RegExp(`Error: ${told}`));
      await expect(references).toHaveValue("2016-02\n2016-03\n2016-99");
      await expect(lena.getByLabel("Score").first()).toBeVisible();
      await references.fill("2016-02");
      const rows = await download(lena, "agreed-ratings-long.csv");
      expect(rows).toHaveLength(13);
      expect(rows[0]).toEqual({ case_ref: "2016-02", factor: "neglect", score: "3" });
    });
  });

async function download(page: Page, file: string): Promise<Record<string, string>[]> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: `Download ${file}`, exact: true }).click();
  return parse(readFileSync(await (await downloading).path()), { columns: true });
}
