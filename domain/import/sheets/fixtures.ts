import { firstCodeLists } from "../../code-lists/code-lists";
import { firstCodebook, readCodebook } from "../../codebook/codebook";
import type { Book } from "../../dataset/table";
import type { SheetCell } from "../sheet";
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
