import type { Outcome } from "@/domain/outcome";
import { done } from "@/domain/outcome";
import type { Differing } from "@/domain/releases/differing";
import { type PublishedTable, withNothingWithheld } from "@/domain/tables/published-table";
import type { View } from "@/domain/tables/shown-table";
import type { Viewer } from "../people/people";
import { getPublication } from "./publication";
import { getReport, type TablesAsked } from "./report";

/** Which tables are asked for, and whether as they may be published. */
export interface TablesForReaders extends TablesAsked {
  readonly forPublication: boolean;
}

/** The tables and charts of the report, and how they are shown. */
export interface TablesShown {
  readonly view: View;
  readonly tables: readonly PublishedTable[];
  /** The samples that can be chosen; a release is published with one choice of them. */
  readonly samples: readonly string[];
  /** For publication, how many cases of each sample differ from the release before; null for the first. */
  readonly differing: Differing | null;
}

/**
 * The tables and charts of the report as a page or a file shows them: those of the team, with nothing
 * withheld, or those of a release as they may be published. Null in place of them when there is no
 * analysed case. Not found and refused as `getReport` and `getPublication` say.
 */
export async function getTables(
  viewer: Viewer,
  { forPublication, ...asked }: TablesForReaders,
): Promise<Outcome<TablesShown | null>> {
  if (forPublication) {
    const found = await getPublication(viewer, asked.release);
    if (found.kind !== "done") return found;
    if (!found.value) return done(null);
    const { tables, differing, ...view } = found.value;
    return done({ view: { kind: "publication", ...view }, tables, samples: [], differing });
  }
  const found = await getReport(viewer, asked);
  if (found.kind !== "done") return found;
  if (!found.value) return done(null);
  const { tables, samples, ...view } = found.value;
  const shown = withNothingWithheld(tables);
  return done({ view: { kind: "team", ...view }, tables: shown, samples, differing: null });
}
