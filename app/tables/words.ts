import type { ReportLine } from "@/components/tables/report-table";
import type { Codebook } from "@/domain/codebook/codebook";
import { formatDate, formatDateTime } from "@/domain/dates";
import type { ReleaseName } from "@/domain/releases/release";
import { baseInWords } from "@/domain/tables/base";
import { cellText, isFew, publishedText, withheldNote } from "@/domain/tables/cell-text";
import { fewestForMean } from "@/domain/tables/family";
import { isWithheld, type PublishedTable } from "@/domain/tables/published-table";
import type { Line, SampleChoice, Table } from "@/domain/tables/table";

/** How a page shows tables: for the team, with few cases marked, or as they may be published. */
export interface View {
  readonly kind: "team" | "publication";
  readonly choice: SampleChoice;
  readonly release: ReleaseName | null;
  readonly withheldUpTo: number;
  readonly codebook: Codebook;
}

/** What of a view decides which cells bear a mark. */
type Marking = Pick<View, "kind" | "withheldUpTo">;

/** The tables of the team with nothing withheld, in the form of published ones. */
export function withNothingWithheld(tables: readonly Table[]): PublishedTable[] {
  return tables.map(({ atoms: _atoms, ...table }) => ({
    ...table,
    lines: table.lines.map((line) => ({
      ...line,
      withheld: line.cells.map(() => ({ count: false, value: false })),
    })),
  }));
}

/** The lines of a table as they stand on a page. */
export function linesOf(table: PublishedTable, view: Marking): ReportLine[] {
  const { kind, columns, lines } = table;
  return lines.map((line) => ({
    key: line.key,
    label: line.label,
    look: line.look,
    cells: line.cells.flatMap((cell, index) => {
      const base = line.bases[index] ?? cell;
      const withheld = line.withheld[index] ?? { count: true, value: true };
      if (columns[index]?.unseen) return [];
      if (view.kind === "publication")
        return { text: publishedText(kind, line, cell, base, withheld) };
      return {
        text: cellText(kind, line, cell, base),
        few: !isBase(table, line) && isFew(cell, line, view.withheldUpTo),
      };
    }),
  }));
}

/** Whether a line says how many there are in all, which is never withheld. */
function isBase({ kind }: PublishedTable, { look, measure }: Line): boolean {
  return kind.output === "table_1" || (look === "total" && measure === "count");
}

/** How to read a table: what its figures are, and what its marks mean. */
export function notesOf(table: PublishedTable, view: Marking): string[] {
  const { kind, columns, lines } = table;
  if (view.kind === "publication") {
    const withheld = lines.some((line) =>
      columns.some((column, index) => !column.unseen && isWithheld(line, index)),
    );
    return [kind.note, ...(withheld ? [withheldNote] : [])];
  }
  const isMarked = linesOf(table, view).some(({ cells }) => cells.some(({ few }) => few));
  return [kind.note, ...(isMarked ? [fewNote(view)] : [])];
}

/** What the mark beside a figure says. */
export function fewNote({ withheldUpTo }: Pick<View, "withheldUpTo">): string {
  return `* Rests on ${withheldUpTo} or fewer, or a mean or range on fewer than ${fewestForMean}: not for publication as it is.`;
}

/** What a table is based on, and in which state. */
export function baseOf(table: PublishedTable, all: readonly PublishedTable[], view: View): string {
  return `${baseInWords(table, all, view.choice)} ${stateOf(view)}`;
}

/** The release, or that it is the dataset as it is now. */
export function stateOf({ release }: Pick<View, "release">): string {
  return release
    ? `Release ${release.number} of ${formatDate(release.madeAt)}.`
    : `Latest version of each case on ${formatDateTime(new Date().toISOString())}.`;
}
