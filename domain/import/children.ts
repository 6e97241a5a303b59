import { type ChildOutcome, childOutcomes, type Sex, sexes } from "../cases";
import { readCode, readKnownReference } from "./cells";
import { childColumns } from "./columns";
import type { ImportFault } from "./faults";
import { type CsvRecord, type Row, readRows, withTooMany } from "./rows";

/** An index child as a file gives it; age in whole years at the incident. */
export interface ImportedChild {
  readonly line: number;
  readonly reference: string;
  readonly ageYears: number;
  readonly sex: Sex;
  readonly outcome: ChildOutcome;
}

function readAge(row: Row): number | null {
  const text = row.cell("age_years");
  return /^([0-9]|1[0-7])$/.test(text)
    ? Number(text)
    : row.refuse("age_years", "a whole number from 0 to 17");
}

/**
 * Checks children.csv: a row for each index child. `knownRefs` holds the references that a child
 * may belong to. Returns every fault in file order, and the children of the rows without one.
 */
export function checkChildren(
  file: string,
  records: readonly CsvRecord[],
  knownRefs: ReadonlySet<string>,
): { children: ImportedChild[]; faults: ImportFault[] } {
  const { items, faults } = readRows(file, childColumns, records, (row) => {
    const reference = readKnownReference(row, knownRefs, "the reference of a case");
    const ageYears = readAge(row);
    const sex = readCode(row, "sex", sexes);
    const outcome = readCode(row, "outcome", childOutcomes);
    if (reference === null || ageYears === null || sex === null || outcome === null) return null;
    return { line: row.line, reference, ageYears, sex, outcome };
  });
  return { children: items, faults: withTooMany(file, items, "index children", faults) };
}
