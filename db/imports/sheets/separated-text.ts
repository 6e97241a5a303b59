import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import type { Sheet, SheetRow } from "@/domain/import/sheet";
import { newAllowance } from "./allowance";
import { limits } from "./limits";
import { separatorOf } from "./separator";
import { textOf } from "./text-encoding";
import { cellTooLong, quoteOutOfPlace, unreadable } from "./unreadable";

const namedSeparator = /^"?sep=(.)"?(?:\r\n|\n|\r|$)/i;

/**
 * Reads a text with separated columns (CSV, TSV) as one sheet. Cells stay as they are written.
 * `progress` is told the share that is read. Throws Unreadable. For use inside db/.
 */
export async function readSeparatedText(
  name: string,
  bytes: Uint8Array,
  progress: (share: number) => void,
): Promise<Sheet> {
  const text = textOf(bytes);
  const [firstLine = "", named] = namedSeparator.exec(text) ?? [];
  const body = text.slice(firstLine.length);
  const separator = named ?? separatorOf(body);
  refuseCellsWithoutNumber(body, separator);

  const allowance = newAllowance();
  const rows: SheetRow[] = [];
  let line = firstLine === "" ? 1 : 2;
  const take = (written: string[]) => {
    const begins = line;
    line += 1 + written.reduce((breaks, cell) => breaks + lineBreaksIn(cell), 0);
    if (written.every((cell) => cell.trim() === "")) return null;
    if (written.some((cell) => cell.length > limits.cellCharacters))
      throw cellTooLong(name, begins);
    while (written.at(-1) === "") written.pop();
    if (written.length > limits.columns) throw unreadable("tooManyColumns");
    allowance.row();
    rows.push({ line: begins, cells: written.map(allowance.keep) });
    return null;
  };
  const parser = parse({
    delimiter: separator,
    on_record: take,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
  });
  try {
    await pipeline(Readable.from(piecesOf(body, progress)), parser, readToTheEnd);
  } catch (error) {
    throw error instanceof CsvError ? quoteOutOfPlace(line) : error;
  }
  return { name, rows };
}

// The cells of a row are all there before they can be counted.
function refuseCellsWithoutNumber(text: string, separator: string): void {
  let cells = 0;
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) cells += 1;
  if (cells > limits.cells) throw unreadable("tooManyCells");
}

function lineBreaksIn(cell: string): number {
  return /[\r\n]/.test(cell) ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
}

const pieceCharacters = 64 * 1024;

async function* piecesOf(text: string, progress: (share: number) => void) {
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = Math.min(from + pieceCharacters, text.length);
    // The two halves of a character stay together.
    if (/[\ud800-\udbff]/.test(text.charAt(to - 1))) to += 1;
    yield text.slice(from, to);
    progress(Math.min(to / text.length, 1));
    // Other requests are answered between two pieces.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Records are taken as they are found; none comes out. */
async function readToTheEnd(records: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of records);
}
