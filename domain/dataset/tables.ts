import { agreedRatings, agreedRatingsLong } from "./agreed-ratings";
import { indexChildren, involvementPeriods } from "./children-and-periods";
import { actions, practice } from "./practice-and-actions";
import type { TableKind } from "./table";

/** The tables of the dataset, in the order in which they are offered. */
export const datasetTables: readonly TableKind[] = [
  agreedRatings,
  agreedRatingsLong,
  indexChildren,
  involvementPeriods,
  practice,
  actions,
];

/** The table with this name; undefined when there is none. */
export function tableNamed(name: string): TableKind | undefined {
  return datasetTables.find((table) => table.name === name);
}
