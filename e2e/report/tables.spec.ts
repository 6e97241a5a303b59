import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { must } from "@/db/fixtures";
import { bringReferenceCases, referenceFile } from "@/db/reference-cases.fixtures";
import { getContextFigures, recordContextFigures } from "@/db/study/context-figures";
import { problems, unfold } from "../page";
import { expect, test } from "../study";
import { expectTable10AsPrinted } from "./printed-table-10";

const cellsOf = (text: string | Buffer): string[][] => parse(text);

test.beforeEach(({ study }) => bringReferenceCases(study.people.Lena));

test("Table 10 prints the report's figures", async ({ study }) => {
  const dora = await study.as("Dora");
  await dora.goto("/tables?sample=2015");
  await expectTable10AsPrinted(dora);
  await test.step("a narrow page scrolls the table sideways, and says no more in its cells", async () => {
    await dora.setViewportSize({ width: 360, height: 800 });
    await expectTable10AsPrinted(dora);
  });
  const section = dora.locator("#table_10");
  await expect(section).toContainText("82 analysed, committed cases of 2012 to 2015.");
  await section.getByText("What to keep in mind").click();
  await expect(section).toContainText("Numbers are small");
});

test("every figure opens the cases behind it", async ({ study }) => {
  const dora = await study.as("Dora");
  await dora.goto("/tables?sample=2015");
  const table10 = dora.getByRole("table", { name: /^Table 10/ });
  const wtfh = table10.getByRole("row", { name: /^Private law, WTFH only/ });

  await test.step("a mean leads to the cases that it is over, with their values", async () => {
    await wtfh.getByRole("link", { name: "11.0 (3)" }).click();
    await expect(dora.getByRole("heading", { name: "Cases behind a figure" })).toBeVisible();
    await expect(dora.getByText("Private law, WTFH only, 2015: 11.0 (3)")).toBeVisible();
    const rows = dora.getByRole("table").locator("tbody").getByRole("row");
    await expect(rows).toHaveText(
      [
        "2015-01 2015 Private law, WTFH only 5",
        "2015-06 2015 Private law, WTFH only 9",
        "2015-18 2015 Private law, WTFH only 19",
      ].map((text) => new RegExp(text.replaceAll(" ", "\\s*"))),
      { useInnerText: true },
    );
  });

  await test.step("from there to a case, and back to the table with the same samples", async () => {
    await dora.getByRole("link", { name: "2015-06" }).click();
    await expect(dora.getByRole("heading", { name: "2015-06" })).toBeVisible();
    await dora.goBack();
    await dora.getByRole("link", { name: "Back to Table 10" }).click();
    await expect(wtfh.getByRole("link", { name: "7.1 (17)" })).toBeVisible();
  });

  await test.step("a bar leads there from the table beneath it", async () => {
    await dora.locator("#chart_1").getByText("The same as a table").click();
    const chart1 = dora.getByRole("table", { name: /^Chart 1/ });
    const high = chart1.getByRole("row", { name: "Neglect: High" }).getByRole("link");
    const count = Number(await high.innerText());
    await high.click();
    await expect(dora.getByText(`Neglect: High, 2015: ${count}`)).toBeVisible();
    await expect(dora.getByRole("table").locator("tbody").getByRole("row")).toHaveCount(count);
  });

  await test.step("each says of what it is, where links stand alone, and is high enough to be hit", async () => {
    await dora.goto("/tables?sample=2015");
    const figures = dora.locator("main a.figure");
    const names = await figures.evaluateAll((all) => all.map((one) => one.ariaLabel ?? ""));
    expect(names.length).toBeGreaterThan(300);
    const ofTable3 = dora.locator("#table_3").getByRole("row", { name: /^Hybrid/ });
    await expect(ofTable3.getByRole("link", { name: /^\d+, Hybrid, 2015$/ })).toHaveCount(1);
    await expect(
      wtfh.getByRole("link", { name: "11.0 (3), Private law, WTFH only, 2015" }),
    ).toHaveCount(1);
    const heights = await dora
      .locator("main :is(a.figure, .tables-links a, .whole-files a)")
      .evaluateAll((all) =>
        all.flatMap((one) => (one.checkVisibility() ? one.getBoundingClientRect().height : [])),
      );
    expect(heights.length).toBeGreaterThan(100);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
  });

  await test.step("what stands beside Table 10 leads to the case mix of the same samples", async () => {
    await dora.getByRole("link", { name: "see the case mix among the analyses." }).click();
    await expect(dora.getByRole("heading", { level: 1, name: "Analyses" })).toBeVisible();
    await expect(dora.locator("#case_mix")).toContainText("13.8");
  });

  await test.step("an address of no cell is the same as none", async () => {
    for (const query of [
      "",
      "?table=table_10&line=total&column=this",
      "?table=x&line=y&column=z",
    ]) {
      const answer = await dora.goto(`/tables/cases${query}`);
      expect(answer?.status()).toBe(404);
    }
  });
});

