import { type Query, textIn, textsIn } from "@/app/query";
import type { Viewer } from "@/db/people";
import { getPublication } from "@/db/tables/publication";
import { getReport, type TablesAsked } from "@/db/tables/report";
import type { Outcome } from "@/domain/outcome";
import type { PublishedTable } from "@/domain/tables/published-table";
import { type View, withNothingWithheld } from "./words";

/** The tables that a page shows, and how. */
export interface Shown {
  readonly view: View;
  /** The samples that can be chosen. */
  readonly samples: readonly string[];
  readonly tables: readonly PublishedTable[];
}

/** What the address of the page asks for. */
export interface Asked {
  readonly release: number | null;
  readonly forPublication: boolean;
  readonly query: Query;
}

/** The tables that are asked for, as far as the viewer may have them; null without any case. */
export async function shownTables(viewer: Viewer, asked: Asked): Promise<Outcome<Shown | null>> {
  const { release, forPublication, query } = asked;
  if (forPublication) {
    const found = await getPublication(viewer, release);
    if (found.kind !== "done" || !found.value) return found as Outcome<null>;
    const { tables, ...view } = found.value;
    return { kind: "done", value: { view: { kind: "publication", ...view }, samples: [], tables } };
  }
  const found = await getReport(viewer, { release, ...samplesIn(query) });
  if (found.kind !== "done" || !found.value) return found as Outcome<null>;
  const { tables, samples, ...view } = found.value;
  return {
    kind: "done",
    value: { view: { kind: "team", ...view }, samples, tables: withNothingWithheld(tables) },
  };
}

/** The samples that the address of a page chooses. */
export function samplesIn(query: Query): Pick<TablesAsked, "thisSample" | "earlierSamples"> {
  const thisSample = textIn(query, "sample");
  // Earlier samples were chosen beside a sample; with another one the usual ones are shown first.
  const isOwn = thisSample !== undefined && textIn(query, "beside") === thisSample;
  return { thisSample, earlierSamples: isOwn ? textsIn(query, "earlier") : undefined };
}
