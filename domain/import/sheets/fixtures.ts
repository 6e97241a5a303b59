import { firstCodeLists } from "../../code-lists/code-lists";
import { firstCodebook, readCodebook } from "../../codebook/codebook";
import type { Book } from "../../dataset/table";
import { faultSentence } from "../faults";
import type { SheetCell } from "../sheet";
import { readDrafts } from "./drafts";
import { guessMatching } from "./guess";
import type { NamedSheet } from "./rows";

const codebook = readCodebook(firstCodebook);

/** The lists and the codebook that a new study starts with. */
export const firstBook: Book = { lists: firstCodeLists, codebook, codebookOf: () => codebook };

/** A sheet of these rows, numbered from 1; blank lines count and are left out. */
export function sheetOf(name: string, ...rows: readonly (readonly SheetCell[])[]): NamedSheet {
  const numbered = rows.map((cells, index) => ({ line: index + 1, cells }));
  return {
    name,
    label: name,
    rows: numbered.filter(({ cells }) => cells.some((cell) => cell !== "")),
  };
}

/** The keys of the risk factors, in their order. */
export const factorKeys = codebook.factors.map(({ key }) => key);

/** Reads sheets as they seem to be meant, without anybody correcting anything. */
export function read(...sheets: NamedSheet[]) {
  const { drafts, refused, faults } = readDrafts(
    firstBook,
    sheets,
    guessMatching(sheets, firstBook, null),
  );
  return { drafts, refused, faults: faults.map(faultSentence) };
}

/** The headers that every row of cases needs. */
export const basics = ["Ref", "Sample", "Case type", "Incident type"];

/** A row under them. */
export const case1 = ["2015-01", "2015", "s31", "suicide"];
