import type { Outcome } from "@/domain/outcome";
import type { Viewer } from "../people";

/**
 * Undoes an import, as long as nothing is built on it: the cases it made go, the records it changed
 * are as before. Refused with the field "" and a sentence that names cases in the way, and with the
 * field "reason" without one. Only leads may.
 */
export async function undoImport(viewer: Viewer, id: string, reason: string): Promise<Outcome> {
  throw new Error(`${viewer.id} ${id} ${reason}`);
}
