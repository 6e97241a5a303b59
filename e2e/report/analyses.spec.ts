import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { changeRecord } from "@/db/cases/case-records";
import { must } from "@/db/fixtures";
import { bringReferenceCases } from "@/db/reference-cases.fixtures";
import { expect, test } from "../study";

const inner = { useInnerText: true };

test.beforeEach(async ({ study }) => {
  await bringReferenceCases(study.people.Lena);
});

const cellsOf = (table: Locator, line: RegExp) =>
  table.getByRole("row", { name: line }).getByRole("cell");

test("the mean risk rating is told at the earlier case mix, and where it cannot be, why", async ({
  study,
}) => {
  const dora = await study.as("Dora");
  await dora.goto("/tables?sample=2015");
  await dora.getByRole("link", { name: "Case mix, intervals, factors together" }).click();
  await expect(dora.getByRole("heading", { level: 1, name: "Analyses" })).toBeVisible();
  const section = dora.locator("#case_mix");
  await expect(section).toContainText("The mean risk rating of 2015 is 14.7, over 23 cases.");
  await expect(section).toContainText("the mean of 2015 would be 13.8");
  const table = section.getByRole("table");
  await expect(cellsOf(table, /^Private law, WTFH only/)).toHaveText(
    ["14 (24%)", "3 (13%) *", "11.0 (3) *"],
    inner,
  );
  const atMix = cellsOf(table, /^All cases, at the earlier case mix/);
  await expect(atMix).toHaveText(["", "", "13.8 (23)"], inner);
  await expect(section).toContainText("82 analysed, committed cases of 2012 to 2015.");

  await test.step("beside a sample that lacks a case type", async () => {
    await dora.getByLabel("This sample").selectOption("2013");
    await dora.getByRole("button", { name: "Show" }).click();
    await expect(section).toContainText("The mean risk rating of 2013 is");
    await expect(section).toContainText("is not known: 2013 has no case of");
  });

  await test.step("and without an earlier sample", async () => {
    await dora.getByLabel("This sample").selectOption("2012");
    await dora.getByRole("button", { name: "Show" }).click();
    await expect(section).toContainText("There is no earlier case to compare its mix with.");
  });
});

