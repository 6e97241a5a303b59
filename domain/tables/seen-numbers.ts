import { type Figure, numberOf, type Publication } from "../disclosure/figure";
import { withoutOpenSecrets } from "../disclosure/open-secrets";
import { withhold } from "../disclosure/withhold";
import type { Steps } from "../steps";
import type { SumElsewhere } from "./known-ratings";
import { atomsFor, type History, numbersOf, withNumbers } from "./publication-atoms";
import { cellKey } from "./published-table";
import { type Extent, extentsOf, smallElsewhere } from "./small-elsewhere";
import type { Cell, Column, FilledLine, Table } from "./table";

/** Tables that count the same things of the same cases, as one release has them. */
export interface Family {
  /** Names the release. */
  readonly release: string;
  readonly tables: readonly Table[];
  /** The largest count that is withheld. */
  readonly smallest: number;
  /** Whether a column shows nothing at all. */
  readonly isHidden: (column: Column) => boolean;
  /** What its counts add up to in other tables. */
  readonly sumsElsewhere?: readonly SumElsewhere[];
}

/** A cell of one of the tables, and what it is of. */
export interface Place {
  readonly key: string;
  readonly line: FilledLine;
  readonly column: Column;
  readonly cell: Cell;
}

/** What readers have seen of one number of each cell, such as the cases counted. */
export interface SeenNumbers {
  readonly history: History;
  readonly publications: readonly Publication[];
  /** What any of their figures was of, by its key. */
  readonly extents: ReadonlyMap<string, Extent>;
}

/** The number of a cell that is published, and when it is too small to be. */
export interface Reading {
  readonly numberOf: (cell: Cell) => number;
  readonly isSmall: (cell: Cell) => boolean;
  /** What everybody knows the number of a place to be at least, where they know more than nothing. */
  readonly leastOf?: (place: Place) => number | undefined;
  /** Whether the number only stands for what is withheld, as the number of values does for a range. */
  readonly standsForOther?: true;
  /** What these numbers add up to in other tables. */
  readonly sumsElsewhere?: readonly SumElsewhere[];
}

const nothingSeen: SeenNumbers = { history: new Map(), publications: [], extents: new Map() };

/** What readers have seen with the figures of one publication more. */
export function* withNewFigures(
  before: SeenNumbers = nothingSeen,
  family: Family,
  reading: Reading,
  places: readonly Place[],
  natureOf: (place: Place) => Figure["nature"] | null,
): Steps<SeenNumbers> {
  const { release, tables, isHidden } = family;
  // All count alike; values are known only to a table that needs them.
  const table = tables.find(({ lines }) => lines.some(hasValues)) ?? tables[0];
  const numbers = table ? numbersOf(table, reading.numberOf) : new Map();
  const named = tables.flatMap(({ columns }) => columns.flatMap(({ groups }) => groups));
  const history = withNumbers(before.history, numbers, { publication: release, named });
  const figures = new Map<string, Figure>();
  const extents = new Map(before.extents);
  for (const place of places) {
    const { key, line, column } = place;
    const nature = natureOf(place);
    // What two tables count alike is one figure; what is known from one is known in the other.
    if (nature === null || figures.get(key)?.nature === "base") continue;
    const atoms = atomsFor(history, line.parts, column.groups);
    const least = reading.leastOf?.(place);
    figures.set(key, { key, atoms, nature, least, unseen: isHidden(column) });
    for (const extent of extentsOf(place)) extents.set(cellKey(extent.parts, extent), extent);
  }
  const { publications } = before;
  const own = [...figures.values()];
  const unplaced = new Map([...extents].filter(([key]) => !figures.has(key)));
  const isNew = publications.length === 0;
  const elsewhere = table && !isNew ? smallElsewhere(unplaced, table, reading, history) : [];
  const sums = (reading.sumsElsewhere ?? []).flatMap((one) => figureOfSum(one, history));
  const all = [...own, ...elsewhere, ...sums];
  const mayBeOpen = (figure: Figure) => figure.unseen === true || !reading.standsForOther;
  const closed = isNew ? all : yield* withoutOpenSecrets(all, publications, mayBeOpen);
  const publication = yield* withhold(closed, publications);
  return { history, publications: [...publications, publication], extents };
}

/** None where it is not what the numbers add up to: then it says nothing of them. */
function figureOfSum(
  { key, groups, weights, sum, isShown }: SumElsewhere,
  history: History,
): Figure[] {
  const each = [...weights].map(([part, weight]) => {
    const atoms = atomsFor(history, [part], groups);
    return { atoms, weights: Object.fromEntries(Object.keys(atoms).map((one) => [one, weight])) };
  });
  const figure: Figure = {
    ...{ key, nature: isShown ? "base" : "small", unseen: !isShown },
    atoms: Object.assign({}, ...each.map((one) => one.atoms)),
    weights: Object.assign({}, ...each.map((one) => one.weights)),
  };
  return numberOf(figure) === sum ? [figure] : [];
}

const hasValues = ({ measure }: FilledLine) => measure !== "count";
