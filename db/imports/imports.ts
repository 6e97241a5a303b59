import type { Viewer } from "../people";
import type { ImportedFile } from "./import-drafts";
import type { DraftCounts, TotalDifference } from "./review";

/** An import as the list of imports shows it. */
export interface ImportLine {
  readonly id: string;
  readonly madeAt: string;
  /** Null when it was made from the command line. */
  readonly madeBy: string | null;
  readonly files: readonly ImportedFile[];
  readonly counts: DraftCounts;
  /** Null unless it was undone. */
  readonly undone: {
    readonly at: string;
    readonly by: string | null;
    readonly reason: string;
  } | null;
}

/** A case that an import made or changed. */
export interface ImportedCaseLine {
  readonly reference: string;
  readonly kind: "new" | "changed";
  /** Whether it was committed by the import. */
  readonly committed: boolean;
  /** How many coders' independent ratings came with it. */
  readonly ratingSets: number;
}

/** An import with its cases and the totals that differed, as far as the viewer may learn them. */
export interface ImportView extends ImportLine {
  readonly reason: string;
  /** The first 100 of its cases, by reference. */
  readonly cases: readonly ImportedCaseLine[];
  /** The first 100 of the totals that differed, by reference. */
  readonly totals: readonly TotalDifference[];
  readonly mayUndo: boolean;
}

/** Every import, newest first; null for those who may not import. */
export async function listImports(viewer: Viewer): Promise<ImportLine[] | null> {
  throw new Error(viewer.id);
}

/** One import; null when there is none with this id, and for those who may not import. */
export async function getImport(viewer: Viewer, id: string): Promise<ImportView | null> {
  throw new Error(`${viewer.id} ${id}`);
}

/**
 * How columns and values were matched in the newest import; null when there is none, and for those
 * who may not import.
 */
export async function lastMatching(viewer: Viewer): Promise<unknown> {
  throw new Error(viewer.id);
}
