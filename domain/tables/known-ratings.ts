import { subtotalOf } from "./lines";
import { cellKey } from "./published-table";
import type { Column, FilledLine, Table } from "./table";

/**
 * A sum over the parts of some groups, each by its weight, that a reader knows from elsewhere, or must
 * not come to know.
 */
export interface SumElsewhere {
  readonly key: string;
  readonly groups: readonly string[];
  readonly weights: ReadonlyMap<string, number>;
  readonly sum: number;
  readonly isShown: boolean;
}

/**
 * What the means of Table 10 and the charts tell of each other: the risk ratings of the cases of a
 * column add up to the levels of all factors, each as often as its score. Where a mean is shown, so is
 * that sum. Where it is withheld, for its own sake or for that of another, the levels must not add up
 * to it either.
 *
 * Worked example: ten cases have the mean 12.0 and so risk ratings of 120 together. Where all levels
 * of all factors are shown but those of one, that one's High, Medium and Low are 120 less all others,
 * three times, twice and once: with few cases there may be one way to get that alone. Were the mean
 * withheld, and all levels of all factors shown, they would add up to the 120.
 */
export function sumsOfRatings(
  charts: readonly Table[],
  table10: Table | undefined,
  isWithheld: (key: string) => boolean,
): SumElsewhere[] {
  const place = table10?.columns.findIndex(({ key }) => key === "this") ?? -1;
  const sample = table10?.columns[place];
  if (!table10 || !sample) return [];
  return charts.flatMap(({ columns, lines }) =>
    columns.flatMap((column) => {
      const line = lineOf(table10.lines, column);
      const cell = line?.cells[place];
      if (!line || !cell?.values) return [];
      const isShown = !isWithheld(cellKey(line.parts, sample));
      const weights = new Map(lines.flatMap(({ parts }) => parts).flatMap(scoreOf));
      const { key, groups } = column;
      return [{ key: `ratings ${key}`, groups, weights, sum: cell.sum, isShown }];
    }),
  );
}

/** The line of Table 10 with the cases of a column of a chart. */
function lineOf(lines: readonly FilledLine[], { key }: Column): FilledLine | undefined {
  if (key === "this") return lines.find(({ look }) => look === "total");
  if (key !== "both") return subtotalOf(lines, key);
  // Where there is one type of both laws, it is a line by itself, between private law and the total.
  const ofPrivate = subtotalOf(lines, "private");
  const [first, ...more] = ofPrivate ? lines.slice(lines.indexOf(ofPrivate) + 1) : [];
  return more.length === 1 ? first : subtotalOf(lines, "public_and_private");
}

/** The score of a part such as "neglect 3"; a level without a score adds nothing. */
function scoreOf(part: string): [string, number][] {
  const score = Number(part.split(" ").at(-1));
  return score > 0 ? [[part, score]] : [];
}
