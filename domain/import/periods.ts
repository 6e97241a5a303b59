import { readDay, readKnownReference } from "./cells";
import { periodColumns } from "./columns";
import type { ImportFault } from "./faults";
import { type CsvRecord, readRows, withTooMany } from "./rows";

/** A period of involvement as a file gives it; dates such as 2012-02-29. */
export interface ImportedPeriod {
  readonly line: number;
  readonly reference: string;
  readonly startDate: string;
  readonly endDate: string;
}

/**
 * Checks involvement_periods.csv: dates that exist, no end before its start. `knownRefs` holds
 * the references that a period may belong to. Returns every fault in file order, and the periods
 * of the rows without one.
 */
export function checkPeriods(
  file: string,
  records: readonly CsvRecord[],
  knownRefs: ReadonlySet<string>,
): { periods: ImportedPeriod[]; faults: ImportFault[] } {
  const { items, faults } = readRows(file, periodColumns, records, (row) => {
    const reference = readKnownReference(row, knownRefs, "the reference of a case");
    const startDate = readDay(row, "start_date");
    const endDate = readDay(row, "end_date");
    if (startDate === null || endDate === null) return null;
    // Dates in this form sort as text.
    if (endDate < startDate)
      return row.refuse("end_date", `a date that is not before the start, ${startDate}`);
    return reference === null ? null : { line: row.line, reference, startDate, endDate };
  });
  return { periods: items, faults: withTooMany(file, items, "periods", faults) };
}
