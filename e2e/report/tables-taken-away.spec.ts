import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { agreeEverything, caseFor, commit, rateAndSubmit } from "@/db/fixtures";
import { bringReferenceCases } from "@/db/reference-cases.fixtures";
import { expect, test } from "../study";

/* Tables and charts as files, copied, and printed. */

test.beforeEach(({ study }) => bringReferenceCases(study.people.Lena));

test("a table is taken away as a file, of the samples that are chosen", async ({ study }) => {
  const dora = await study.as("Dora");
  await dora.goto("/tables?sample=2014&beside=2014&earlier=2012");
  const saved = async (link: string) => {
    const downloading = dora.waitForEvent("download");
    await dora.getByRole("link", { name: link, exact: true }).click();
    const given = await downloading;
    return { name: given.suggestedFilename(), bytes: readFileSync(await given.path()) };
  };
  const csv = await saved("CSV of Table 1: submissions, and cases analysed");
  expect(csv.name).toMatch(/^table_1_not-for-publication_\d{4}-\d\d-\d\d_Dora\.csv$/);
  expect(parse(csv.bytes).slice(0, 2)).toEqual([
    ["Submissions", "2012", "2014", "All"],
    ["Analysed", "23", "26", "49"],
  ]);
  for (const [link, begins] of [
    ["Word of Table 1: submissions, and cases analysed", "PK"],
    ["Excel of Table 1: submissions, and cases analysed", "PK"],
    ["Picture (SVG) of Chart 1: cases by level of each risk factor", "<svg"],
    ["Picture (PNG) of Chart 1: cases by level of each risk factor", "\x89PNG"],
    ["Download these tables as a Word document", "PK"],
  ] as const) {
    const { bytes } = await saved(link);
    expect(bytes.toString("latin1").startsWith(begins), link).toBe(true);
  }
});

test("who may not take the dataset away sees the tables, and no files of them", async ({
  study,
}) => {
  const ann = await study.as("Ann");
  await ann.goto("/tables?sample=2015");
  await expect(ann.getByRole("table", { name: /^Table 10/ })).toBeVisible();
  await expect(ann.getByRole("link", { name: "CSV of" })).toHaveCount(0);
  await expect(ann.getByRole("link", { name: "Download these tables" })).toHaveCount(0);
});

test("a table is copied with one button, for a document and as text", async ({ study }) => {
  const dora = await study.as("Dora");
  await dora.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await dora.goto("/tables?sample=2015");
  const section = dora.locator("#table_6");
  await section.getByRole("button", { name: "Copy table: Table 6: case types" }).click();
  await expect(section.getByRole("status")).toHaveText("Copied. Paste it into your document.");
  const copied = await dora.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text();
    return { html: await read("text/html"), text: await read("text/plain") };
  });
  expect(copied.text?.split("\n").slice(0, 3)).toEqual([
    "Table 6: case types",
    "Case type\t2012 to 2014\t2015\tAll",
    "Public law, s31\t18\t12\t30",
  ]);
  expect(copied.text).toContain("For the team, not for publication as it is.");
  for (const form of [copied.text, copied.html])
    expect(form).toContain("A thin submission understates risk.");
  expect(copied.html).toContain("<table");
  expect(copied.html).toContain("Private law, WTFH only");

  await test.step("a chart as the table beneath it", async () => {
    await dora.getByRole("button", { name: /^Copy table: Chart 1/ }).click();
    await expect(dora.locator("#chart_1").getByRole("status")).toHaveText(/^Copied/);
    const text = await dora.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain("Risk factor and level\t2015");
  });
});

test("without scripts there is no button to copy, and the files are there", {
  tag: "@nojs",
}, async ({ study }) => {
  const dora = await study.as("Dora");
  await dora.goto("/tables?sample=2015");
  await expect(dora.getByRole("link", { name: "CSV of Table 6: case types" })).toBeVisible();
  const files = dora.getByRole("list", { name: "Files of Table 6: case types" });
  await expect(files.getByText("CSV of Table 6: case types, without notes")).toBeVisible();
  await expect(dora.getByRole("button", { name: "Copy table" })).toHaveCount(0);
});

/** What is printed behind a link; "none" where nothing is. */
const printedBehind = (link: Locator) =>
  link.evaluate((one) => getComputedStyle(one, "::after").content);

