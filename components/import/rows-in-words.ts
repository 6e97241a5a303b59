/** How many rows there are of a sheet, or below its table: "1 row", "1,200 rows". */
export function rowsInWords({ rows }: { readonly rows: number }): string {
  return rows === 1 ? "1 row" : `${rows.toLocaleString("en-GB")} rows`;
}
