import { expect, test } from "vitest";
import { firstCodebook } from "@/domain/codebook/codebook";
import { togetherTable } from "@/domain/tables/analyses/together";
import { publishedText } from "@/domain/tables/cell-text";
import { withNothingWithheld } from "@/domain/tables/published-table";
import { shownTable } from "@/domain/tables/shown-table";
import { must, release } from "../fixtures";
import { write } from "../store/store";
import { introduceCodebook } from "../study/codebooks";
import { getAnalyses } from "./analyses";
import { getCasesBehind } from "./cases-behind";
import { getPublication } from "./publication";
import { getReport } from "./report";
import { analyst, committed, inStudyWithTeam, lead } from "./team.fixtures";

inStudyWithTeam();

const note =
  "Not every case was rated on every factor: a case counts with those that its codebook has.";

/** So many cases by the first codebook, and so many by one with Debts in place of Physical abuse. */
async function ratedByTwo(first: number, second: number): Promise<void> {
  const reference = (at: number) => `2016-${String(at).padStart(2, "0")}`;
  for (let at = 1; at <= first; at += 1) await committed(reference(at), "3330000000000");
  const file = structuredClone(firstCodebook) as { factors: { key: string; label: string }[] };
  const factors = file.factors.map((factor) =>
    factor.key === "physical_abuse" ? { ...factor, key: "debts", label: "Debts" } : factor,
  );
  await write((tx) => introduceCodebook(tx, { ...file, version: "0.2", factors }));
  for (let at = 1; at <= second; at += 1) await committed(reference(first + at), "3330000000000");
}

test("chart 1 has every factor that its cases were rated on, and says that not all were", async () => {
  await ratedByTwo(2, 1);
  const view = must(await getReport(analyst, { release: null }));
  if (!view) throw new Error("There are cases");
  const tables = withNothingWithheld(view.tables);
  const chart1 = tables.find(({ kind }) => kind.output === "chart_1");
  if (!chart1) throw new Error("Chart 1 is in the report");
  const shown = shownTable(chart1, tables, { ...view, kind: "team" });
  const wholes = shown.lines.filter(({ look }) => look === "subtotal");
  expect(wholes.map(({ label, cells }) => [label, cells[0]?.text])).toEqual(
    expect.arrayContaining([
      ["Neglect: all cases", "3"],
      ["Debts: all cases", "1"],
      ["Physical abuse: all cases", "2"],
    ]),
  );
  expect(shown.notes.at(-1)).toBe(note);
});

test("shares of factors together are of the cases that were rated on both", async () => {
  await ratedByTwo(2, 1);
  const view = must(await getAnalyses(analyst, { release: null, intervals: false }));
  if (!view) throw new Error("There are cases");
  const { shown } = togetherTable(view);
  const cellOf = (line: string, column: string) =>
    shown.lines.find(({ label }) => label === line)?.cells[shown.columns.indexOf(column)]?.text;
  expect([cellOf("Debts", "Debts"), cellOf("Neglect", "Debts")]).toEqual(["1 (100%)", "1 (100%)"]);
  expect([cellOf("Neglect", "Neglect"), cellOf("Neglect", "Physical abuse")]).toEqual([
    ...["3 (100%)", "2 (100%)"],
  ]);
  expect(cellOf("Debts", "Physical abuse")).toBe("0 (–)");
  expect(shown.notes.at(-1)).toBe(note);
  const behind = must(
    await getCasesBehind(analyst, {
      ...{ release: null, table: "factors_together", line: "part-neglect", column: "debts" },
    }),
  );
  expect([behind.cell.n, behind.base.n]).toEqual([1, 1]);
});

test("how few cases were rated on a factor is withheld, and how many others with it", async () => {
  await ratedByTwo(7, 1);
  await release(lead);
  const view = must(await getPublication(analyst, 1));
  const chart1 = view?.tables.find(({ kind }) => kind.output === "chart_1");
  const texts = chart1?.lines.flatMap((line) => {
    const [cell, base, withheld] = [line.cells[0], line.bases[0], line.withheld[0]];
    if (line.look !== "subtotal" || !cell || !base || !withheld) return [];
    return [[line.label, publishedText(chart1.kind, line, cell, base, withheld)]];
  });
  expect(texts).toEqual(
    expect.arrayContaining([
      ["Neglect: all cases", "8"],
      ["Debts: all cases", "[c]"],
      ["Physical abuse: all cases", "[c]"],
    ]),
  );
});
