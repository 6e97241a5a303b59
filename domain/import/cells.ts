import { keysOf } from "../cases";
import { type Factor, levelWithScore } from "../codebook/codebook";
import { firstDay, isDay } from "../dates";
import { orList } from "./faults";
import type { Row } from "./rows";

/** The code in a cell; null, and a fault, when the list does not have it. */
export function readCode<K extends string>(
  row: Row,
  column: string,
  list: Record<K, unknown>,
): K | null {
  const keys = keysOf(list);
  const code = keys.find((key) => key === row.cell(column));
  return code ?? row.refuse(column, orList(keys));
}

/** The code in a cell, or null where it is blank: not recorded. A fault for any other text. */
export function readCodeOrBlank<K extends string>(
  row: Row,
  column: string,
  list: Record<K, unknown>,
): K | null {
  const keys = keysOf(list);
  const code = keys.find((key) => key === row.cell(column));
  if (code !== undefined) return code;
  return row.cell(column) === "" ? null : row.refuse(column, orList([...keys, "blank"]));
}

/** The scores of a factor as they are written in a file, from the lowest: "0", "2", "3". */
export function scoresOf(factor: Factor): string[] {
  return factor.levels.map((level) => String(level.score)).sort();
}

/**
 * The level key that belongs to the score in a cell. The text must be the score exactly: "3", not
 * "03", "3.0" or "High". Null, and a fault, for anything else, and for a score that the factor
 * does not have, such as 1 on the child protection plan. `orBlank` says whether the fault offers
 * blank too; blank itself is for the caller to look at first.
 */
export function readScore(
  row: Row,
  column: string,
  factor: Factor,
  orBlank: boolean,
): string | null {
  const scores = scoresOf(factor);
  const text = scores.find((score) => score === row.cell(column));
  const level = text === undefined ? undefined : levelWithScore(factor, Number(text));
  return level?.key ?? row.refuse(column, orList(orBlank ? [...scores, "blank"] : scores));
}

/** The date in a cell; null, and a fault, when it is not one that exists. */
export function readDay(row: Row, column: string): string | null {
  const text = row.cell(column);
  if (!isDay(text)) return row.refuse(column, "a date that exists, such as 2014-10-14");
  return text >= firstDay ? text : row.refuse(column, "a date from 1900-03-01 on");
}

/** The reference in a cell; null, and a fault, when it is not one of the `known`. */
export function readKnownReference(
  row: Row,
  known: ReadonlySet<string>,
  expected: string,
): string | null {
  const reference = row.cell("case_ref");
  return known.has(reference) ? reference : row.refuse("case_ref", expected);
}
