import { codeListFields } from "../../dataset/code-lists-table";
import type { Book } from "../../dataset/table";
import { datasetTables } from "../../dataset/tables";
import type { SheetMatching } from "./matching";

/**
 * Whether the headers of a sheet are those that Concord writes: each the name of a field of one of
 * its tables, to the letter, references or code lists among them. Only in text files of its own do
 * texts bear the marks of `markFormulas`; in those of others a quotation mark is the author’s.
 */
export function hasOwnHeaders({ columns }: Pick<SheetMatching, "columns">, book: Book): boolean {
  const headers = columns.map(({ header }) => header).filter((header) => header !== "");
  const tables = [...datasetTables.map(({ fields }) => fields(book)), codeListFields];
  return tables.some((fields) => {
    const names = fields.map(({ name }) => name);
    return headers.includes(names[0] ?? "") && headers.every((header) => names.includes(header));
  });
}
