import { type Figures, figuresOf } from "@/domain/tables/figures";
import type { PublishedTable } from "@/domain/tables/published-table";
import type { Sheet } from "./workbook";

/**
 * The figures of a table as a sheet: a row for each line, figures as numbers. For use inside db/.
 */
export function sheetOfFigures(name: string, title: string, { names, rows }: Figures): Sheet {
  const [line = "", ...figures] = names;
  return {
    ...{ name, title, rows },
    fields: [
      { name: line, type: "text" },
      ...figures.map((figure) => ({ name: figure, type: "integer" as const })),
    ],
  };
}

/** A published table as a sheet. For use inside db/. */
export function sheetOfTable(table: PublishedTable): Sheet {
  return sheetOfFigures(table.kind.output, table.kind.title, figuresOf(table));
}
