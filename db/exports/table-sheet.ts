import type { Row } from "@/domain/dataset/field";
import { percentOf, withheldMark } from "@/domain/tables/cell-text";
import { formatMean } from "@/domain/tables/mean";
import type { PublishedLine, PublishedTable } from "@/domain/tables/published-table";
import type { Cell, Column } from "@/domain/tables/table";
import type { Sheet } from "./workbook";

const lineName = "line";

/**
 * A published table as a sheet: a row for each line, and for each column what the page has there,
 * figures as numbers: its count and its per cent in two cells, or its mean and number of cases. For
 * use inside db/.
 */
export function sheetOfTable(table: PublishedTable): Sheet {
  const { kind, lines } = table;
  const columns = table.columns.flatMap((column, index) =>
    column.unseen ? [] : [{ column, index }],
  );
  const names = columns.flatMap(({ column }) => [column.label, ...beside(table, column)]);
  return {
    name: kind.output,
    title: kind.title,
    fields: [
      { name: lineName, type: "text" },
      ...names.map((name) => ({ name, type: "integer" as const })),
    ],
    rows: lines.map((line) => ({
      [lineName]: line.label,
      ...Object.assign({}, ...columns.map((place) => cellsOf(table, line, place))),
    })),
  };
}

/** What stands beside a column: the per cent of its counts, or the cases of its means. */
function beside({ kind, lines }: PublishedTable, { label }: Column): string[] {
  if (kind.percent) return [`${label}, per cent`];
  return lines.every(({ measure }) => measure === "mean") ? [`${label}, cases`] : [];
}

function cellsOf(
  table: PublishedTable,
  line: PublishedLine,
  { column, index }: { column: Column; index: number },
): Row {
  const cell = line.cells[index];
  const withheld = line.withheld[index];
  if (!cell || !withheld) throw new Error("A line has a cell for each column");
  const { count, value } = withheld;
  const isHidden = line.measure === "count" ? count : value;
  const [second] = beside(table, column);
  const base = line.bases[index]?.n ?? 0;
  return {
    [column.label]: isHidden ? withheldMark : figureOf(line, cell),
    ...(second && {
      [second]: count ? withheldMark : table.kind.percent ? percentOf(cell.n, base) : cell.values,
    }),
  };
}

function figureOf({ measure }: PublishedLine, cell: Cell): number | null {
  if (measure === "count") return cell.n;
  if (measure !== "mean") return cell[measure];
  return cell.values === 0 ? null : Number(formatMean(cell.sum, cell.values));
}
