import { stringify } from "csv-stringify/sync";
import type { Field, Row } from "@/domain/dataset/field";
import { markFormulas } from "@/domain/dataset/formulas";

/**
 * Rows as lines of a CSV file (RFC 4180 but for line feeds): the names of the fields first, where
 * `header` says so. A missing cell is empty, never 0. A text that a spreadsheet could take for a
 * formula is marked (`markFormulas`), and what it could take for the end of a cell stands in
 * quotation marks.
 */
export function csvLines(
  fields: readonly Pick<Field, "name">[],
  rows: readonly Row[],
  header: boolean,
): string {
  return stringify([...rows], {
    columns: fields.map(({ name }) => name),
    header,
    cast: { string: markFormulas },
    quoted_match: /[;\t\r]/,
    record_delimiter: "unix",
  });
}