test("leads type in figures from elsewhere, which stand beneath the tables with their source", async ({
  study,
}) => {
  const lena = await study.as("Lena");
  await lena.goto("/tables?sample=2015");
  await lena.getByRole("link", { name: "Type in Table 2 and the notification figures" }).click();
  const first = lena.getByRole("group", { name: "Another figure (row 1)" });
  await first.getByLabel("Belongs to").selectOption("Notification figures");
  await first.getByLabel("What it counts").fill("Reviews notified in 2014 to 2015");
  await first.getByLabel("Figure", { exact: true }).fill("1,250");
  await lena.getByRole("button", { name: "Save the figures" }).click();
  await expect(lena.getByText("Error: Enter where the figure is from")).toBeVisible();
  await expect(first.getByLabel("Figure", { exact: true })).toHaveValue("1,250");
  await first.getByLabel("Source").fill("An invented report, page 4");
  await lena.getByRole("button", { name: "Save the figures" }).click();
  const dora = await study.as("Dora");
  await dora.goto("/tables?sample=2015");
  const table = dora.getByRole("table", { name: "Notification figures" });
  await expect(table.locator("tbody").getByRole("row")).toHaveText(
    /Reviews notified in 2014 to 2015.*1,250.*An invented report, page 4/,
  );
  await expect(dora.getByText("Typed in by the team, and not made of the cases.")).toBeVisible();
  await expect(dora.getByText(/^As typed in by Lena on /)).toBeVisible();
  await expect(dora.getByRole("link", { name: "Change these figures" })).toHaveCount(0);
});

test("figures that somebody else changed meanwhile are not written over, and nothing typed is lost", {
  tag: "@nojs",
}, async ({ study }) => {
  const lena = await study.as("Lena");
  await lena.goto("/tables/context");
  const meanwhile = {
    ...{ part: "table_2", label: "Reviews begun", figure: "12", source: "An invented list" },
  };
  must(await recordContextFigures(study.people.Lena, { seenRevision: 0, typed: [meanwhile] }));
  const second = lena.getByRole("group").nth(1);
  await second.getByLabel("What it counts").fill("Reviews ended");
  await second.getByLabel("Figure", { exact: true }).fill("9");
  await second.getByLabel("Source").fill("An invented list, page 2");
  for (const time of ["first", "second"])
    await test.step(`saved for the ${time} time`, async () => {
      await lena.getByRole("button", { name: "Save the figures" }).click();
      await expect(problems(lena)).toContainText("Somebody else has changed these figures");
      await expect(second.getByLabel("Source")).toHaveValue("An invented list, page 2");
    });
  expect(await getContextFigures(study.people.Lena)).toMatchObject({ figures: [meanwhile] });
});

