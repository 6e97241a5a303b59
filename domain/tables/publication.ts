import type { Steps } from "../steps";
import { publishFamily, type Seen, type WithheldKeys } from "./family";
import { sumsOfRatings } from "./known-ratings";
import { subtotalOf } from "./lines";
import { type CellWithheld, cellKey, type PublishedTable } from "./published-table";
import type { Column, FilledLine, Table } from "./table";

/** What readers have seen so far, by what is counted. Nothing, to begin with. */
export type Published = ReadonlyMap<string, Seen>;

/** The tables and charts of one release, and the largest count that is withheld. */
export interface Report {
  /** Names the release; no two have the same. */
  readonly name: string;
  readonly tables: readonly Table[];
  readonly smallest: number;
}

/**
 * The tables of a release as they may be published, after those that were published before.
 *
 * Withheld are counts from 1 to `smallest`, counts of things in so few cases, means and ranges over
 * fewer than ten cases, and whatever would let a reader work one of those out: from the same table,
 * from another that counts the same, or from an earlier release. How many cases there are in all is
 * known to everybody: totals of cases and Table 1 are always shown. How many children there are is
 * not. A law group whose number of cases is withheld is not in chart 2.
 *
 * Worked example: three cases of one type with the mean 11, the lowest rating 5 and the highest 19
 * can only be 5, 9 and 19. All four figures are withheld.
 */
export function* publish(
  before: Published,
  report: Report,
): Steps<{ published: Published; tables: PublishedTable[] }> {
  const published = new Map(before);
  const withheld = new Map<string, WithheldKeys>();
  const isHiddenIn = (family: string) => (column: Column) =>
    family === "chart_1" && hasHiddenBase(column, report, withheld.get("table_6"));
  for (const [name, tables] of familiesOf(report.tables.filter(isNotKnown))) {
    const { name: release, smallest } = report;
    const isHidden = isHiddenIn(name);
    const sumsElsewhere =
      name === "chart_1" ? ratingsOf(tables, report, withheld.get("table_6")) : [];
    const own = { release, tables, smallest, isHidden, sumsElsewhere };
    const family = yield* publishFamily(before.get(name), own);
    published.set(name, family.seen);
    withheld.set(name, family.withheld);
  }
  const marked = report.tables.map((table) => {
    const name = familyOf(table);
    return withMarks(table, withheld.get(name), isHiddenIn(name));
  });
  return { published, tables: marked };
}

/** What the means of Table 10 and the charts tell of each other. */
function ratingsOf(charts: readonly Table[], { tables }: Report, caseTypes?: WithheldKeys) {
  const table10 = tables.find(({ kind }) => kind.output === "table_10");
  const isHidden = (key: string) =>
    caseTypes?.counts.has(key) === true || caseTypes?.means.has(key) === true;
  return sumsOfRatings(charts, table10, isHidden);
}

/** Table 1 says what everybody knows. */
function isNotKnown({ kind: { output } }: Table): boolean {
  return output !== "table_1";
}

/** Tables that count the same things of the same cases, which give each other away. */
function familiesOf(tables: readonly Table[]): Map<string, Table[]> {
  const families = new Map<string, Table[]>();
  for (const table of tables)
    families.set(familyOf(table), [...(families.get(familyOf(table)) ?? []), table]);
  return families;
}

function familyOf({ kind: { output } }: Table): string {
  if (output === "table_10" || output === "range") return "table_6";
  return output === "chart_2" ? "chart_1" : output;
}

/** Whether a column of chart 2 is of a law group whose number of cases Table 6 withholds. */
function hasHiddenBase(
  column: Column,
  { tables }: Report,
  caseTypes: WithheldKeys | undefined,
): boolean {
  if (column.unseen) return true;
  const table6 = tables.find(({ kind }) => kind.output === "table_6");
  const line = subtotalOf(table6?.lines ?? [], column.key);
  const sample = table6?.columns.find(({ key }) => key === "this");
  return line && sample ? caseTypes?.counts.has(cellKey(line.parts, sample)) === true : false;
}

function withMarks(
  { atoms: _atoms, ...table }: Table,
  keys: WithheldKeys | undefined,
  isHidden: (column: Column) => boolean,
): PublishedTable {
  const isCountWithheld = (parts: readonly string[], column: Column) =>
    isHidden(column) || keys?.counts.has(cellKey(parts, column)) === true;
  const all = table.lines.find(({ look }) => look === "total")?.parts;
  const markOf = ({ parts, measure, shareOf = all }: FilledLine, column: Column): CellWithheld => {
    const count = isCountWithheld(parts, column);
    const values = measure === "mean" ? keys?.means : keys?.ranges;
    const value = count || values?.has(cellKey(parts, column)) === true;
    const hidesShare =
      table.kind.percent && shareOf !== undefined && isCountWithheld(shareOf, column);
    return { count, value, ...(hidesShare && !count && { share: true }) };
  };
  return {
    ...table,
    lines: table.lines.map((line) => ({
      ...line,
      withheld: table.columns.map((column) => markOf(line, column)),
    })),
  };
}
