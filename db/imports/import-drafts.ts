import type { Outcome } from "@/domain/outcome";
import type { Viewer } from "../people";
import type { Drafts } from "./review";

/** A file of an import, by name, with the SHA-256 of its bytes in hexadecimal. */
export interface ImportedFile {
  readonly name: string;
  readonly sha256: string;
}

/** An import to be made. */
export interface DraftImport {
  readonly files: readonly ImportedFile[];
  /** How columns and values were matched, for the next import. No value of the study is in it. */
  readonly matching: unknown;
  readonly drafts: Drafts;
  /** Needed when a case changes that is in the dataset. */
  readonly reason: string;
  /** `seen` of the review that was shown: refused when the study would not give the same now. */
  readonly seen?: string;
}

/**
 * Takes drafts into the study, all or nothing. Refused with every fault, each with the name of its
 * sheet as the field; with the field "reason" when one is needed, and with the field "seen" when
 * the study has changed since the review. Only leads may.
 */
export async function importDrafts(
  viewer: Viewer,
  made: DraftImport,
): Promise<Outcome<{ id: string }>> {
  throw new Error(`${viewer.id} ${made.reason}`);
}
