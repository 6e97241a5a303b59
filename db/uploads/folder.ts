import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/*
 * What stands in the folder of one upload: the files as they came, what they were matched to, and
 * what was read of them. None of it is the study's yet, and nothing here knows the study, so that
 * the process that reads uploads starts without it.
 */

const ticket = z.strictObject({
  personId: z.string(),
  madeAt: z.string(),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.number(), sha256: z.string() })),
});

/** Whose an upload is, and its files. */
export type Ticket = z.infer<typeof ticket>;

/** The bytes of a file of an upload. For use inside db/. */
export function bytesOf(folder: string, index: number): Uint8Array {
  return readFileSync(join(folder, `${index}.file`));
}

/** Whose the upload in a folder is; null when there is none. For use inside db/. */
export function ticketIn(folder: string): Ticket | null {
  const found = readJson(folder, "ticket.json");
  return found === null ? null : ticket.parse(found);
}

/** What a file of the folder holds; null when it is not there. For use inside db/. */
export function readJson(folder: string, name: string): unknown {
  const bytes = bytesIn(folder, name);
  return bytes && JSON.parse(bytes.toString("utf8"));
}

/** The bytes of a file of the folder; null when it is not there. For use inside db/. */
export function bytesIn(folder: string, name: string): Buffer | null {
  try {
    return readFileSync(join(folder, name));
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
