import type { Actor } from "../people";
import { mayExportRatings } from "../workflow";
import { agreedRatings, agreedRatingsLong } from "./agreed-ratings";
import { indexChildren, involvementPeriods } from "./children-and-periods";
import { actions, practice } from "./practice-and-actions";
import { ratings } from "./ratings";
import { sensitivity } from "./sensitivity";
import type { TableKind } from "./table";

/** The tables of the dataset, in the order in which they are offered. */
export const datasetTables: readonly TableKind[] = [
  agreedRatings,
  agreedRatingsLong,
  indexChildren,
  involvementPeriods,
  practice,
  actions,
  ratings,
  sensitivity,
];

/** The tables that everybody has who has any. */
export const tablesForAll: readonly TableKind[] = datasetTables.filter(({ forLeads }) => !forLeads);

/** The tables that hold what coders gave independently. */
export const tablesForLeads: readonly TableKind[] = datasetTables.filter(
  ({ forLeads }) => forLeads,
);

/** The tables that this person may have. */
export function tablesFor(person: Actor): TableKind[] {
  return [...(mayExportRatings(person) ? datasetTables : tablesForAll)];
}

/** The table with this name; undefined when there is none. */
export function tableNamed(name: string): TableKind | undefined {
  return datasetTables.find((table) => table.name === name);
}
