import { pairsOfCoders } from "./pairs";
import { blank } from "./patterns";
import type { RatedFactor } from "./rated-cases";
import type { RereadFactor } from "./stages";
import { Square, upTo } from "./sums";

/**
 * What stands beside what in a table of levels, from the first ratings to the agreed level: ratings
 * held after second looks beside each other; first ratings beside what a second look made of them;
 * first ratings, and those held at the end, beside the agreed level.
 */
export const stageTables = ["again", "changed", "first-agreed", "held-agreed"] as const;
export type StageTable = (typeof stageTables)[number];

/** For each case the two levels, as places in the scale, of each thing that is counted. */
export type Crossings = readonly (readonly (readonly [number, number])[])[];

type Columns = readonly Int8Array[];

/** What two coders gave, the first one's level first, in the cases that both rated. */
export function pairCrossings({ given }: RatedFactor, a: number, b: number): Crossings {
  const [one, other] = [given[a] ?? new Int8Array(), given[b] ?? new Int8Array()];
  return Array.from(one, (level, row) => whole(level, other[row]));
}

/** Every two ratings of a case, in both orders where they differ. */
export function ratingCrossings(columns: Columns): Crossings {
  const pairs = pairsOfCoders(columns.length);
  return upTo(columns[0]?.length ?? 0).map((row) =>
    pairs.flatMap(([a, b]) => {
      const [one] = whole(columns[a]?.[row], columns[b]?.[row]);
      if (!one || one[0] === one[1]) return one ? [one] : [];
      return [one, [one[1], one[0]] as const];
    }),
  );
}

/** What a table of a stage counts. `lookedAgain` says of each case whether it had a second look. */
export function stageCrossings(
  table: StageTable,
  { given, held, agreed }: RereadFactor,
  lookedAgain: readonly boolean[],
): Crossings {
  const again = (crossings: Crossings) =>
    crossings.map((one, row) => (lookedAgain[row] ? one : []));
  if (table === "again") return again(ratingCrossings(held));
  if (table === "changed") return again(beside(given, (coder) => held[coder]));
  return beside(table === "first-agreed" ? given : held, () => agreed);
}

/** Each rating beside what stands for it in another column. */
function beside(columns: Columns, other: (coder: number) => Int8Array | undefined): Crossings {
  return upTo(columns[0]?.length ?? 0).map((row) =>
    columns.flatMap((column, coder) => whole(column[row], other(coder)?.[row])),
  );
}

function whole(one = blank, other = blank): (readonly [number, number])[] {
  return one === blank || other === blank ? [] : [[one, other]];
}

/**
 * The table of crossings: how often one level (the line) stands beside another (the column).
 *
 * Example: [[0, 1]] and [[0, 1], [2, 2]] are two in line 0 and column 1, and one in line 2 and
 * column 2.
 */
export function countCrossings(crossings: Crossings, levels: number): Square {
  const counts = new Square(levels);
  for (const ofCase of crossings) for (const [k, l] of ofCase) counts.add(k, l, 1);
  return counts;
}
