import type { Output } from "../caveats";
import type { Codebook } from "../codebook/codebook";
import { addByRule } from "./by-rule";
import type { CodedCase } from "./coded-case";
import { type Atoms, addCase, cellFrom } from "./make-table";
import { addThemes } from "./other-themes";
import type { Cell, Column, FilledLine, Line, Table, TableKind } from "./table";
import type { TableCase } from "./table-case";

/** A cell of a table, as an address names it. */
export interface CellPlace {
  readonly line: string;
  readonly column: string;
}

/** A cell of one of the tables whose cells lead to the cases behind them. */
export interface CellNamed extends CellPlace {
  readonly table: Output;
}

/** A cell, and the table, line and column in which it stands. */
export interface CellFound {
  readonly kind: TableKind;
  readonly line: FilledLine;
  readonly column: Column;
  readonly cell: Cell;
  /** What its per cent is of. */
  readonly base: Cell;
}

/**
 * The name of a line in an address. A value of a code list can have the key of a total, so that the
 * key alone would not do. Examples: "part-public_s31", "total-total".
 */
export function lineName({ look, key }: Pick<Line, "look" | "key">): string {
  return `${look}-${key}`;
}

/** The cell that an address names; null when the table shows none there. */
export function cellAt({ kind, lines, columns }: Table, place: CellPlace): CellFound | null {
  const line = lines.find((one) => lineName(one) === place.line);
  const index = columns.findIndex(({ key, unseen }) => key === place.column && !unseen);
  const [column, cell, base] = [columns[index], line?.cells[index], line?.bases[index]];
  return line && column && cell && base ? { kind, line, column, cell, base } : null;
}

/**
 * What a cell has of one case: what it would hold if there were this case alone. It is counted as
 * the whole table is, so that the cases of a cell always add up to it.
 *
 * Example: with the total of Table 7, a case with two children of which one has no age gives n 2.
 */
export function shareOfCase(
  kind: TableKind,
  line: Line,
  column: Pick<Column, "groups">,
): (each: TableCase) => Cell {
  const own = withPartsOf(kind, line);
  return (each) => shareIn(line, column, (atoms) => addCase(atoms, own, each));
}

/** What a cell of a table of who decides has of one case, as `shareOfCase` says. */
export function shareOfCoded(
  kind: TableKind,
  codebook: Codebook,
  line: Line,
  column: Pick<Column, "groups">,
): (each: CodedCase) => Cell {
  const own = withPartsOf(kind, line);
  return (each) =>
    shareIn(line, column, (atoms) =>
      kind.output === "other_themes"
        ? addThemes(atoms, codebook, each)
        : addByRule(atoms, own, each),
    );
}

// What a case has in other lines need not be counted.
function withPartsOf(kind: TableKind, { parts }: Line): TableKind {
  const own = new Set(parts);
  return { ...kind, partsOf: (each) => kind.partsOf(each).filter((part) => own.has(part)) };
}

function shareIn(
  { parts }: Line,
  column: Pick<Column, "groups">,
  add: (atoms: Atoms) => void,
): Cell {
  const atoms: Atoms = new Map();
  add(atoms);
  return cellFrom(atoms, parts, column);
}

/** Whether a cell has anything of what it shows: something counted, or a value for its mean or range. */
export function hasCases({ measure }: Line, { n, values }: Cell): boolean {
  return measure === "count" ? n > 0 : values > 0;
}
