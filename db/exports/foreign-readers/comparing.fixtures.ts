import { basename } from "node:path";
import type { Held, HeldRow } from "./held.fixtures";

/** The tables of the dataset, by where their files lie in the zip. */
export const names = [
  "agreed-ratings",
  "agreed-ratings-long",
  "children",
  "involvement-periods",
  "practice",
  "actions",
  "for-leads/ratings",
  "for-leads/sensitivity",
];

/** The name of a table, which is that of its sheet in the workbook. */
export const nameOf = (place: string) => basename(place);

const freeTexts = [
  ...["exclusion_reason", "case_type_detail", "incident_rationale", "description"],
  ...[
    "note",
    "other_description",
    "second_note",
    "second_other_description",
    "reason",
    "dissent_reason",
  ],
];
/** The columns of text that are in files for SPSS too. */
export const texts = [
  ...["case_ref", "sample", "codebook_version", "coder", "tags"],
  ...["other_themes", "second_other_themes"],
];

/** Makes another value of the one in a column. */
export type Change = (value: string | number | null, column: string) => string | number | null;

/** Rows with each cell changed; the columns stand in the order of the alphabet. */
export function changed(rows: readonly HeldRow[], change: Change = (value) => value): HeldRow[] {
  return rows.map((row) =>
    Object.fromEntries(
      Object.keys(row)
        .sort()
        .map((column) => [column, change(row[column] ?? null, column)]),
    ),
  );
}

/** Rows without what people wrote in their own words, as files for SPSS have them. */
export function withoutFreeText(rows: readonly HeldRow[]): HeldRow[] {
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => !freeTexts.includes(column))),
  );
}

/** A value as a text. */
export const asText: Change = (value) => (value === null ? null : String(value));

/** Puts the label in the place of a key or score. */
export function inWords({ labels }: Held): Change {
  return (value, column) => labels[column]?.get(value) ?? value;
}

/** Puts the number of its place in the list, from 1, in the place of a key, as SPSS has it. */
export function numbered({ labels }: Held): Change {
  return (value, column) => {
    const keys = [...(labels[column]?.keys() ?? [])];
    return typeof value === "string" && keys.length > 0 ? keys.indexOf(value) + 1 : value;
  };
}
