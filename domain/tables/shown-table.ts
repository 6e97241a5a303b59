import { caveatsFor } from "../caveats";
import type { Codebook } from "../codebook/codebook";
import type { ReleaseName } from "../releases/release";
import { baseInWords } from "./base";
import { atEarlierMixIn } from "./case-mix";
import { type CellNamed, hasCases, lineName } from "./cases-behind";
import { cellText, isFew, publishedText, withheldNote } from "./cell-text";
import { earlierInWords } from "./columns";
import { fewestForMean } from "./family";
import { chartOf, type LevelChart } from "./level-chart";
import { isWithheld, type PublishedLine, type PublishedTable } from "./published-table";
import type { Line, SampleChoice } from "./table";
import type { TableName } from "./table-files";

/**
 * How tables are shown: for the team or its leads, with few cases marked, or as they may be
 * published.
 */
export interface View {
  readonly kind: "team" | "leads" | "publication";
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
  /** The cell whose cases it rests on, where they can be listed. */
  readonly behind?: CellNamed;
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
  readonly name: TableName;
  readonly title: string;
  /** What it comes to, in sentences. */
  readonly summary?: readonly string[];
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

/** A table of the report as it is read. `all` are the tables that it stands among. */
export function shownTable(
  table: PublishedTable,
  all: readonly PublishedTable[],
  view: View,
): ShownTable {
  const { output, title } = table.kind;
  const name = output as TableName;
  const { notes, ...shown } = shownLike(table, view);
  const base = baseInWords(table, all, view.choice);
  return { ...shown, name, title, base, notes: [...notes, ...caseMixNote(table, view)] };
}

/** How a note says where the case mix is: on the page it leads there. */
export const seeCaseMix = "see the case mix among the analyses.";

/** Beside the means of all cases, for the team: what would be without the change of the case mix. */
function caseMixNote(table: PublishedTable, { kind, choice }: View): string[] {
  if (kind !== "team" || table.kind.output !== "table_10") return [];
  const mean = atEarlierMixIn(table);
  return mean === null
    ? []
    : [
        `At the mix of case types of ${earlierInWords(choice)} the mean of all cases of ${choice.thisSample} would be ${mean}: ${seeCaseMix}`,
      ];
}

/** What of a view decides how a table looks. */
export type Look = Pick<View, "kind" | "withheldUpTo" | "codebook">;

/** A table as it is read, without what says which it is and on what it is based. */
export function shownLike(
  table: PublishedTable,
  view: Look,
): Omit<ShownTable, "name" | "title" | "base"> {
  const { kind, columns } = table;
  const chart = chartOf(table, view.codebook);
  return {
    lineLabel: kind.lineLabel,
    columns: columns.flatMap(({ label, unseen }) => (unseen ? [] : [label])),
    lines: linesOf(table, view),
    notes: [kind.note, ...unratedNote(table)],
    marks: marksOf(table, view),
    caveats: caveatsFor(kind.output),
    chart,
  };
}

/** Why factors can have unlike numbers of cases. */
export const notRatedOnAll =
  "Not every case was rated on every factor: a case counts with those that its codebook has.";

// Of who decides, what was agreed says which factors a case has: a coder or the majority can be without.
function unratedNote({ kind, columns, lines }: PublishedTable): string[] {
  if (kind.output !== "chart_1" && kind.output !== "chart_2") return [];
  const [first, ...others] = lines;
  const isUnlike = ({ bases }: PublishedLine) =>
    columns.some(({ byRule }, index) => !byRule && bases[index]?.n !== first?.bases[index]?.n);
  return others.some(isUnlike) ? [notRatedOnAll] : [];
}

/** The lines of a table as they are read. */
function linesOf(table: PublishedTable, view: Look): ShownLine[] {
  const { kind, columns, lines } = table;
  return lines.map((line) => ({
    key: line.key,
    label: line.label,
    look: line.look,
    cells: line.cells.flatMap((cell, index): ShownCell[] => {
      const base = line.bases[index] ?? cell;
      const withheld = line.withheld[index] ?? { count: true, value: true };
      const column = columns[index];
      if (!column || column.unseen) return [];
      if (view.kind === "publication")
        return [{ text: publishedText(kind, line, cell, base, withheld) }];
      const behind = { table: kind.output, line: lineName(line), column: column.key };
      const few = !isBase(table, line) && isFew(cell, line, view.withheldUpTo);
      const text = cellText(kind, line, cell, base);
      return [{ text, few, ...(hasCases(line, cell) && { behind }) }];
    }),
  }));
}

/** Whether a line says how many cases there are in all, which is never withheld. */
function isBase({ kind }: PublishedTable, { look, measure }: Line): boolean {
  const isTotal = look === "total" && measure === "count" && kind.unit !== "index children";
  return kind.output === "table_1" || isTotal;
}

/** What the marks of a table mean, as far as it has any. */
function marksOf(table: PublishedTable, view: Look): string[] {
  const { columns, lines } = table;
  if (view.kind !== "publication") return fewNotes(linesOf(table, view), view);
  const withheld = lines.some((line) =>
    columns.some((column, index) => !column.unseen && isWithheld(line, index)),
  );
  return withheld ? [withheldNote] : [];
}

/** What the mark beside figures says, where there is one. */
export function fewNotes(
  lines: readonly ShownLine[],
  { withheldUpTo }: Pick<View, "withheldUpTo">,
): string[] {
  const isMarked = lines.some(({ cells }) => cells.some(({ few }) => few));
  const fewInWords = withheldUpTo === 1 ? "1 case" : `${withheldUpTo} or fewer cases`;
  const note = `* Rests on ${fewInWords}, or a mean or range on fewer than ${fewestForMean}: not for publication as it is.`;
  return isMarked ? [note] : [];
}
