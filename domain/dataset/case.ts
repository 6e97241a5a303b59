import type { CaseRecord } from "../case-record/case-record";

/**
 * One case of the dataset: its record and, once committed, the agreed level of each factor by level
 * key. `levels`, `version`, `codebookVersion` and `committedOn` are null until then.
 */
export interface DatasetCase {
  readonly reference: string;
  readonly origin: "registered" | "imported";
  readonly record: CaseRecord;
  readonly levels: Readonly<Record<string, string>> | null;
  readonly version: number | null;
  readonly codebookVersion: string | null;
  /** A UTC instant, or a date such as 2016-02-29. */
  readonly committedOn: string | null;
}
