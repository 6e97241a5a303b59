import { caveatsFor, type Output } from "../caveats";
import type { Codebook } from "../codebook/codebook";
import type { ReleaseName } from "../releases/release";
import { baseInWords } from "./base";
import { cellText, isFew, publishedText, withheldNote } from "./cell-text";
import { fewestForMean } from "./family";
import { chartOf, type LevelChart, otherScales } from "./level-chart";
import { isWithheld, type PublishedTable } from "./published-table";
import type { Line, SampleChoice, Table } from "./table";

/** How tables are shown: for the team, with few cases marked, or as they may be published. */
export interface View {
  readonly kind: "team" | "publication";
  readonly choice: SampleChoice;
  readonly release: ReleaseName | null;
  readonly withheldUpTo: number;
  readonly codebook: Codebook;
}

/** A cell as it is read, such as "18.2 (18)". */
export interface ShownCell {
  readonly text: string;
  /** Whether it rests on so few cases that it is marked. */
  readonly few?: boolean;
}

/** A line of a table as it is read. */
export interface ShownLine {
  readonly key: string;
  readonly label: string;
  readonly look: Line["look"];
  /** One for each column. */
  readonly cells: readonly ShownCell[];
}

/** A table or chart as it is read, on a page and in a file, with what must travel with it. */
export interface ShownTable {
  readonly output: Output;
  readonly title: string;
  /** What the first column names. */
  readonly lineLabel: string;
  readonly columns: readonly string[];
  readonly lines: readonly ShownLine[];
  /** How to read it. */
  readonly notes: readonly string[];
  /** What its marks mean, as far as it has any. */
  readonly marks: readonly string[];
  /** How many there are, and of which samples. */
  readonly base: string;
  readonly caveats: readonly string[];
  /** What is drawn of it, if anything. */
  readonly chart: LevelChart | null;
}

/** A table as it is read. `all` are the tables that it stands among. */
export function shownTable(
  table: PublishedTable,
  all: readonly PublishedTable[],
  view: View,
): ShownTable {
  const { kind, columns } = table;
  const chart = chartOf(table, view.codebook);
  return {
    output: kind.output,
    title: kind.title,
    lineLabel: kind.lineLabel,
    columns: columns.flatMap(({ label, unseen }) => (unseen ? [] : [label])),
    lines: linesOf(table, view),
    notes: [...(chart ? otherScales(view.codebook) : []), kind.note],
    marks: marksOf(table, view),
    base: baseInWords(table, all, view.choice),
    caveats: caveatsFor(kind.output),
    chart,
  };
}

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

/** What of a view decides which cells bear a mark. */
type Marking = Pick<View, "kind" | "withheldUpTo">;

/** The lines of a table as they are read. */
export function linesOf(table: PublishedTable, view: Marking): ShownLine[] {
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

/** What the marks of a table mean, as far as it has any. */
export function marksOf(table: PublishedTable, view: Marking): string[] {
  const { columns, lines } = table;
  if (view.kind === "publication") {
    const withheld = lines.some((line) =>
      columns.some((column, index) => !column.unseen && isWithheld(line, index)),
    );
    return withheld ? [withheldNote] : [];
  }
  const isMarked = linesOf(table, view).some(({ cells }) => cells.some(({ few }) => few));
  return isMarked ? [fewNote(view)] : [];
}

/** What the mark beside a figure says. */
export function fewNote({ withheldUpTo }: Pick<View, "withheldUpTo">): string {
  return `* Rests on ${withheldUpTo} or fewer, or a mean or range on fewer than ${fewestForMean}: not for publication as it is.`;
}
