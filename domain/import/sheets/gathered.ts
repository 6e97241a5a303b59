import type { CaseRecord } from "../../case-record/case-record";
import { mostRows } from "../../case-record/read-section";
import type { Book } from "../../dataset/table";
import type { CaseDraft, Place } from "../draft";
import type { ImportFault } from "../faults";
import type { CaseRow } from "./case-rows";
import { type GatheredRatings, ratingsOf } from "./gathered-ratings";
import { readAction, readChild, readPeriod, readPractice } from "./list-rows";
import type { MatchedRow } from "./matched-row";
import type { NamedSheet } from "./rows";
import { type Stated, statedMonths } from "./stated";

/** What is known of a case so far, from the sheets read so far. */
export interface Gathered {
  readonly place: Place;
  readonly reference: string;
  row: CaseRow | null;
  refused: boolean;
  readonly lists: Partial<Record<ListKind, unknown[]>>;
  /** Where the rows of each list begin in each sheet that has some. */
  readonly places: Partial<Record<ListKind, Map<NamedSheet, Place>>>;
  readonly ratings: Map<string, GatheredRatings>;
  /** The months that sheets of periods state. */
  readonly stated: Stated;
}

const listKinds = {
  children: {
    ...{ fact: "children", words: "index children" },
    read: (row: MatchedRow) => readChild(row),
  },
  periods: { fact: "periods", words: "periods", read: (row: MatchedRow) => readPeriod(row) },
  practice: { fact: "practice", words: "strengths and shortcomings", read: readPractice },
  actions: { fact: "actions", words: "actions", read: readAction },
} as const satisfies Record<
  string,
  { fact: keyof CaseRecord; words: string; read: (row: MatchedRow) => unknown }
>;
/** What a case can have several of, each with a sheet of its own. */
export type ListKind = keyof typeof listKinds;

/** What is known of the case of this reference; of one that is new, nothing yet. */
export function gathered(cases: Map<string, Gathered>, reference: string, place: Place): Gathered {
  const key = reference.toLowerCase();
  const known = cases.get(key);
  if (known) return known;
  const nothing = { row: null, refused: false, lists: {}, places: {} };
  const made = { place, reference, ...nothing, ratings: new Map(), stated: {} };
  cases.set(key, made);
  return made;
}

/**
 * Adds a row of a list to its case; a fault where the row of the case has some of that list already,
 * in columns of its own, and one where the list has more than a record can hold. Numbered columns
 * that are blank leave the list to its sheet. A row that names a case and nothing else adds nothing,
 * and is doubted.
 */
export function addToList(
  found: Gathered,
  row: MatchedRow,
  kind: ListKind,
  sheet: NamedSheet,
): void {
  const { fact, words, read } = listKinds[kind];
  const faults = row.faults();
  const item = read(row);
  if (item === null && row.faults() === faults) {
    row.doubt("", `a case and something of its ${words}; the row adds none`, caseAlone);
    return;
  }
  if (found.row?.facts[fact]?.length)
    row.refuse("case_ref", "a case whose row does not say the same in columns of its own");
  const list = found.lists[kind] ?? [];
  // The first too many says it for all.
  if (item !== null && list.length === mostRows)
    row.refuse("case_ref", `at most ${mostRows} ${words} of a case`);
  if (item !== null && kind === "periods")
    Object.assign(found.stated, statedMonths(row, [""], list.length));
  if (item !== null) list.push(item);
  found.lists[kind] = list;
  const places = found.places[kind] ?? new Map<NamedSheet, Place>();
  if (!places.has(sheet)) places.set(sheet, row.place);
  found.places[kind] = places;
}

const caseAlone = "a case and nothing else";

/** The draft of a case, once all sheets are read; `faults` collects what a coder left open. */
export function draftOf(found: Gathered, book: Book, faults: ImportFault[]): CaseDraft {
  const lists = Object.entries(found.lists).map(([kind, items]) => [
    listKinds[kind as ListKind].fact,
    items,
  ]);
  const { place, reference, row } = found;
  const rest = row ?? { levels: null, commitment: null, origin: null, stated: {} };
  return {
    ...rest,
    place: row?.place ?? place,
    reference: row?.reference ?? reference,
    facts: { ...row?.facts, ...Object.fromEntries(lists) },
    stated: { ...rest.stated, ...found.stated },
    ...ratingsOf(found.ratings, book, (fault) => {
      found.refused = true;
      faults.push(fault);
    }),
  };
}
