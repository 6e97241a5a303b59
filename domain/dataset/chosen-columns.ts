import type { Problem } from "../outcome";
import { type ExportChoice, listed } from "./choice";
import type { Field } from "./field";
import type { Book, TableKind } from "./table";

/** Whether people wrote in a field in their own words. */
export function isFreeText(field: Field): boolean {
  return field.type === "text" && field.free === true;
}

/**
 * The fields of a table that a choice takes along: those that name its rows, and the chosen ones or
 * all; none in people's own words unless those go along.
 */
export function chosenFields(
  kind: TableKind,
  book: Book,
  { columns, freeText }: Pick<ExportChoice, "columns" | "freeText">,
): Field[] {
  const chosen = columns[kind.name];
  return kind
    .fields(book)
    .filter((field) => freeText || !isFreeText(field))
    .filter(({ name }) => !chosen || kind.key.includes(name) || chosen.includes(name));
}

/** The name of the form field, and of the part of an address, with the columns of a table. */
export function columnsOf(table: string): string {
  return `columns-${table}`;
}

/** The columns of a choice that their table does not have, a problem for each table. */
export function unknownColumns(
  kinds: readonly TableKind[],
  book: Book,
  { columns }: Pick<ExportChoice, "columns">,
): Problem[] {
  return kinds.flatMap((kind) => {
    const names = kind.fields(book).map(({ name }) => name);
    const unknown = (columns[kind.name] ?? []).filter((name) => !names.includes(name));
    if (unknown.length === 0) return [];
    const message = `There is no column ${listed(unknown.map(shortened))} in ${kind.name}: select others`;
    return [{ field: columnsOf(kind.name), message }];
  });
}

/** A text as a message repeats it: its beginning, where it is long. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
