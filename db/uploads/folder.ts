import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { dataDirectory } from "../store/store";

/*
 * An upload is a folder of its own beside the database until its cases are imported or it is thrown
 * away: the files as they came, what they were matched to, and what was read of them. None of it is
 * the study's yet.
 */

const uploadId = z.uuid();

const ticket = z.strictObject({
  personId: z.string(),
  madeAt: z.string(),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.number(), sha256: z.string() })),
});

/** Whose an upload is, and its files. */
export type Ticket = z.infer<typeof ticket>;

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

/** The bytes of a file of an upload. For use inside db/. */
export function bytesOf(folder: string, index: number): Uint8Array {
  return readFileSync(join(folder, `${index}.file`));
}

/** Whose the upload in a folder is; null when there is none. For use inside db/. */
export function ticketIn(folder: string): Ticket | null {
  const found = readJson(folder, "ticket.json");
  return found === null ? null : ticket.parse(found);
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

/** What a file of the folder holds; null when it is not there. For use inside db/. */
export function readJson(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Writes a file of the folder, whole or not at all. For use inside db/. */
export function writeJson(folder: string, name: string, content: unknown): void {
  const beside = join(folder, `${name}.${crypto.randomUUID()}`);
  writeFileSync(beside, JSON.stringify(content), { mode: 0o600 });
  renameSync(beside, join(folder, name));
}