test("of a sample without a case to count it says so, and which is shown", async ({ study }) => {
  for (const number of ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"])
    must(
      await changeRecord(study.people.Lena, `2013-${number}`, {
        ...{ section: "analysis", seenRevision: 1, reason: "Read again", confirmed: true },
        facts: { included: false, exclusionReason: "Too thin" },
      }),
    );
  const dora = await study.as("Dora");
  await dora.goto("/tables?sample=2013");
  await dora.getByRole("link", { name: "Case mix, intervals, factors together" }).click();
  const instead = "There is no case of 2013 to count. The analyses below are of 2015.";
  await expect(dora.getByText(instead)).toBeVisible();
  await expect(dora.locator("#case_mix")).toContainText("The mean risk rating of 2015 is 14.7");
  await dora.getByRole("button", { name: "Show", exact: true }).click();
  await expect(dora.locator("#case_mix")).toContainText("The mean risk rating of 2015 is 14.7");
  await expect(dora.getByText(instead)).toHaveCount(0);
});

test("intervals are shown when they are asked for, the same each time", async ({ study }) => {
  const dora = await study.as("Dora");
  await dora.goto("/tables/analyses?sample=2015");
  const table = dora.getByRole("table", { name: "Mean risk rating, with intervals" });
  await expect(table).toHaveCount(0);
  await dora.getByRole("link", { name: "Show means with 95% intervals" }).click();
  const all = ["12.2 (59)", "10.4 to 14.2", "14.7 (23)", "12.9 to 16.5", "12.9 (82)"];
  await expect(cellsOf(table, /^All cases/)).toHaveText([...all, "11.4 to 14.4"], inner);
  await expect(cellsOf(table, /^Private law, WTFH only/)).toHaveText(
    ["6.3 (14)", "4.0 to 8.8", "11.0 (3) *", "–", "7.1 (17)", "4.7 to 9.7"],
    inner,
  );
  const section = dora.locator("#table_10_intervals");
  await expect(section).toContainText("4,000 times (percentile bootstrap, seed 2016)");
  await expect(section).toContainText("A mean over fewer than 10 cases has no interval");
  await dora.reload();
  await expect(cellsOf(table, /^All cases/)).toHaveText([...all, "11.4 to 14.4"], inner);
  await dora.getByLabel("With 95% intervals").uncheck();
  await dora.getByRole("button", { name: "Show" }).click();
  await expect(table).toHaveCount(0);
});

test("factors that occur together stand in a map with their numbers", async ({ study }) => {
  const dora = await study.as("Dora");
  await dora.goto("/tables/analyses?sample=2015&beside=2015");
  const map = dora.getByRole("table", { name: "Risk factors that occur together" });
  await expect(map.getByRole("columnheader")).toHaveCount(14);
  const rows = map.locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(13);
  const neglect = rows.nth(0).getByRole("cell");
  const violence = rows.nth(4).getByRole("cell");
  await expect(neglect.nth(0)).toHaveText("15 (65%)", inner);
  await expect(neglect.nth(8)).toHaveText("2 (13%) *", inner);
  await expect(violence.nth(4)).toHaveText("15 (65%)", inner);
  const both = await neglect.nth(4).innerText();
  expect(await violence.nth(0).innerText()).toBe(both);

  await test.step("on a narrow page it scrolls sideways, and names its rows all the while", async () => {
    await dora.setViewportSize({ width: 360, height: 800 });
    await rows.nth(0).getByRole("rowheader").scrollIntoViewIfNeeded();
    const region = dora.getByRole("region", { name: "Risk factors that occur together" });
    await region.evaluate((one) => one.scrollTo({ left: one.scrollWidth }));
    await expect(rows.nth(0).getByRole("rowheader")).toBeInViewport();
    await expect(rows.nth(0).getByRole("cell").last()).toBeInViewport();
    const wide = await dora.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
  });
});

test("practice is counted by sample, once for each theme of a case", async ({ study }) => {
  const dora = await study.as("Dora");
  await dora.goto("/tables/analyses");
  await expect(
    dora.getByText("No practice is recorded for a case of these samples."),
  ).toBeVisible();
  const point = (theme: string) => ({ kind: "strength" as const, theme, description: "" });
  must(
    await changeRecord(study.people.Lena, "2015-01", {
      ...{ section: "practice", seenRevision: 1, reason: "Page 4", confirmed: true },
      facts: { practice: [point("recording"), point("recording"), point("timeliness")] },
    }),
  );
  await dora.reload();
  const table = dora.getByRole("table", { name: "Practice strengths by sample" });
  await expect(cellsOf(table, /^Recording/)).toHaveText(["0", "0", "0", "1 *", "1 *"], inner);
  await expect(cellsOf(table, /^Cases with practice/)).toHaveText(
    ["0", "0", "0", "1 *", "1 *"],
    inner,
  );
  await expect(cellsOf(table, /^All cases/)).toHaveText(["23", "10", "26", "23", "82"], inner);
});

test("none of it stands with tables for publication", async ({ study }) => {
  const lena = await study.as("Lena");
  await lena.goto("/tables?view=publication");
  await expect(lena.getByRole("heading", { level: 1, name: "Tables" })).toBeVisible();
  await expect(lena.getByRole("link", { name: /^Case mix/ })).toHaveCount(0);
});

test("figures of case mix, factors together and practice open the cases behind them", async ({
  study,
}) => {
  const dora = await study.as("Dora");
  const facts = { practice: [{ kind: "strength", theme: "recording", description: "" }] } as const;
  must(
    await changeRecord(study.people.Lena, "2015-01", {
      ...{ section: "practice", seenRevision: 1, reason: "Page 4", confirmed: true },
      facts,
    }),
  );
  const references = dora.getByRole("table").getByRole("rowheader");
  for (const [section, line, figure, cases] of [
    ["#case_mix", /^Private law, WTFH only/, "3 (13%)", ["2015-01", "2015-06", "2015-18"]],
    ["#case_mix", /^Private law, WTFH only/, "11.0 (3)", ["2015-01", "2015-06", "2015-18"]],
    ["#practice_strengths", /^Recording/, "1", ["2015-01"]],
  ] as const)
    await test.step(`${section} ${figure}`, async () => {
      await dora.goto("/tables/analyses?sample=2015");
      const row = dora.locator(section).getByRole("row", { name: line });
      await row.getByText(figure, { exact: true }).first().click();
      await expect(references).toHaveText(cases, inner);
    });

  await test.step("two factors", async () => {
    await dora.goto("/tables/analyses?sample=2015");
    const map = dora.locator("#factors_together");
    await map
      .getByRole("row", { name: /^Neglect/ })
      .getByRole("link")
      .first()
      .click();
    await expect(dora.getByText("Neglect, of all cases:")).toBeVisible();
    await dora.getByRole("link", { name: "Back to Risk factors that occur together" }).click();
    await expect(dora.getByRole("heading", { level: 1, name: "Analyses" })).toBeVisible();
  });
});

test("each table of the analyses is taken away as Word, Excel or CSV, or copied", async ({
  study,
}) => {
  const dora = await study.as("Dora");
  await dora.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await dora.goto("/tables/analyses?sample=2015&beside=2015&earlier=2014&intervals=yes");
  const saved = async (link: string) => {
    const downloading = dora.waitForEvent("download");
    await dora.getByRole("link", { name: link, exact: true }).click();
    const download = await downloading;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const caseMix = await saved("CSV of Mean risk rating at the earlier case mix");
  expect(caseMix.name).toMatch(/^case_mix_not-for-publication_\d{4}-\d\d-\d\d_Dora\.csv$/);
  expect(caseMix.bytes.toString("utf8")).toContain(
    'Case type,"2014, cases","2014, per cent","2015, cases"',
  );
  for (const [link, name] of [
    ["Word of Mean risk rating, with intervals", "table_10_intervals"],
    ["Excel of Mean months, with intervals", "table_5_intervals"],
    ["Word of Risk factors that occur together", "factors_together"],
  ] as const) {
    const file = await saved(link);
    expect(file.name).toContain(`${name}_not-for-publication_`);
    expect(file.bytes.subarray(0, 2).toString("latin1"), link).toBe("PK");
  }
  await dora.getByRole("button", { name: "Copy table: Risk factors that occur together" }).click();
  await expect(dora.getByText("Copied. Paste it into your document.")).toBeVisible();
  const copied = await dora.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("Neglect\t32 (65%)\t15 (47%)\t11 (34%)\t");
  expect(copied).toContain("Parental self-harm or suicide\t6 (67%)\t4 (44%) *\t3 (33%) *\t");
  expect(copied).toContain("Base: 49 analysed, committed cases of 2014 and 2015.");
  expect(copied).toContain("For the team, not for publication as it is.");

  await test.step("coders, who may not export, can copy from the page and take no file", async () => {
    const ann = await study.as("Ann");
    await ann.goto("/tables/analyses?sample=2015");
    await expect(ann.getByRole("button", { name: /^Copy table: / }).first()).toBeVisible();
    await expect(ann.getByRole("link", { name: /^(CSV|Word|Excel) of / })).toHaveCount(0);
  });
});
