import type { ImportFault } from "../faults";
import type { ValueGroup } from "./guess";

/** How many texts of a group nobody has said the value of. */
export function countToChoose({ texts }: Pick<ValueGroup, "texts">): number {
  return texts.filter(({ key }) => key === null).length;
}

/** Where a text stands among the groups of columns, both by their places. */
export interface PlaceOfText {
  readonly group: number;
  readonly text: number;
}

/**
 * Finds where it is chosen what the text of a fault stands for; undefined for a fault of anything else,
 * and of what Concord knows. `sheets` are the names of the sheets, by which faults go.
 * Example: the fault of “purple” under Incident type → the second group, its first text.
 */
export function findToChoose(
  groups: readonly ValueGroup[],
  sheets: readonly string[],
): (fault: Pick<ImportFault, "file" | "column" | "value">) => PlaceOfText | undefined {
  const keyOf = (...place: readonly string[]) => JSON.stringify(place);
  const places = new Map<string, PlaceOfText>();
  for (const [group, { columns, texts }] of groups.entries())
    for (const column of columns)
      for (const { text } of column.texts.filter(({ sureness }) => sureness !== "same")) {
        const at = texts.findIndex((one) => one.text === text);
        places.set(keyOf(sheets[column.sheet] ?? "", column.header, text), { group, text: at });
      }
  return ({ file, column, value }) => places.get(keyOf(file, column, value));
}