test("tables are made of the samples that are chosen", async ({ study }) => {
  const dora = await study.as("Dora");
  await dora.goto("/tables");
  const table9 = dora.getByRole("table", { name: "Table 9: index incidents" });
  const columns = table9.getByRole("columnheader");
  await expect(columns).toHaveText(["Incident", "2012", "2013", "2014", "2015", "All"]);
  await dora.getByLabel("This sample").selectOption("2014");
  await dora.getByRole("button", { name: "Show" }).click();
  await expect(columns).toHaveText(["Incident", "2012", "2013", "2014", "All"]);
  await dora.getByText("More choices").click();
  await dora.getByRole("group", { name: "Earlier samples" }).getByLabel("2012").uncheck();
  await dora.getByRole("button", { name: "Show" }).click();
  await expect(columns).toHaveText(["Incident", "2013", "2014", "All"]);
  const fatal = table9.getByRole("row", { name: /^All fatal/ }).getByRole("cell");
  await expect(fatal).toHaveText(["10 (100%)", "17 (65%)", "27 (75%)"], { useInnerText: true });

  await test.step("another sample and other earlier ones at once", async () => {
    await dora.getByLabel("This sample").selectOption("2015");
    await dora.getByText("More choices").click();
    await dora.getByRole("group", { name: "Earlier samples" }).getByLabel("2012").check();
    await dora.getByRole("button", { name: "Show" }).click();
    await expect(columns).toHaveText(["Incident", "2012", "2013", "2015", "All"]);
  });

  await test.step("a sample of which there is no case any more", async () => {
    const instead = dora.getByText("There is nothing to count of 1999.");
    await expect(instead).toHaveCount(0);
    await dora.goto("/tables?sample=1999");
    await expect(instead).toContainText("The tables below are of 2015.");
    await expect(columns).toHaveText(["Incident", "2012", "2013", "2014", "2015", "All"]);
  });

  await test.step("an earlier sample of which there is no case any more", async () => {
    const absent = dora.getByText("There is nothing to count of 1999, chosen as earlier.");
    const chosen = "sample=2015&beside=2015&earlier=1999&earlier=2014";
    await dora.goto(`/tables?${chosen}`);
    await expect(absent).toHaveCount(1);
    await expect(columns).toHaveText(["Incident", "2014", "2015", "All"]);
    await dora.goto(`/tables/analyses?${chosen}`);
    await expect(absent).toHaveCount(1);
  });
});

test("charts are drawn with their numbers, and say the same as a table", async ({ study }) => {
  const dora = await study.as("Dora");
  await dora.goto("/tables?sample=2015");
  const chart = dora.locator("#chart_1");
  await expect(
    chart.getByRole("img", {
      name: "Chart 1: cases by level of each risk factor. A bar for each risk factor, in parts by level: High, Medium, Low, Not indicated. On child protection plan: “Yes, currently”, “Yes, previously”, “No”. The same figures are in the table below.",
    }),
  ).toBeVisible();
  const groups = chart.locator(".level-bars-wide > g");
  const numbers = groups.filter({ hasText: "On child protection plan" });
  await expect(numbers.locator("text")).toHaveText(["On child protection plan", "8", "5", "10"]);
  const legend = groups.filter({ hasText: "Yes, currently" });
  await expect(legend.locator("text")).toHaveText(["Yes, currently", "Yes, previously", "No"]);
  await expect(dora.locator("#chart_2")).toContainText(
    "13 analysed, committed cases of public law and 7 of private law, of 2015.",
  );
  await chart.getByText("The same as a table").click();
  const row = chart.getByRole("row", { name: /^On child protection plan: Yes, currently/ });
  await expect(row.getByRole("cell")).toHaveText(["8"], { useInnerText: true });

  await test.step("no name is cut off", async () => {
    const lefts = await dora
      .locator(".level-bars-wide")
      .evaluateAll((charts) =>
        charts.flatMap((one) =>
          [...one.querySelectorAll('text[text-anchor="end"]')].map(
            (label) => label.getBoundingClientRect().left - one.getBoundingClientRect().left,
          ),
        ),
      );
    expect(lefts).toHaveLength(13 + 26);
    expect(Math.min(...lefts)).toBeGreaterThanOrEqual(0);
  });
});

