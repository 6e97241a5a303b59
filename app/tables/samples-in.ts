import { type Query, textIn, textsIn } from "@/app/query";
import type { TablesAsked } from "@/db/tables/report";

/** The samples that the address of a page chooses. */
export function samplesIn(query: Query): Pick<TablesAsked, "thisSample" | "earlierSamples"> {
  const thisSample = textIn(query, "sample");
  // Earlier samples were chosen beside a sample; with another one the usual ones are shown first.
  const isOwn = thisSample !== undefined && textIn(query, "beside") === thisSample;
  return { thisSample, earlierSamples: isOwn ? textsIn(query, "earlier") : undefined };
}
