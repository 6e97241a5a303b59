import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { type BroughtLists, withBrought } from "@/domain/code-lists/brought";
import type { CodeLists } from "@/domain/code-lists/code-lists";
import type { Codebook } from "@/domain/codebook/codebook";
import type { Book } from "@/domain/dataset/table";
import type { CaseDraft } from "@/domain/import/draft";
import type { ImportFault } from "@/domain/import/faults";
import type { MatchedColumn } from "@/domain/import/sheets/guess";
import type { Matching } from "@/domain/import/sheets/matching";
import { readJson, writeJson } from "./folder";

/** What an upload is read by: the lists and the codebook as they were when it was read. */
export interface ReadBy {
  readonly lists: CodeLists;
  readonly codebook: Codebook;
  readonly last: Matching | null;
  /** Whether the study had no case then. */
  readonly isNew: boolean;
}

/**
 * The code lists and the codebook by which the upload in a folder was read, with what it brings
 * itself: cases can have values that come with their file. For use inside db/.
 */
export function bookOfReading(folder: string, brought: BroughtLists = {}): Book {
  const { lists, codebook, isNew } = readJson(folder, "read-by.json") as ReadBy;
  return { lists: withBrought(lists, brought, isNew), codebook, codebookOf: () => codebook };
}

/** A sheet of an upload, for a page to show. */
export interface SheetSummary {
  readonly label: string;
  readonly rows: number;
  /** Whether its workbook hides it. */
  readonly hidden?: true;
  /** The columns that its workbook hides, 0 being the first; not there for none. */
  readonly hiddenColumns?: readonly number[];
  /** The first rows, among which the headers are. */
  readonly first: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** How many rows stand below the last that is read, and the first of them; not there for none. */
  readonly below?: {
    readonly rows: number;
    readonly first: readonly { readonly line: number; readonly cells: readonly string[] }[];
  };
  /** For each column a few texts that stand in it. */
  readonly samples: readonly (readonly string[])[];
}

/** What was read of an upload, and how. */
export interface Prepared {
  readonly sheets: readonly SheetSummary[];
  readonly matching: Matching;
  readonly columns: readonly MatchedColumn[];
  /** The code lists that are in it. */
  readonly lists?: BroughtLists;
  /** How many cases can be imported as far as the files go, and how many have a fault. */
  readonly cases: number;
  readonly refused: number;
  /** The first 500 faults of the files alone. */
  readonly faults: readonly ImportFault[];
  readonly faultCount: number;
  /** The first 500 doubts; not there in what was read before there were any. */
  readonly doubts?: readonly ImportFault[];
}

/**
 * A fingerprint of how the words and scores of an upload are matched, for a form of them to be known
 * as one from before they were matched otherwise.
 */
export function matchingSeen({ matching, columns }: Prepared): string {
  const hash = createHash("sha256").update(JSON.stringify([matching, columns]));
  return hash.digest("hex").slice(0, 16);
}

/** What came of reading an upload: a file that cannot be read has one sentence that says why. */
export type Preparation =
  | { readonly kind: "prepared"; readonly prepared: Prepared }
  | { readonly kind: "unreadable"; readonly file: string; readonly message: string };

/** What was last read of the upload in a folder; null before it was read. For use inside db/. */
export function preparationIn(folder: string): Preparation | null {
  return readJson(folder, "prepared.json") as Preparation | null;
}

/** Stores what was read of an upload. For use inside db/. */
export function keepPreparation(folder: string, preparation: Preparation): void {
  writeJson(folder, "prepared.json", preparation);
}

/** A fault in a row of the files that only the study shows. */
export interface FaultOfRow {
  readonly sheet: string;
  readonly line: number;
  readonly fault: string;
}

/** The files of the folder with those faults, and with the copy that has all. For use inside db/. */
export const copyFiles = { study: "study-faults.json", copy: "faults.xlsx" };

const draftsFile = "drafts.ndjson";
const draftsPerLine = 200;

/** Stores the drafts of an upload. For use inside db/. */
export async function keepDrafts(folder: string, drafts: readonly CaseDraft[]): Promise<void> {
  const beside = join(folder, `${draftsFile}.new`);
  const out = createWriteStream(beside, { mode: 0o600 });
  for (let start = 0; start < drafts.length; start += draftsPerLine)
    if (!out.write(`${JSON.stringify(drafts.slice(start, start + draftsPerLine))}\n`))
      await once(out, "drain");
  out.end();
  await finished(out);
  await rename(beside, join(folder, draftsFile));
}

/**
 * The drafts of an upload, some at a time. No more of the file is read than is asked for: an import
 * takes long, and what was read ahead of it would be held meanwhile. For use inside db/.
 */
export async function* draftsIn(folder: string): AsyncGenerator<readonly CaseDraft[]> {
  let begun = "";
  for await (const piece of createReadStream(join(folder, draftsFile), "utf8")) {
    const lines = `${begun}${piece}`.split("\n");
    begun = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as CaseDraft[];
  }
  if (begun !== "") throw new Error("The drafts of an upload end in the middle of a line");
}