test("on a narrow page names stand above bars, as wide as the page and no wider", async ({
  study,
}) => {
  const dora = await study.as("Dora");
  await dora.setViewportSize({ width: 360, height: 800 });
  await dora.goto("/tables?sample=2015");
  // As wide as a desk's screen is at 400% zoom.
  for (const width of [360, 320])
    await test.step(`${width} pixels`, async () => {
      await dora.setViewportSize({ width, height: 800 });
      const charts = dora.getByRole("img", { name: /^Chart \d/ });
      await expect(charts).toHaveCount(2);
      const words = await charts.locator("text").evaluateAll((all) =>
        all.map((one) => {
          const { left, right, height } = one.getBoundingClientRect();
          return { left, right, height };
        }),
      );
      expect(words.length).toBeGreaterThan(100);
      expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThanOrEqual(0);
      expect(Math.max(...words.map(({ right }) => right))).toBeLessThanOrEqual(width);
      expect(Math.min(...words.map(({ height }) => height))).toBeGreaterThan(15);
      expect(await dora.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
});

test("a release is shown as it may be published, and the team sets what is too few", async ({
  study,
}) => {
  const lena = await study.as("Lena");
  await lena.goto("/tables");
  const noneYet = lena.getByText(
    "there is none yet. Tables for publication are made from a release",
  );
  await expect(noneYet).toBeVisible();
  await lena.goto("/tables?view=publication");
  await expect(lena.getByText("made from a release")).toContainText("There is none yet. Releases");
  await expect(lena.getByRole("button", { name: "Show" })).toHaveCount(0);
  await expect(lena.getByRole("link", { name: "Tables for publication" })).toHaveCount(0);
  await makeRelease(lena, "For the annual report");

  await test.step("the newest release is the one that is shown, and samples are not chosen", async () => {
    await lena.goto("/export");
    await lena.getByRole("link", { name: "Tables and charts of a release" }).click();
    const dataset = lena.getByLabel("Which dataset");
    await expect(dataset).toHaveValue("1");
    await expect(lena.getByText("These are of the newest release.")).toBeVisible();
    await expect(
      lena.getByText("The samples of tables for publication cannot be chosen"),
    ).toBeVisible();
    await expect(lena.getByRole("table", { name: "Table 6: case types" })).toBeVisible();
    await lena.goto("/releases/1");
    await lena.getByRole("link", { name: "Tables of this release for publication" }).click();
    await expect(dataset).toHaveValue("1");
    await expect(lena.getByText("These are of the newest release.")).toHaveCount(0);
    await lena.goto("/releases/1");
    await lena.getByRole("link", { name: "Tables of this release for the team" }).click();
    await expect(dataset).toHaveValue("1");
    await expect(lena.getByText("For the team", { exact: true })).toBeVisible();
    await lena.getByRole("link", { name: "Tables for publication" }).click();
    await expect(lena.getByText("For publication", { exact: true })).toBeVisible();
  });

  await test.step("counts from 1 to 5 are withheld, and what would give them away", async () => {
    await lena.goto("/tables");
    await lena.getByLabel("Which dataset").selectOption({ index: 1 });
    await lena.getByText("More choices").click();
    await lena.getByLabel("Publication").check();
    await lena.getByRole("button", { name: "Show" }).click();
    await expect(lena.getByText("Withheld are counts from 1 to 5,")).toBeVisible();
    const table6 = lena.getByRole("table", { name: "Table 6: case types" });
    const cellsOf = (line: RegExp) => table6.getByRole("row", { name: line }).getByRole("cell");
    const inner = { useInnerText: true };
    await expect(cellsOf(/^Public law, s31/)).toHaveText(["[c]", "[c]", "30"], inner);
    await expect(cellsOf(/^Public law, other/)).toHaveText(["[c]", "[c]", "7"], inner);
    await expect(cellsOf(/^All public law/)).toHaveText(["24", "13", "37"], inner);
    await expect(cellsOf(/^All cases/)).toHaveText(["59", "23", "82"], inner);
    await expect(lena.getByText("Table 1 and totals of cases are always shown")).toBeVisible();
    const table10 = lena.getByRole("table", { name: /^Table 10/ });
    const wtfh = table10.getByRole("row", { name: /^Private law, WTFH only/ }).getByRole("cell");
    await expect(wtfh).toHaveText(["[c]", "[c]", "[c] (17)"], inner);
  });

  await test.step("the page lists what is withheld", async () => {
    await lena.getByText(/^What is withheld: \d+ figures$/).click();
    const list = lena.getByRole("table", { name: "What is withheld", exact: true });
    await expect(
      list.getByRole("row", { name: "Table 6: case types Public law, s31 2012 to 2014; 2015" }),
    ).toBeVisible();
  });

  await test.step("it can be taken away as a workbook, as Word, and table by table", async () => {
    for (const [link, name] of [
      ["Download these tables as a workbook", "release-1_publication.xlsx"],
      ["Download these tables as a Word document", "release-1_publication_report.docx"],
      ["CSV of Table 6: case types", "release-1_publication_table_6.csv"],
    ] as const) {
      const downloading = lena.waitForEvent("download");
      await lena.getByRole("link", { name: link }).click();
      expect((await downloading).suggestedFilename()).toBe(name);
    }
  });

  await test.step("no figure of it leads to cases", async () => {
    await expect(lena.locator('a[href*="/tables/cases"]')).toHaveCount(0);
  });

  await test.step("another threshold holds for the next release, and not for this one", async () => {
    await lena.goto("/settings");
    await lena.getByLabel("Which counts are too small to be published?").fill("0");
    await lena.getByRole("button", { name: "Save" }).click();
    await expect(
      lena.getByText(
        "Error: Enter the largest count that is too small, a whole number from 1 to 20",
      ),
    ).toBeVisible();
    await lena.getByLabel("Which counts are too small to be published?").fill("2");
    await lena.getByRole("button", { name: "Save" }).click();
    await expect(lena.getByText("leaves out counts from 1 to 2")).toBeVisible();
    await lena.goto("/tables?release=1&view=publication");
    await expect(lena.getByText("Withheld are counts from 1 to 5,")).toBeVisible();
    await makeRelease(lena, "With a lower threshold");
    await lena.goto("/tables?view=publication");
    await expect(lena.getByLabel("Which dataset")).toHaveValue("2");
    await lena.goto("/tables?release=2&view=publication");
    await expect(lena.getByText("Withheld are counts from 1 to 2,")).toBeVisible();
    // What the first release withheld stays withheld, so that nobody learns it by comparing them.
    const table6 = lena.getByRole("table", { name: "Table 6: case types" });
    const wtfh = table6.getByRole("row", { name: /^Private law, WTFH only/ }).getByRole("cell");
    await expect(wtfh).toHaveText(["[c]", "[c]", "17"], { useInnerText: true });
  });
});

test("there are no tables of a release that there is not", async ({ study }) => {
  const lena = await study.as("Lena");
  for (const page of ["/tables", "/tables/analyses", "/tables/coders"])
    for (const release of ["9", "03", "first"]) {
      const answer = await lena.goto(`${page}?release=${release}`);
      expect(answer?.status(), `${page} of ${release}`).toBe(404);
    }
  const answer = await lena.goto("/tables?release=9&view=publication");
  expect(answer?.status()).toBe(404);
});

async function makeRelease(page: Page, note: string): Promise<void> {
  await page.goto("/releases");
  await page.getByLabel("Note").fill(note);
  await page.getByRole("button", { name: /^Make release/ }).click();
  await expect(page.getByText(note)).toBeVisible();
}

test("the dataset lists the 82 analysed cases, and finds them by sample and case type", async ({
  study,
}) => {
  const dora = await study.as("Dora");
  await dora.goto("/dataset");
  const rows = dora.getByRole("table").locator("tbody").getByRole("row");
  await expect(dora.getByText("82 committed cases")).toBeVisible();
  await expect(rows).toHaveCount(82);
  await expect(
    dora.getByText(
      "“Imported”: agreed ratings only. “Imported, independent too”: agreed ratings, and the independent ratings of coders.",
    ),
  ).toBeVisible();
  const marked = (mark: string) => rows.filter({ has: dora.getByText(mark, { exact: true }) });
  await expect(marked("Imported")).toHaveCount(59);
  await expect(marked("Imported, independent too")).toHaveCount(23);
  await dora.getByLabel("Sample").selectOption("2015");
  await dora.getByRole("button", { name: "Show" }).click();
  await expect(dora.getByText("23 committed cases")).toBeVisible();
  await expect(rows).toHaveCount(23);
  await expect(marked("Imported, independent too")).toHaveCount(23);
  await dora.getByLabel("Case type").selectOption("Public law, other");
  await dora.getByRole("button", { name: "Show" }).click();
  await expect(dora.getByText("1 committed case", { exact: true })).toBeVisible();
  await expect(rows).toHaveCount(1);
  await expect(dora.getByLabel("Sample")).toHaveValue("2015");
});

test("on a narrow screen the dataset shows risk ratings and scores, whose references stay in view", async ({
  study,
}) => {
  const dora = await study.as("Dora");
  await dora.setViewportSize({ width: 360, height: 1600 });
  await dora.goto("/dataset?sample=2015");
  const region = dora.getByRole("region", { name: "Committed cases: scores by risk factor" });
  await expect(region.getByRole("columnheader")).toHaveText([
    "Reference",
    "Risk rating",
    ...Array(13).fill(/./),
    "Sample",
    "Case type",
    "Version",
    "Remarks",
  ]);
  const row = region.getByRole("row", { name: /^2015-01 / });
  const caption = region.getByText("Committed cases: scores by risk factor");
  // But for what rounding takes.
  const seen = { ratio: 0.99 };
  await expect(caption).toBeInViewport(seen);
  await expect(row.getByRole("cell").nth(0)).toHaveText("5");
  for (const place of [0, 1, 2])
    await expect(row.getByRole("cell").nth(place)).toBeInViewport(seen);
  await region.evaluate((one) => one.scrollBy(one.scrollWidth, 0));
  await expect(row.getByText("Imported, independent too")).toBeInViewport(seen);
  await expect(row.getByRole("link", { name: "2015-01" })).toBeInViewport(seen);
  await expect(caption).toBeInViewport(seen);
});

test("what is exported is what was imported, cell by cell", async ({ study }) => {
  const dora = await study.as("Dora");
  await dora.goto("/export");
  await dora.getByLabel("Take along people’s own words").check();

  await test.step("a row per case", async () => {
    const imported = cellsOf(referenceFile("cases.csv").bytes);
    const given = await download(dora, "agreed-ratings.csv");
    expect(imported).toHaveLength(87);
    expect(given.map((row) => row.slice(0, 22))).toEqual(imported);
    expect(given[0]?.slice(22, 25)).toEqual(["risk_rating", "version", "codebook_version"]);
  });

  await test.step("a row per case and factor", async () => {
    const [header = [], ...imported] = cellsOf(referenceFile("cases.csv").bytes);
    const scores = imported
      .filter((row) => row[9] !== "")
      .flatMap((row) => row.slice(9).map((score, index) => [row[0], header[9 + index], score]));
    const [, ...given] = await download(dora, "agreed-ratings-long.csv");
    expect(scores).toHaveLength(82 * 13);
    expect(given.map(([ref, factor, , score]) => [ref, factor, score])).toEqual(scores);
  });

  await test.step("children and involvement periods", async () => {
    const children = await download(dora, "children.csv");
    const periods = await download(dora, "involvement-periods.csv");
    expect(children.map((row) => row.slice(0, 4))).toEqual(
      cellsOf(referenceFile("children.csv").bytes),
    );
    expect(periods.map((row) => row.slice(0, 3))).toEqual(
      cellsOf(referenceFile("involvement_periods.csv").bytes),
    );
  });
});

test("samples and free text are chosen on the page, without which they stay out", async ({
  study,
}) => {
  const dora = await study.as("Dora");
  await dora.goto("/export");
  await unfold(dora, "Choose samples and cases");
  await dora.getByRole("group", { name: "Samples" }).getByLabel("2014").check();
  const [header = [], ...rows] = await download(dora, "agreed-ratings.csv");
  expect(rows.map((row) => row[1])).toEqual(Array(28).fill("2014"));
  expect(header).not.toContain("exclusion_reason");
  await dora.getByLabel("Take along people’s own words").check();
  const [withReason = []] = await download(dora, "agreed-ratings.csv");
  expect(withReason).toContain("exclusion_reason");
});

async function download(page: Page, file: string): Promise<string[][]> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: `Download ${file}` }).click();
  return cellsOf(readFileSync(await (await downloading).path()));
}
