import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { makeTable } from "@/domain/tables/make-table";
import { withNothingWithheld } from "@/domain/tables/published-table";
import { firstBook, referenceCases } from "@/domain/tables/reference-cases.fixtures";
import { reportTables } from "@/domain/tables/report";
import { type ShownTable, shownTable } from "@/domain/tables/shown-table";
import { chartSvg } from "./chart-svg";
import { documentOfTables } from "./document";

const leftOut = "A number that does not fit into its part is in the table.";

/** Chart 1 of so many cases: of one each factor is high, of the others none is indicated. */
function chart1Of(count: number): ShownTable {
  const [one] = referenceCases().filter(({ included }) => included);
  if (!one) throw new Error("The reference data has cases");
  const rated = (score: number) => ({
    ...one,
    scores: Object.fromEntries(firstBook.codebook.factors.map(({ key }) => [key, score])),
  });
  const cases = [rated(3), ...Array.from({ length: count - 1 }, () => rated(0))];
  const choice = { thisSample: one.sample, earlierSamples: [] };
  const tables = withNothingWithheld(
    reportTables(choice, firstBook.lists).map((kind) => makeTable(kind, firstBook, cases, choice)),
  );
  const table = tables.find(({ kind }) => kind.output === "chart_1");
  if (!table) throw new Error("Chart 1 is in the report");
  const view = { kind: "team", release: null, withheldUpTo: 5, choice } as const;
  return shownTable(table, tables, { ...view, codebook: firstBook.codebook });
}

async function wordsOf(count: number): Promise<string> {
  const made = { at: "2016-10-14T09:00:00Z", by: null };
  const view = { kind: "team", withheldUpTo: 5 } as const;
  const source = { view, release: null, made, invented: false };
  const bytes = await documentOfTables({ table: chart1Of(count), source });
  return strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
}

function svgOf(count: number): string {
  const { title, chart } = chart1Of(count);
  if (!chart) throw new Error("Chart 1 is drawn");
  return chartSvg(chart, { title, remarks: [] });
}

test("a picture that leaves a number out says so beneath it, in words too", () => {
  expect(svgOf(100).split(leftOut)).toHaveLength(3);
  expect(svgOf(20)).not.toContain(leftOut);
});

test("a document with such a picture says so beneath it", async () => {
  expect(await wordsOf(100)).toContain(leftOut);
  expect(await wordsOf(20)).not.toContain(leftOut);
});
