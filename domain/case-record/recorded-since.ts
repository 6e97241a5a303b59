import { formatDateTime } from "../dates";
import type { Problem } from "../outcome";
import { type Fact, type Section, sections } from "./case-record";
import type { FactChange } from "./words";

/** A revision of a record in words, as the history has it: who made it and when, and what it changed. */
export interface Recorded {
  readonly at: string;
  /** Null when it was done from the command line. */
  readonly who: string | null;
  readonly changes: readonly FactChange[];
}

const mostShown = 200;

/**
 * What these revisions, the newest first, left in the facts of a section: each fact that they
 * changed beside its field, as it is recorded now, and who changed it last.
 * Example: "Index incident type, now recorded: Suicide (fatal). Changed by Lena, 14 October 2014,
 * 14:30."
 */
export function recordedSince(section: Section, revisions: readonly Recorded[]): Problem[] {
  const facts: readonly Fact[] = sections[section].facts;
  return facts.flatMap((fact) => {
    const last = revisions.find(({ changes }) => changes.some((one) => one.fact === fact));
    const change = last?.changes.find((one) => one.fact === fact);
    if (!last || !change) return [];
    const now = shortened(change.after.join("; ")) || "nothing";
    const by = `Changed by ${last.who ?? "Concord"}, ${formatDateTime(last.at)}.`;
    return [{ field: fact, message: `${change.label}, now recorded: ${now}. ${by}` }];
  });
}

// The page of the section has the whole of it.
function shortened(text: string): string {
  return text.length > mostShown ? `${text.slice(0, mostShown).trimEnd()} …` : text;
}
