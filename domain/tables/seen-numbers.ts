import { type Figure, numberOf, type Publication } from "../disclosure/figure";
import { whatIsKnown } from "../disclosure/known";
import { notWorkedOut } from "../disclosure/other-numbers";
import { withhold } from "../disclosure/withhold";
import type { Steps } from "../steps";
import { sampleOfGroup } from "./columns";
import type { KnownSum } from "./known-ratings";
import { atomsFor, type History, numbersOf, withNumbers } from "./publication-atoms";
import { cellKey } from "./published-table";
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
  /** What readers know of its counts from other tables. */
  readonly knownSums?: readonly KnownSum[];
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

/** The parts and groups whose cases a figure is of. */
interface Extent {
  readonly parts: readonly string[];
  readonly groups: readonly string[];
}

/** The number of a cell that is published, and when it is too small to be. */
interface Reading {
  readonly numberOf: (cell: Cell) => number;
  readonly isSmall: (cell: Cell) => boolean;
  /** What everybody knows the number of a place to be at least, where they know more than nothing. */
  readonly leastOf?: (place: Place) => number | undefined;
  /** What readers know of these numbers from other tables. */
  readonly knownSums?: readonly KnownSum[];
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
  const own = [...figures.values()];
  const { publications } = before;
  const elsewhere = table
    ? yield* smallElsewhere(extents, { before, table, reading, history, own })
    : [];
  const known = (reading.knownSums ?? []).flatMap((one) => figureOfSum(one, history));
  const publication = yield* withhold([...own, ...elsewhere, ...known], publications);
  return { history, publications: [...publications, publication], extents };
}

/** None where it is not what the numbers add up to: then it says nothing of them. */
function figureOfSum({ key, groups, weights, sum }: KnownSum, history: History): Figure[] {
  const each = [...weights].map(([part, weight]) => {
    const atoms = atomsFor(history, [part], groups);
    return { atoms, weights: Object.fromEntries(Object.keys(atoms).map((one) => [one, weight])) };
  });
  const figure: Figure = {
    ...{ key, nature: "base" },
    atoms: Object.assign({}, ...each.map((one) => one.atoms)),
    weights: Object.assign({}, ...each.map((one) => one.weights)),
  };
  return numberOf(figure) === sum ? [figure] : [];
}

const hasValues = ({ measure }: FilledLine) => measure !== "count";

/** What a figure is of, and what each sample in it is by itself. */
function extentsOf({ line: { parts }, column: { groups } }: Place): Extent[] {
  const samples = [...new Set(groups.map(sampleOfGroup))];
  const ofSamples = samples.map((sample) =>
    groups.filter((group) => sampleOfGroup(group) === sample),
  );
  return [{ parts, groups }, ...ofSamples.map((own) => ({ parts, groups: own }))];
}

/**
 * What is small now and has no place in these tables, but had one earlier, or is of one sample where
 * the tables have several together: whoever lays publications side by side could work it out, by
 * taking one off another. Figures that nobody can be kept from working out are not among it: those
 * that follow from what was shown earlier and from what everybody knows.
 *
 * Worked example: the first release shows 10 mothers under 21 in 2013; the second withholds those of
 * 2014, of whom there are 3; then a case of 2014 is corrected. A third release that showed 13 for
 * 2013 and 2014 together would give away the 3.
 */
function* smallElsewhere(
  extents: ReadonlyMap<string, Extent>,
  now: {
    readonly before: SeenNumbers;
    readonly table: Table;
    readonly reading: Reading;
    readonly history: History;
    readonly own: readonly Figure[];
  },
): Steps<Figure[]> {
  const { before, table, reading, history, own } = now;
  if (before.publications.length === 0) return [];
  const placed = new Set(own.map(({ key }) => key));
  const small = [...extents].flatMap(([key, { parts, groups }]): Figure[] => {
    if (placed.has(key) || !reading.isSmall(sumOf(table, parts, groups))) return [];
    const figure: Figure = {
      ...{ key, nature: "small", unseen: true },
      atoms: atomsFor(history, parts, groups),
    };
    return numberOf(figure) > 0 ? [figure] : [];
  });
  const bases = { shown: own.filter(({ nature }) => nature === "base"), withheld: [] };
  const known = whatIsKnown([...before.publications, bases]);
  return yield* notWorkedOut(small, known);
}

/** What is counted of some parts and groups together; at most so many cases, where in several. */
function sumOf(table: Table, parts: readonly string[], groups: readonly string[]): Cell {
  const cells = parts.flatMap((part) =>
    groups.flatMap((group) => table.atoms.get(part)?.get(group) ?? []),
  );
  const total = (number: (cell: Cell) => number) =>
    cells.reduce((sum, cell) => sum + number(cell), 0);
  return {
    ...{ n: total(({ n }) => n), cases: total(({ cases }) => cases) },
    ...{ values: total(({ values }) => values), sum: total(({ sum }) => sum) },
    ...{ lowest: null, highest: null },
  };
}
