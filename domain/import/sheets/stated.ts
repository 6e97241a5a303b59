import { periodMonths } from "../stated-totals";
import type { MatchedRow } from "./matched-row";
import type { Target } from "./targets";

/** Totals that a row states, by the names that they are compared by. */
export type Stated = Record<string, string | number>;

/** What a row of cases states of what Concord computes, but for its periods. */
export function statedIn(row: MatchedRow, targets: readonly Target[]): Stated {
  const stated: Stated = {};
  for (const { key, field, compared } of targets) {
    if (!compared || key.includes(".")) continue;
    const value = readTotal(row, key, field.type === "code");
    if (value !== null) stated[key] = value;
  }
  return stated;
}

/**
 * The months that a row states of periods; `places` come before the names of their columns, in the
 * order that the periods have within the case, after the `earlier` ones.
 */
export function statedMonths(row: MatchedRow, places: readonly string[], earlier = 0): Stated {
  const stated: Stated = {};
  for (const [index, place] of places.entries()) {
    const value = readTotal(row, `${place}months`);
    if (value !== null) stated[periodMonths(earlier + index + 1)] = value;
  }
  return stated;
}

function readTotal(row: MatchedRow, key: string, isCode = false): string | number | null {
  if (!row.filled(key)) return null;
  const value = isCode ? row.code(key) : row.text(key);
  if (value === "") return row.refuse(key, "a total to compare, or blank");
  if (value === null || isCode) return value;
  if (/^\d+(\.0+)?$/.test(value)) return Number(value);
  if (Number.isNaN(Number(value))) row.doubtOnce(key, notRead[key] ?? nothingElseRead, value);
  return value;
}

const nothingElseRead = "a number to compare; nothing else is read from here";
const notRead: Readonly<Record<string, string>> = {
  index_children:
    "how many children there are, to compare; children in one cell are not read, but those in columns such as “Child 1 age”, or in a sheet with a row for each",
};
