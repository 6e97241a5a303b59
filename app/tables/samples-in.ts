import { type Query, textIn, textsIn } from "@/app/query";
import type { TablesAsked } from "@/db/tables/report";
import { samplesAsked } from "@/domain/tables/samples-asked";

/** The samples that somebody chose. */
export type SamplesAsked = Pick<TablesAsked, "thisSample" | "earlierSamples">;

/** The samples that the address of a page chooses. */
export function samplesIn(query: Query): SamplesAsked {
  return samplesAsked({
    sample: textIn(query, "sample"),
    beside: textIn(query, "beside"),
    ticked: textIn(query, "ticked"),
    earlier: textsIn(query, "earlier"),
  });
}
