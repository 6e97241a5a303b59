import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { assignCoders } from "@/db/assignments/assignments";
import { reopenCase } from "@/db/dataset/reopening";
import { agreeEverything, caseFor, commit, must, rateAndSubmit } from "@/db/fixtures";
import { bringReferenceCases } from "@/db/reference-cases.fixtures";
import { expect, test } from "../study";

const inner = { useInnerText: true };
const cellsOf = (table: Locator, line: RegExp) =>
  table.getByRole("row", { name: line }).getByRole("cell");

test("a lead sees what each coder alone, the majority and the agreement give", async ({
  study,
}) => {
  await bringReferenceCases(study.people.Lena);
  const lena = await study.as("Lena");
  await lena.goto("/tables");
  await lena.getByRole("link", { name: "What reconciliation changed" }).click();
  await expect(
    lena.getByText("Independent ratings are held for 23 of 23 analysed cases of 2015"),
  ).toContainText("18 by 3 coders and 5 by 2 coders");
  await expect(lena.getByRole("listitem").filter({ hasText: /^One coder alone/ })).toHaveText(
    "One coder alone moves the mean risk rating by at most 0.4 before rounding: under coder A alone it is 15.1, and as agreed for the same 23 cases 14.7.",
  );
  await expect(
    lena.getByText(
      "Public law (13 cases) has a higher mean risk rating than private law (7 cases)",
    ),
  ).toBeVisible();

  await test.step("of another sample it says that there are no ratings, and which is shown", async () => {
    const instead =
      "No committed case of 2014 has independent ratings. The figures below are of 2015.";
    await expect(lena.getByText(instead)).toHaveCount(0);
    await lena.goto("/tables?sample=2014");
    await lena.getByRole("link", { name: "What reconciliation changed" }).click();
    await expect(lena.getByText(instead)).toBeVisible();
    await lena.getByRole("button", { name: "Show", exact: true }).click();
    await expect(lena.getByText("for 23 of 23 analysed cases of 2015")).toBeVisible();
    await expect(lena.getByText(instead)).toHaveCount(0);
  });

  await test.step("the mean, beside what was agreed for the same cases", async () => {
    const means = lena.getByRole("table", { name: "Mean risk rating, by who decides" });
    await expect(cellsOf(means, /^Coder C alone/)).toHaveText(
      ["14.3 (18)", "14.2 (18)", "23 of 234 (10%)"],
      inner,
    );
    await expect(cellsOf(means, /^As agreed/)).toHaveText(
      ["14.7 (23)", "14.7 (23)", "0 of 299 (0%)"],
      inner,
    );
  });

  await test.step("Table 10 and the ranges, side by side", async () => {
    const table10 = lena.getByRole("table", { name: /^Table 10: .*, by who decides$/ });
    await expect(table10.getByRole("columnheader")).toHaveText([
      ...["Case type", "Coder A alone", "Coder B alone", "Coder C alone"],
      ...["As agreed, the same cases as coder C alone", "Majority"],
      ...["As agreed, the same cases as the majority", "As agreed"],
    ]);
    await expect(cellsOf(table10, /^All cases/)).toHaveText(
      [
        ...["15.1 (23)", "14.9 (23)", "14.3 (18)", "14.2 (18)"],
        ...["13.2 (14)", "13.4 (14)", "14.7 (23)"],
      ],
      inner,
    );
    const range = lena.getByRole("table", { name: /^Lowest and highest .*, by who decides$/ });
    await expect(cellsOf(range, /^Public law, highest/).last()).toHaveText("22", inner);
  });

  await test.step("the charts: one drawn with a bar for each coder, one opened in place", async () => {
    await expect(lena.getByRole("img", { name: /^Chart 1: cases by level/ })).toBeVisible();
    await expect(
      lena.getByText("Neglect: Coder A", { exact: true }).filter({ visible: true }),
    ).toHaveCount(1);
    const lefts = await lena
      .locator(".level-bars-wide")
      .evaluate((chart) =>
        [...chart.querySelectorAll("g > text:first-child")].map(
          (label) => label.getBoundingClientRect().left - chart.getBoundingClientRect().left,
        ),
      );
    expect(lefts).toHaveLength(13 * 5);
    expect(Math.min(...lefts)).toBeGreaterThanOrEqual(0);
    await lena.getByText("Chart 2: public beside private law, by who decides").first().click();
    const chart2 = lena.getByRole("table", { name: /^Chart 2/ });
    await expect(chart2.getByRole("columnheader")).toHaveCount(15);
  });

  await test.step("the themes of Other, of the sample that has ratings of coders", async () => {
    const themes = lena.getByRole("table", { name: "Themes of Other by sample" });
    await expect(themes.getByRole("columnheader")).toHaveText(["Theme", "2015"]);
    await expect(cellsOf(themes, /^No theme named/)).toHaveText(["22"], inner);
    await expect(lena.locator("#other_themes")).toContainText(
      "22 analysed, committed cases of 2015",
    );
  });
});

