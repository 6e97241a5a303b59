import type { Field } from "./field";

/** A table as the scripts name it, with its fields. */
export interface NamedTable {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly forLeads?: true;
}
