import { figuresOf, type TakenTable } from "../figures";
import { withNothingWithheld } from "../published-table";
import { shownLike } from "../shown-table";
import type { Table } from "../table";
import type { TableName } from "../table-files";
import { type Analyses, baseOfAnalyses, baseOfChildren } from "./analyses";
import { caseMixTable } from "./case-mix";
import { intervalsTable } from "./intervals";
import { togetherTable } from "./together";

/** The tables of the analyses, in order. */
export function analysesTables(analyses: Analyses): TakenTable[] {
  return [
    caseMixTable(analyses),
    ...(analyses.means ?? []).map((means) => intervalsTable(means, analyses)),
    ...childrenTables(analyses),
    togetherTable(analyses),
    ...practiceTables(analyses),
  ];
}

/** Practice strengths and shortcomings; none where no practice is recorded of any case. */
export function practiceTables(analyses: Analyses): TakenTable[] {
  const recorded = analyses.practice[0]?.lines.find(
    ({ key, look }) => key === "recorded" && look === "subtotal",
  );
  if (recorded?.cells.every(({ n }) => n === 0)) return [];
  return tablesAsShown(analyses.practice, analyses);
}

/** The tables of index children. */
export function childrenTables(analyses: Analyses): TakenTable[] {
  return tablesAsShown(analyses.children, analyses);
}

function tablesAsShown(tables: readonly Table[], analyses: Analyses): TakenTable[] {
  return withNothingWithheld(tables).map((table) => ({
    shown: {
      ...shownLike(table, { ...analyses, kind: "team" }),
      name: table.kind.output as TableName,
      title: table.kind.title,
      base:
        table.kind.unit === "cases" ? baseOfAnalyses(analyses) : baseOfChildren(table, analyses),
    },
    figures: figuresOf(table),
  }));
}
