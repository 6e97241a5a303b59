import type { MeetingNotes } from "@/db/reconciliation/meeting-notes";
import { formatDateTime } from "@/domain/dates";

/** The meeting notes as the room shows them. */
export function notesView(versions: readonly MeetingNotes[]) {
  const [last] = versions;
  return {
    text: last?.text ?? "",
    revision: last?.revision ?? 0,
    saved: last ? savedInWords(last) : "",
  };
}

/** Who saved meeting notes, and when. */
export function savedInWords({ savedBy, savedAt }: MeetingNotes): string {
  return `Saved by ${savedBy ?? "the command line"}, ${formatDateTime(savedAt)}`;
}
