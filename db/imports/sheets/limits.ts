const megabyte = 1024 * 1024;

/**
 * How much of a file is read before it is refused. A workbook of 100,000 rows and 30 columns has
 * 17 MB, unpacks to 107 MB and holds 3,000,000 cells.
 */
export const limits = {
  fileBytes: 25 * megabyte,
  entries: 1000,
  /** What comes out of a workbook, counted as it comes; what the file says of it is not believed. */
  unpackedBytes: 500 * megabyte,
  /** How much comes out for each byte of a part. Blank cells and rows alone give 10 to 30. */
  unpackedPerByte: 200,
  /** The ratio is looked at from here on: a short part may repeat itself. */
  ratioFrom: megabyte,
  /** Between two tags, and how deep they may lie in each other. */
  markupCharacters: megabyte,
  depth: 64,
  /** Of a sheet’s name. */
  nameCharacters: 255,
  columns: 1000,
  rows: 500_000,
  cells: 5_000_000,
  /** Of a cell; no spreadsheet program holds more. */
  cellCharacters: 32_767,
  /** Of a cell as it is written in the file: some characters take seven there. */
  writtenCharacters: 7 * 32_767,
  formats: 100_000,
  /** Of all different texts together. */
  characters: 100_000_000,
} as const;
