import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { dataDirectory } from "../store/store";
import { type Ticket, ticketIn, writeJson } from "./folder";

/*
 * An upload is a folder of its own beside the database until its cases are imported or it is thrown
 * away.
 */

const uploadId = z.uuid();

function folderOfUploads(): string {
  return join(dataDirectory(), "uploads");
}

/** The folder of an upload and whose it is; null when there is none with this id. For use inside db/. */
export function uploadWith(id: string): { folder: string; ticket: Ticket } | null {
  if (!uploadId.safeParse(id).success) return null;
  const folder = join(folderOfUploads(), id);
  const ticket = ticketIn(folder);
  return ticket && { folder, ticket };
}

/** Makes the folder of a new upload, with its files in it, and gives its id. For use inside db/. */
export function makeFolder(made: Ticket, files: readonly Uint8Array[]): string {
  const id = crypto.randomUUID();
  const folder = join(folderOfUploads(), id);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [index, bytes] of files.entries())
    writeFileSync(join(folder, `${index}.file`), bytes, { mode: 0o600 });
  writeJson(folder, "ticket.json", made);
  return id;
}

/** The ids of all uploads. For use inside db/. */
export function uploadIds(): string[] {
  try {
    return readdirSync(folderOfUploads()).filter((name) => uploadId.safeParse(name).success);
  } catch {
    return [];
  }
}

/** Throws an upload of `uploadIds` away, with its files. For use inside db/. */
export function removeUpload(id: string): void {
  rmSync(join(folderOfUploads(), id), { recursive: true, force: true });
}
