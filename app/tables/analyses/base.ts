import type { AnalysesView } from "@/db/tables/analyses";
import { rangeOf } from "@/domain/tables/columns";
import { stateOf } from "../words";

/** What an analysis is based on: all cases of the samples that are chosen. */
export function baseOf({ choice, together, release }: AnalysesView): string {
  const samples = rangeOf([...choice.earlierSamples, choice.thisSample]);
  return `${together.cases} analysed, committed cases of ${samples}. ${stateOf({ release })}`;
}