test("it is for leads, and says nothing of a case that is rated again", async ({ study }) => {
  const { Lena, Ann, Bob, Cy } = study.people;
  for (const name of ["2016-01", "2016-02"]) {
    await caseFor(Lena, name, [Ann, Bob]);
    for (const coder of [Ann, Bob]) await rateAndSubmit(coder, name, "3210000000201");
    await agreeEverything(Lena, name);
    await commit(Lena, name);
  }
  for (const who of ["Ann", "Dora"] as const) {
    const page = await study.as(who);
    await page.goto("/tables");
    await expect(page.getByRole("heading", { level: 1, name: "Tables" })).toBeVisible();
    await expect(page.getByRole("link", { name: "What reconciliation changed" })).toHaveCount(0);
    const answer = await page.goto("/tables/coders");
    expect(answer?.status()).toBe(404);
  }
  const lena = await study.as("Lena");
  await lena.goto("/tables/coders");
  await expect(lena.getByText("for 2 of 2 analysed cases of 2016: 2 by 2 coders")).toBeVisible();
  must(await reopenCase(Lena, "2016-02", "A chronology came in"));
  must(await assignCoders(Lena, "2016-02", [Cy.id]));
  await lena.reload();
  await expect(lena.getByText("for 1 of 1 analysed cases of 2016: 1 by 2 coders")).toBeVisible();
});

test("without independent ratings there is nothing to set beside what was agreed", async ({
  study,
}) => {
  const lena = await study.as("Lena");
  await lena.goto("/tables/coders");
  await expect(lena.getByText("No committed case has independent ratings yet")).toBeVisible();
});

test("a lead opens the cases behind a figure of one coder alone", async ({ study }) => {
  await bringReferenceCases(study.people.Lena);
  const lena = await study.as("Lena");
  await lena.goto("/tables/coders");
  const means = lena.getByRole("table", { name: "Mean risk rating, by who decides" });
  await means.getByRole("link", { name: "14.2 (18)" }).click();
  await expect(
    lena.getByText("All cases, As agreed, the same cases as coder C alone: 14.2 (18)"),
  ).toBeVisible();
  await expect(lena.getByRole("table").getByRole("rowheader")).toHaveCount(18);
  await lena.goBack();
  await means.getByRole("link", { name: "14.3 (18)" }).click();
  await expect(
    lena.getByRole("heading", { level: 1, name: "Cases behind a figure" }),
  ).toBeVisible();
  await expect(lena.getByText("All cases, Coder C alone: 14.3 (18)")).toBeVisible();
  await expect(lena.getByRole("table").getByRole("rowheader")).toHaveCount(18);
  const address = lena.url();
  await lena.getByRole("link", { name: /^Back to Table 10/ }).click();
  await expect(
    lena.getByRole("heading", { level: 1, name: "What reconciliation changed" }),
  ).toBeVisible();
  const dora = await study.as("Dora");
  await dora.goto(address);
  await expect(dora.getByRole("heading", { name: "Page not found" })).toBeVisible();
});

test("a lead takes the tables of who decides away, and the chart as a picture", async ({
  study,
}) => {
  await bringReferenceCases(study.people.Lena);
  const lena = await study.as("Lena");
  await lena.goto("/tables/coders?sample=2015");
  const saved = async (link: string) => {
    const downloading = lena.waitForEvent("download");
    await lena.getByRole("link", { name: link, exact: true }).click();
    const download = await downloading;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const means = await saved("CSV of Mean risk rating, by who decides");
  expect(means.name).toMatch(/^mean_by_coder_for-leads_not-for-publication_[-\d]+_Lena\.csv$/);
  expect(means.bytes.toString("utf8")).toContain("Coder C alone,14.3,18,14.2,18,23,234,10");
  const chart = "Chart 1: cases by level of each risk factor, by who decides";
  const svg = await saved(`Picture (SVG) of ${chart}`);
  expect(svg.bytes.toString("utf8")).toContain("For leads, and not for publication");
  const png = await saved(`Picture (PNG) of ${chart}`);
  expect(png.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  for (const link of [
    "Word of Table 10: average risk rating by case type, by who decides",
    "Excel of Themes of Other by sample",
  ]) {
    const { bytes } = await saved(link);
    expect(bytes.subarray(0, 2).toString("latin1"), link).toBe("PK");
  }
  const dora = await study.as("Dora");
  const answer = await dora.goto("/tables/mean_by_coder.csv?sample=2015");
  expect(answer?.status()).toBe(404);
});
