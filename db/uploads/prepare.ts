import type { SheetCell, SheetRow } from "@/domain/import/sheet";
import { seenIn } from "@/domain/import/sheets/cell";
import { readCodeLists } from "@/domain/import/sheets/code-list-rows";
import { headerRows } from "@/domain/import/sheets/columns";
import { readDrafts } from "@/domain/import/sheets/drafts";
import {
  guessKinds,
  guessMatching,
  matchedColumns,
  withValues,
} from "@/domain/import/sheets/guess";
import { isInTable, rowsBelow } from "@/domain/import/sheets/last-row";
import { matchingSchema, type SheetMatching } from "@/domain/import/sheets/matching";
import type { NamedSheet } from "@/domain/import/sheets/rows";
import { kindOf } from "../imports/sheets/file-kind";
import { readSheets } from "../imports/sheets/read-sheets";
import { bytesOf, readJson, ticketIn } from "./folder";
import {
  bookOfReading,
  keepDrafts,
  keepPreparation,
  type Prepared,
  type ReadBy,
  type SheetSummary,
} from "./prepared";

const mostFaults = 500;
const samplesShown = 3;
const longestSample = 40;
const longestHeader = 100;

/**
 * Reads the upload in a folder, by what stands there in read-by.json and matching.json: what its
 * columns hold, what cases it brings, and what is wrong with it. It needs nothing of the study, so
 * that a process of its own can do it. `progress` is told the share that is done, from 0 to 1.
 * Without a matching the most likely one is taken.
 */
export async function prepareUpload(
  folder: string,
  progress: (share: number) => void = () => {},
): Promise<void> {
  const { last } = readJson(folder, "read-by.json") as ReadBy;
  const own = bookOfReading(folder);
  const sheets = await sheetsIn(folder, (share) => progress(share * 0.7));
  if (!sheets) return;
  const chosen = readJson(folder, "matching.json");
  const known = chosen ? matchingSchema.parse(chosen) : null;
  const brought = readCodeLists(own, sheets, known ?? guessKinds(sheets, own, last), last);
  const book = bookOfReading(folder, brought.lists);
  const matching = known
    ? withValues(sheets, known, book, last)
    : guessMatching(sheets, book, last);
  progress(0.8);
  const { drafts, refused, faults: ofCases, doubts } = readDrafts(book, sheets, matching);
  const faults = [...brought.faults, ...ofCases];
  progress(0.9);
  await keepDrafts(folder, drafts);
  const prepared: Prepared = {
    sheets: sheets.map((sheet, index) => summaryOf(sheet, matching.sheets[index])),
    matching,
    columns: matchedColumns(sheets, matching, book, last),
    lists: brought.lists,
    cases: drafts.length,
    refused,
    faults: faults.slice(0, mostFaults),
    faultCount: faults.length,
    doubts: doubts.slice(0, mostFaults),
  };
  keepPreparation(folder, { kind: "prepared", prepared });
}

/** The sheets of all files of an upload, each with a name of its own; null when one is unreadable. */
export async function sheetsIn(
  folder: string,
  progress: (share: number) => void = () => {},
): Promise<NamedSheet[] | null> {
  const files = ticketIn(folder)?.files ?? [];
  const all: NamedSheet[] = [];
  for (const [index, { name }] of files.entries()) {
    const file = { name, bytes: bytesOf(folder, index) };
    const read = await readSheets(file, (share) => progress((index + share) / files.length));
    if (read.kind !== "done") {
      const message = read.kind === "refused" ? (read.problems[0]?.message ?? "") : "";
      keepPreparation(folder, { kind: "unreadable", file: name, message });
      return null;
    }
    const alone = read.value.length === 1;
    const marked = kindOf(file.bytes) !== "zip";
    for (const sheet of read.value)
      all.push({ ...sheet, marked, label: alone ? name : `${name}, sheet ${sheet.name}` });
  }
  return all;
}

const leftOut: SheetMatching = { kind: null, headerLine: 0, columns: [] };

function summaryOf(
  { label, rows, hidden, hiddenColumns }: NamedSheet,
  matched: SheetMatching = leftOut,
): SheetSummary {
  const read = rows.filter((row) => isInTable(row, matched)).slice(0, 200);
  const samples = matched.columns.map((_, index) => {
    const texts = read.map(({ cells }) => shown(cells[index]));
    return [...new Set(texts.filter((text) => text !== ""))].slice(0, samplesShown);
  });
  const below = matched.kind ? rowsBelow(rows, matched) : [];
  return {
    ...{ label, rows: rows.length, first: firstOf(rows), samples },
    ...(below.length > 0 ? { below: { rows: below.length, first: firstOf(below) } } : {}),
    ...(hidden ? { hidden } : {}),
    ...(hiddenColumns ? { hiddenColumns } : {}),
  };
}

function firstOf(rows: readonly SheetRow[]) {
  return rows.slice(0, headerRows).map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => shown(cell, longestHeader)),
  }));
}

function shown(cell: SheetCell | undefined, longest = longestSample): string {
  const text = seenIn(cell);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
