import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { changeRecord } from "@/db/cases/case-records";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  must,
  rateAndSubmit,
  release,
} from "@/db/fixtures";
import { problems, unfold } from "../page";
import { expect, test } from "../study";

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

test("a lead takes away what each coder gave beside what was agreed; an analyst does not", async ({
  study,
}) => {
  const lena = await study.as("Lena");
  await lena.goto("/export");
  const rows = await download(lena, "ratings.csv");
  expect(rows).toHaveLength(2 * 13 * 2);
  expect(rows[0]).not.toHaveProperty("note");
  const neglect = rows.filter((row) => row.case_ref === "2016-01" && row.factor === "neglect");
  expect(neglect.map(({ coder }) => coder)).toEqual(["A", "B"]);
  expect(neglect.map(({ level }) => level).sort()).toEqual(["high", "low"]);
  expect(neglect.map(({ agreed_level, way }) => [agreed_level, way])).toEqual([
    ["high", "after_discussion"],
    ["high", "after_discussion"],
  ]);
  await lena.getByLabel("Take along people’s own words").check();
  const withWords = await download(lena, "ratings.csv");
  expect(new Set(withWords.map(({ note }) => note))).toEqual(new Set(["Page 4", "Page 9"]));
  const [sensitivity] = await download(lena, "sensitivity.csv");
  expect(sensitivity).toMatchObject({ neglect_most: "", neglect: "3", risk_rating: "6" });

  const dora = await study.as("Dora");
  await dora.goto("/export?show=methods");
  await expect(dora.getByRole("button", { name: "Download agreed-ratings.csv" })).toBeVisible();
  await expect(dora.getByRole("button", { name: "Download ratings.csv" })).toHaveCount(0);
  await expect(dora.getByText(/sensitivity|methods section|For leads/)).toHaveCount(0);
  expect((await dora.request.get("/export/ratings.csv")).status()).toBe(404);
});

test("the lead reads how the chosen cases were rated, in words for a methods section", async ({
  study,
}) => {
  const lena = await study.as("Lena");
  await lena.goto("/export");
  const methods = lena.getByRole("region", { name: "For a methods section" });
  await methods.getByRole("button", { name: "Show the methods paragraph" }).click();
  await expect(methods).toContainText(
    "Of 2 committed cases, 2 were rated independently by two or more coders before any discussion (2 by two coders).",
  );
  await expect(methods).toContainText(
    "Of 26 comparisons of a risk factor in a case, coders differed on 2 (8%). Of these differences, 2 were settled after discussion.",
  );
  await unfold(lena, "Choose samples and cases");
  await lena.getByLabel("Only these cases").fill("2016-02");
  await methods.getByRole("button", { name: "Show the methods paragraph" }).click();
  await expect(methods).toContainText("Of 1 committed case, 1 was rated independently");
  await expect(lena.getByLabel("Only these cases")).toHaveValue("2016-02");
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("cases and columns are chosen; a case that is not there is told beside the field", async ({
      study,
    }) => {
      const lena = await study.as("Lena");
      await lena.goto("/export");
      await unfold(lena, "Choose samples and cases");
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

test("a release has its own samples, and one that it does not have is told beside them", async ({
  study,
}) => {
  const { Lena } = study.people;
  await release(Lena);
  must(
    await changeRecord(Lena, "2016-01", {
      ...{ section: "case", seenRevision: 1, reason: "A slip", confirmed: true },
      facts: {
        ...{ sample: "2015", submissionKind: null, methodology: null },
        ...{ caseType: "public_s31", caseTypeDetail: "" },
      },
    }),
  );
  const lena = await study.as("Lena");
  await lena.goto("/export?samples=2015");
  await lena.getByLabel("Which dataset").selectOption({ index: 1 });
  await lena.getByRole("button", { name: "Download agreed-ratings.csv" }).click();
  const told = "There is no sample 2015 in release 1: select others";
  await problems(lena).getByRole("link", { name: told }).click();
  const samples = lena.getByRole("group", { name: "Samples" });
  await expect(samples.getByRole("checkbox")).toHaveCount(1);
  await expect(samples.getByLabel("2016")).toBeFocused();
  await samples.getByLabel("2016").check();
  expect((await download(lena, "agreed-ratings.csv")).map((row) => row.case_ref)).toEqual([
    ...["2016-01", "2016-02"],
  ]);
});

async function download(page: Page, file: string): Promise<Record<string, string>[]> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: `Download ${file}`, exact: true }).click();
  return parse(readFileSync(await (await downloading).path()), { columns: true });
}
