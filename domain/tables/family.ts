import type { Figure } from "../disclosure/figure";
import type { Steps } from "../steps";
import { besideBands } from "./band-means";
import { casesIn } from "./make-table";
import { cellKey } from "./published-table";
import { type Family, type Place, type SeenNumbers, withNewFigures } from "./seen-numbers";
import type { Cell, Table } from "./table";

/** Means and ranges over fewer cases than this are withheld. */
export const fewestForMean = 10;

/** What readers have seen of a family. */
export interface Seen {
  readonly counts: SeenNumbers;
  readonly sums: SeenNumbers;
  /** Of how many cases the range was shown, or withheld. */
  readonly ranges: SeenNumbers;
}

/** The keys of the cells of which a count, a mean, or the ends of a range are withheld. */
export interface WithheldKeys {
  readonly counts: ReadonlySet<string>;
  readonly means: ReadonlySet<string>;
  readonly ranges: ReadonlySet<string>;
}

/**
 * What is withheld of the tables of a family, and what readers have seen of them then. Of means it
 * is the sums that must not be worked out: a mean that is shown is taken to give its sum away.
 */
export function* publishFamily(
  before: Seen | undefined,
  family: Family,
): Steps<{ seen: Seen; withheld: WithheldKeys }> {
  const places = family.tables.flatMap(placesOf);
  const counted = yield* withNewCounts(before?.counts, places, family);
  const fewCases = withheldLastOf(counted);
  const isFew = ({ key, cell }: Place) =>
    fewCases.has(key) || isFrom1To(fewestForMean - 1, cell.values);
  const sumsWithout = (means: ReadonlySet<string>) =>
    withNewSums(before?.sums, places, family, {
      isFew: (place) => means.has(place.key) || isFew(place),
      fewCases,
    });
  const { counts, sums } = yield* besideBands(counted, family, sumsWithout);
  const ranges = yield* withNewRanges(before?.ranges, places, family, isFew);
  return {
    seen: { counts, sums, ranges },
    withheld: {
      counts: fewCases,
      means: withheldLastOf(sums),
      ranges: withheldLastOf(ranges),
    },
  };
}

const isOfFewCases = ({ values }: Cell) => isFrom1To(fewestForMean - 1, values);
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
): Steps<SeenNumbers> {
  const { smallest, isHidden } = family;
  const isSmall = ({ n, cases }: Cell) => isFrom1To(smallest, n) || isFrom1To(smallest, cases);
  // How many cases there are is known to everybody, and how many children are in them is not.
  const isOfCases = family.tables.every(({ kind }) => kind.unit !== "index children");
  const wholes = new Map(family.tables.flatMap(wholesOf));
  const natureOf = ({ key, line, column, cell }: Place): Figure["nature"] | null => {
    if (isHidden(column)) return isSmall(cell) ? "small" : null;
    const missing = wholes.get(key);
    if (isOfCases && (line.look === "total" || missing === 0)) return "base";
    return isSmall(cell) || isFrom1To(smallest, missing ?? 0) ? "small" : "other";
  };
  const { sumsElsewhere } = family;
  const reading = { numberOf: ({ n }: Cell) => n, isSmall, sumsElsewhere };
  return withNewFigures(before, family, reading, places, natureOf);
}

/**
 * The keys of the cells that the per cent of others is of, and how many cases of their column are not
 * in each: those whose codebook lacks the factor, who would be known from the others.
 */
function wholesOf({ lines, columns, atoms }: Table): [string, number][] {
  const wholes = lines.filter(({ parts, shareOf }) => shareOf?.length === parts.length);
  return columns.flatMap((column, index) => {
    const everything = casesIn(atoms, column);
    return wholes.map(({ parts, cells }): [string, number] => [
      cellKey(parts, column),
      everything - (cells[index]?.cases ?? 0),
    ]);
  });
}

function withNewSums(
  before: SeenNumbers | undefined,
  places: readonly Place[],
  family: Family,
  { isFew, fewCases }: { isFew: (place: Place) => boolean; fewCases: ReadonlySet<string> },
): Steps<SeenNumbers> {
  const means = places.filter(({ line }) => line.measure === "mean");
  // That there is no case is seen, where that 0 is shown: there is nothing to be added up.
  const natureOf = (place: Place): Figure["nature"] | null => {
    if (place.cell.values === 0) return isFew(place) ? null : "base";
    return isFew(place) ? "small" : "other";
  };
  // One more for each case, so that cases whose values are all 0 are told from none.
  const numberOf = ({ sum, values }: Cell) => sum + values;
  // The number of cases stands beside a mean that is withheld.
  const leastOf = ({ key, cell }: Place) => (fewCases.has(key) ? undefined : cell.values);
  const reading = { numberOf, isSmall: isOfFewCases, leastOf };
  return withNewFigures(before, family, reading, means, natureOf);
}

function withheldLastOf({ publications }: SeenNumbers): Set<string> {
  return new Set(publications.at(-1)?.withheld.map(({ key }) => key));
}

/**
 * Ranges are withheld as if they could be taken off each other: where that of all samples reaches
 * further than that of some, its end is the end of the others. So where one is withheld, that of
 * all is, and no range stands beside others, now or earlier, that leave one that is withheld.
 */
function withNewRanges(
  before: SeenNumbers | undefined,
  places: readonly Place[],
  family: Family,
  isFew: (place: Place) => boolean,
): Steps<SeenNumbers> {
  const own = places.filter(({ line }) => line.measure === "lowest" || line.measure === "highest");
  const incomplete = new Set(own.filter(isFew).map(({ line }) => line.key));
  const natureOf = (place: Place): Figure["nature"] | null => {
    if (place.cell.values === 0) return isFew(place) ? null : "base";
    const isOfAll = place.column.key === "all_samples" && incomplete.has(place.line.key);
    return isFew(place) || isOfAll ? "small" : "other";
  };
  const numberOf = ({ values }: Cell) => values;
  const reading = { numberOf, isSmall: isOfFewCases, standsForOther: true } as const;
  return withNewFigures(before, family, reading, own, natureOf);
}