test("printed, the tables stand alone, with all that travels with them", async ({ study }) => {
  const lena = await study.as("Lena");
  await lena.goto("/tables?sample=2015");
  const onScreenAlone = [
    lena.getByRole("button", { name: "Show" }),
    lena.getByRole("button", { name: /^Copy table/ }).first(),
    lena.getByRole("link", { name: /^CSV of/ }).first(),
    lena.getByRole("navigation", { name: "Tables and charts" }).getByRole("list"),
    lena.getByRole("link", { name: "Download these tables as a Word document" }),
    lena.getByRole("link", { name: /^Case mix, intervals, factors together/ }),
    lena.getByRole("link", { name: "What reconciliation changed" }),
  ];
  for (const one of onScreenAlone) await expect(one).toBeVisible();
  await lena.emulateMedia({ media: "print" });
  for (const one of onScreenAlone) await expect(one).toBeHidden();
  await expect(lena.getByRole("table", { name: /^Table 10/ })).toBeVisible();
  await expect(lena.getByRole("table", { name: /^Chart 1/ })).toBeVisible();
  await test.step("what is to be kept in mind stands once, and what is of one chart beneath it", async () => {
    const small = lena.getByText("Numbers are small").filter({ visible: true });
    await expect(small).toHaveCount(1);
    await expect(lena.locator(".on-paper")).toContainText("Numbers are small");
    const summaries = lena.getByText("What to keep in mind", { exact: true });
    await expect(summaries.filter({ visible: true })).toHaveCount(1);
    await expect(
      lena.locator("#chart_2").getByText("Chart 2 leaves out mixed cases"),
    ).toBeVisible();
    await lena.emulateMedia({ media: "screen" });
    await expect(lena.locator(".on-paper")).toBeHidden();
    await lena.emulateMedia({ media: "print" });
  });
  expect(await printedBehind(lena.getByRole("link", { name: "18.2 (18)" }))).toBe("none");

  for (const path of ["/tables/analyses?sample=2015", "/tables/coders"]) {
    await lena.goto(path);
    const back = lena.getByRole("link", { name: "Tables and charts of the report" });
    await expect(back).toHaveCount(0);
    await lena.emulateMedia({ media: "screen" });
    await expect(back).toBeVisible();
    await lena.emulateMedia({ media: "print" });
  }

  await test.step("with what is opened in place on the screen", async () => {
    const chart2 = lena.getByRole("table", { name: "Chart 2: public beside private law" });
    const summary = lena.locator("summary").filter({ hasText: /^Chart 2/ });
    await expect(chart2).toBeVisible();
    await expect(lena.getByRole("heading", { name: /^Chart 2/ })).toBeVisible();
    await expect(summary).toBeHidden();

    // As wide as what is printed on A4, upright and on its side.
    const [upright, onItsSide] = [680, 1009];
    await lena.setViewportSize({ width: upright, height: 1000 });
    const wide = await lena.getByRole("table").evaluateAll((tables) =>
      tables.map((table) => {
        const { page } = getComputedStyle(table.closest(".report-table") ?? table);
        return [page, Math.ceil(table.getBoundingClientRect().width)] as const;
      }),
    );
    const printed = (page: string) => wide.flatMap(([own, width]) => (own === page ? width : []));
    expect(printed("wide")).toHaveLength(1);
    expect(Math.max(...printed("wide"))).toBeLessThanOrEqual(onItsSide);
    expect(Math.max(...printed("auto"))).toBeLessThanOrEqual(upright);

    // Marks touch no figure that stands to their right.
    expect(await leastAfterMarks(lena)).toBeGreaterThanOrEqual(2);

    await lena.emulateMedia({ media: "screen" });
    await expect(summary).toBeVisible();
    await expect(chart2).toBeHidden();
    await lena.setViewportSize({ width: 1280, height: 900 });
    expect(await leastAfterMarks(lena)).toBeGreaterThanOrEqual(12);
  });
});

test("printed, a table of five samples is no wider than a page", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  for (const coder of [Ann, Bob]) await rateAndSubmit(coder, "2016-01", "3210000000000");
  await agreeEverything(Lena, "2016-01");
  await commit(Lena, "2016-01");
  const lena = await study.as("Lena");
  await lena.goto("/tables?sample=2016");
  await lena.emulateMedia({ media: "print" });
  await lena.setViewportSize({ width: 680, height: 1000 });
  const table9 = lena.getByRole("table", { name: "Table 9: index incidents" });
  await expect(table9.getByRole("columnheader")).toHaveText([
    ...["Incident", "2012", "2013", "2014", "2015", "2016", "All"],
  ]);
  const width = await table9.evaluate((table) => table.getBoundingClientRect().width);
  expect(Math.ceil(width)).toBeLessThanOrEqual(680);
});

/** How much room there is at least between a mark and the figure of the next column, in pixels. */
function leastAfterMarks(page: Page): Promise<number> {
  return page.locator(".report-table td:has(.few-mark) + td").evaluateAll((cells) => {
    const range = document.createRange();
    const rooms = cells.flatMap((cell) => {
      const mark = cell.previousElementSibling?.querySelector(".few-mark");
      if (!mark || !cell.checkVisibility()) return [];
      range.selectNodeContents(cell);
      const { left } = range.getBoundingClientRect();
      range.selectNodeContents(mark);
      return left - range.getBoundingClientRect().right;
    });
    return Math.min(...rooms);
  });
}

test("printed, the cases behind a figure are references without addresses", async ({ study }) => {
  const lena = await study.as("Lena");
  await lena.goto("/tables?sample=2015");
  await lena.getByRole("link", { name: "18.2 (18)" }).click();
  const references = lena.getByRole("table").getByRole("rowheader").getByRole("link");
  await expect(references).toHaveCount(18);
  const back = lena.getByRole("link", { name: "Back to Table 10" });
  await expect(back).toBeVisible();
  await lena.emulateMedia({ media: "print" });
  await expect(back).toBeHidden();
  await expect(references.first()).toBeVisible();
  expect(await printedBehind(references.first())).toBe("none");
});

test("printed, the dataset is whole on pages on their side", async ({ study }) => {
  const lena = await study.as("Lena");
  await lena.goto("/dataset");
  await lena.emulateMedia({ media: "print" });
  // As wide as what is printed on A4 on its side.
  await lena.setViewportSize({ width: 1009, height: 700 });
  const region = lena.getByRole("region", { name: "Committed cases: scores by risk factor" });
  const shown = await region.evaluate((one) => {
    const parts = [...document.querySelectorAll("body > :is(header, main)")];
    const pages = parts.map((part) => getComputedStyle(part).page);
    const { overflowX } = getComputedStyle(one);
    const width = one.querySelector("table")?.getBoundingClientRect().width ?? Number.NaN;
    return { pages, overflowX, fits: width <= one.clientWidth };
  });
  expect(shown).toEqual({ pages: ["wide", "wide"], overflowX: "visible", fits: true });
});
