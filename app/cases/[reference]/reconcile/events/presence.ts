import type { Viewer } from "@/db/people/people";

/** One page of a room that is open on somebody's screen. */
interface Present {
  readonly person: Viewer;
  /** Called when somebody comes or goes. */
  readonly tell: () => void;
}

const rooms = new Map<string, Set<Present>>();

/** Somebody is in the room of a case now; returns what makes them leave. */
export function enter(reference: string, present: Present): () => void {
  const room = rooms.get(reference) ?? new Set();
  rooms.set(reference, room.add(present));
  tellAll(room);
  return () => {
    room.delete(present);
    if (room.size === 0 && rooms.get(reference) === room) rooms.delete(reference);
    tellAll(room);
  };
}

/** The names of the others who are in the room, in alphabetical order, each person once. */
export function othersIn(reference: string, { id }: Viewer): string[] {
  const names = new Map<string, string>();
  for (const { person } of rooms.get(reference) ?? [])
    if (person.id !== id) names.set(person.id, person.name);
  return [...names.values()].sort((one, other) => one.localeCompare(other, "en-GB"));
}

function tellAll(room: ReadonlySet<Present>): void {
  for (const { tell } of [...room]) tell();
}
