import type { Field } from "./field";

/** A table as the scripts name it: the file it lies in, without the ending, and its fields. */
export interface NamedTable {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
}
