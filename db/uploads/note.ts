import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { reasonSchema } from "@/domain/reason";
import type { Viewer } from "../people/people";
import { readJson, writeJson } from "./folder";
import { ownUpload } from "./uploads";

const file = "note.json";

/**
 * Keeps what was typed so far of the note on the import that is to come of an upload of the viewer:
 * the page on which it is typed can be left for another part of its lists. Nothing of it is in the
 * study. Refused, for the field "reason", when it is too long.
 */
export async function keepNote(viewer: Viewer, id: string, note: string): Promise<Outcome> {
  const own = ownUpload(viewer, id);
  if (!own) return notFound;
  const typed = reasonSchema().safeParse(note);
  if (!typed.success) return refused("reason", typed.error.issues[0]?.message ?? "");
  writeJson(own.folder, file, typed.data);
  return done();
}

/** What was kept of it; "" where nothing was, and for an upload that is not the viewer's. */
export async function keptNote(viewer: Viewer, id: string): Promise<string> {
  const own = ownUpload(viewer, id);
  return own ? String(readJson(own.folder, file) ?? "") : "";
}
