import { caseRef } from "../../dataset/table";
import type { Place } from "../draft";
import type { ImportFault } from "../faults";
import type { Gathered, ListKind } from "./gathered";

const rowsOf: Readonly<Record<ListKind, string>> = {
  children: "index children",
  periods: "involvement periods",
  practice: "strengths and shortcomings",
  actions: "actions",
};

/** The cases of which two sheets have rows of a kind. */
interface Pair {
  readonly kind: ListKind;
  readonly earlier: string;
  readonly place: Place;
  readonly references: string[];
}

/**
 * Cases of which several sheets have rows of one kind, as when a sheet of children was uploaded
 * twice: a doubt for each two sheets, at the row with the first of those cases. All rows are taken,
 * since a team can well have a sheet of periods for the child and another for the family.
 */
export function listedTwice(cases: Iterable<Gathered>): ImportFault[] {
  const pairs = new Map<string, Pair>();
  for (const { reference, places } of cases)
    for (const [kind, inSheets] of Object.entries(places)) {
      const [first, ...more] = inSheets.values();
      for (const place of more) {
        const earlier = first?.sheet ?? "";
        const key = JSON.stringify([kind, earlier, place.sheet]);
        const pair = pairs.get(key) ?? { kind: kind as ListKind, earlier, place, references: [] };
        pair.references.push(reference);
        pairs.set(key, pair);
      }
    }
  return [...pairs.values()].map(doubtOf);
}

function doubtOf({ kind, earlier, place, references }: Pair): ImportFault {
  const [first = "", ...more] = references;
  const others = more.length === 1 ? "1 other case" : `${more.length} other cases`;
  const whose = more.length === 0 ? "a case" : "cases";
  return {
    file: place.sheet,
    line: place.line,
    column: caseRef.label,
    value: more.length === 0 ? first : `${first} and ${others}`,
    expected: `${whose} with ${rowsOf[kind]} in one sheet alone; ${earlier} has some too, and the rows of both are taken`,
  };
}
