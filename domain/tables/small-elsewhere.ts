import { type Figure, numberOf } from "../disclosure/figure";
import { sampleOfGroup } from "./columns";
import { cellFrom } from "./make-table";
import { atomsFor, type History } from "./publication-atoms";
import type { Place, Reading } from "./seen-numbers";
import type { Table } from "./table";

/** The parts and groups whose cases a figure is of. */
export interface Extent {
  readonly parts: readonly string[];
  readonly groups: readonly string[];
}

/** What a figure is of, and what each sample in it is by itself. */
export function extentsOf({ line: { parts }, column: { groups } }: Place): Extent[] {
  const samples = [...new Set(groups.map(sampleOfGroup))];
  const ofSamples = samples.map((sample) =>
    groups.filter((group) => sampleOfGroup(group) === sample),
  );
  return [{ parts, groups }, ...ofSamples.map((own) => ({ parts, groups: own }))];
}

/**
 * What is small now and has no place in these tables, but had one earlier, or is of one sample where
 * the tables have several together: whoever lays publications side by side could work it out, by
 * taking one off another.
 *
 * Worked example: the first release shows 10 mothers under 21 in 2013; the second withholds those of
 * 2014, of whom there are 3; then a case of 2014 is corrected. A third release that showed 13 for
 * 2013 and 2014 together would give away the 3.
 */
export function smallElsewhere(
  extents: ReadonlyMap<string, Extent>,
  table: Table,
  reading: Reading,
  history: History,
): Figure[] {
  return [...extents].flatMap(([key, { parts, groups }]): Figure[] => {
    if (!reading.isSmall(cellFrom(table.atoms, parts, { groups }))) return [];
    const figure: Figure = {
      ...{ key, nature: "small", unseen: true },
      atoms: atomsFor(history, parts, groups),
    };
    return numberOf(figure) > 0 ? [figure] : [];
  });
}
