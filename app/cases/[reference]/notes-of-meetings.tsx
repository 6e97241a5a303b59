import { Details } from "@/components/ui/details";
import type { MeetingNotes } from "@/db/reconciliation/meeting-notes";
import { savedInWords } from "./reconcile/notes-view";

/** The notes of a case’s meetings, and what stood there before. */
export function NotesOfMeetings({ versions }: { versions: readonly MeetingNotes[] }) {
  const [last, ...before] = versions;
  if (!last) return null;
  return (
    <section aria-labelledby="meeting-notes">
      <h2 id="meeting-notes">Meeting notes</h2>
      <Version version={last} />
      {before.length > 0 && (
        <Details summary={`Earlier versions (${before.length})`}>
          {before.map((version) => (
            <Version version={version} key={version.revision} />
          ))}
        </Details>
      )}
    </section>
  );
}

function Version({ version }: { version: MeetingNotes }) {
  return (
    <>
      <p className="note-text">{version.text || "Empty"}</p>
      <p className="muted">{savedInWords(version)}</p>
    </>
  );
}
