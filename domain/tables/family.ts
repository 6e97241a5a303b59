import type { Figure, Publication } from "../disclosure/figure";
import { withhold } from "../disclosure/withhold";
import { atomsFor, type History, numbersOf, withNumbers } from "./publication-atoms";
import { cellKey } from "./published-table";
import type { Cell, Column, FilledLine, Table } from "./table";

/** Means and ranges over fewer cases than this are withheld. */
export const fewestForMean = 10;

/** Tables that count the same things of the same cases, as one release has them. */
export interface Family {
  /** Names the release. */
  readonly release: string;
  readonly tables: readonly Table[];
  /** The largest count that is withheld. */
  readonly smallest: number;
  /** Whether a column shows nothing at all. */
  readonly isHidden: (column: Column) => boolean;
}

/** What readers have seen of a family. */
export interface Seen {
  readonly counts: SeenNumbers;
  readonly sums: SeenNumbers;
  /** Of how many cases the range was shown, or withheld. */
  readonly ranges: SeenNumbers;
}

interface SeenNumbers {
  readonly history: History;
  readonly publications: readonly Publication[];
}

/** The keys of the cells of which a count, a mean, or the ends of a range are withheld. */
export interface WithheldKeys {
  readonly counts: ReadonlySet<string>;
  readonly means: ReadonlySet<string>;
  readonly ranges: ReadonlySet<string>;
}

/** A cell of one of the tables, and what it is of. */
interface Place {
  readonly key: string;
  readonly line: FilledLine;
  readonly column: Column;
  readonly cell: Cell;
}

/**
 * What is withheld of the tables of a family, and what readers have seen of them then. Of means it
 * is the sums that must not be worked out: a mean that is shown is taken to give its sum away.
 */
export function publishFamily(
  before: Seen | undefined,
  family: Family,
): { seen: Seen; withheld: WithheldKeys } {
  const places = family.tables.flatMap(placesOf);
  const counts = withNewCounts(before?.counts, places, family);
  const fewCases = withheldLastOf(counts);
  const isFew = ({ key, cell }: Place) =>
    fewCases.has(key) || isFrom1To(fewestForMean - 1, cell.values);
  const sums = withNewSums(before?.sums, places, family, isFew);
  const ranges = withNewRanges(before?.ranges, places, family, isFew);
  return {
    seen: { counts, sums, ranges },
    withheld: {
      counts: fewCases,
      means: withheldLastOf(sums),
      ranges: withheldLastOf(ranges),
    },
  };
}

const isFrom1To = (most: number, n: number) => n >= 1 && n <= most;

function placesOf({ lines, columns }: Table): Place[] {
  return lines.flatMap((line) =>
    line.cells.flatMap((cell, index) => {
      const column = columns[index];
      return column ? [{ key: cellKey(line.parts, column), line, column, cell }] : [];
    }),
  );
}

function withNewCounts(
  before: SeenNumbers | undefined,
  places: readonly Place[],
  family: Family,
): SeenNumbers {
  const { smallest, isHidden } = family;
  const natureOf = ({ line, column, cell }: Place): Figure["nature"] | null => {
    const isSmall = isFrom1To(smallest, cell.n) || isFrom1To(smallest, cell.cases);
    if (isHidden(column)) return isSmall ? "small" : null;
    if (line.look === "total" || isWholeOf(line)) return "base";
    return isSmall ? "small" : "other";
  };
  return withNew(before, family, ({ n }) => n, places, natureOf);
}

/** Whether a line is what the per cent of others is of. */
function isWholeOf({ parts, shareOf }: FilledLine): boolean {
  return shareOf?.length === parts.length;
}

function withNewSums(
  before: SeenNumbers | undefined,
  places: readonly Place[],
  family: Family,
  isFew: (place: Place) => boolean,
): SeenNumbers {
  const means = places.filter(({ line }) => line.measure === "mean");
  // That there is no case is seen, where that 0 is shown: there is nothing to be added up.
  const natureOf = (place: Place): Figure["nature"] | null => {
    if (place.cell.values === 0) return isFew(place) ? null : "base";
    return isFew(place) ? "small" : "other";
  };
  // One more for each case, so that cases whose values are all 0 are told from none.
  return withNew(before, family, ({ sum, values }) => sum + values, means, natureOf);
}

const hasValues = ({ measure }: FilledLine) => measure !== "count";

/** What readers have seen with one publication more. */
function withNew(
  before: SeenNumbers = { history: new Map(), publications: [] },
  { release, tables, isHidden }: Family,
  numberOf: (cell: Cell) => number,
  places: readonly Place[],
  natureOf: (place: Place) => Figure["nature"] | null,
): SeenNumbers {
  // All count alike; values are known only to a table that needs them.
  const table = tables.find(({ lines }) => lines.some(hasValues)) ?? tables[0];
  const numbers = table ? numbersOf(table, numberOf) : new Map();
  const named = tables.flatMap(({ columns }) => columns.flatMap(({ groups }) => groups));
  const history = withNumbers(before.history, numbers, { publication: release, named });
  const figures = new Map<string, Figure>();
  for (const place of places) {
    const { key, line, column } = place;
    const nature = natureOf(place);
    // What two tables count alike is one figure; what is known from one is known in the other.
    if (nature === null || figures.get(key)?.nature === "base") continue;
    const atoms = atomsFor(history, line.parts, column.groups);
    figures.set(key, { key, atoms, nature, unseen: isHidden(column) });
  }
  const publication = withhold([...figures.values()], before.publications);
  return { history, publications: [...before.publications, publication] };
}

function withheldLastOf({ publications }: SeenNumbers): Set<string> {
  return new Set(publications.at(-1)?.withheld.map(({ key }) => key));
}

/**
 * Ranges are withheld as if they could be taken off each other: where that of all samples reaches
 * further than that of some, its end is the end of the others. So where one is withheld, that of
 * all is, and no range stands beside another, now or earlier, that differs by few cases.
 */
function withNewRanges(
  before: SeenNumbers | undefined,
  places: readonly Place[],
  family: Family,
  isFew: (place: Place) => boolean,
): SeenNumbers {
  const own = places.filter(({ line }) => line.measure === "lowest" || line.measure === "highest");
  const incomplete = new Set(own.filter(isFew).map(({ line }) => line.key));
  const natureOf = (place: Place): Figure["nature"] | null => {
    if (place.cell.values === 0) return isFew(place) ? null : "base";
    const isOfAll = place.column.key === "all_samples" && incomplete.has(place.line.key);
    return isFew(place) || isOfAll ? "small" : "other";
  };
  return withNew(before, family, ({ values }) => values, own, natureOf);
}
