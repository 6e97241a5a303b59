import type { CodeLists } from "../code-lists/code-lists";
import type { Codebook } from "../codebook/codebook";
import type { DatasetCase } from "./case";
import type { Field, Row } from "./field";
import type { RatedCase } from "./rated-case";

/** What the tables are made by: the code lists now, and the codebook that new cases are rated by. */
export interface Book {
  readonly lists: CodeLists;
  readonly codebook: Codebook;
  /** The codebook of a version, for cases that were rated by an earlier one. */
  readonly codebookOf: (version: string) => Codebook;
}

/** A table of the dataset: its fields, and the rows that a case has in it. */
export interface TableKind<Each extends DatasetCase = RatedCase> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The fields that together name a row. */
  readonly key: readonly string[];
  readonly fields: (book: Book) => readonly Field[];
  readonly rowsOf: (book: Book, each: Each) => readonly Row[];
  /** It holds what coders gave independently: leads alone have it. */
  readonly forLeads?: true;
}

/**
 * Where a table lies in a zip, without the ending of its file: what leads alone have is in a folder
 * of its own, so that the rest is the same for everybody.
 * Examples: "children"; "for-leads/ratings".
 */
export function placeOf({ name, forLeads }: Pick<TableKind, "name" | "forLeads">): string {
  return forLeads ? `for-leads/${name}` : name;
}

/** The reference of a case, with which the rows of every table begin. */
export const caseRef: Field = {
  type: "text",
  name: "case_ref",
  label: "Reference",
  description: "The pseudonymous reference of the case.",
};
