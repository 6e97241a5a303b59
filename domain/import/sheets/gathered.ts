import type { CaseRecord } from "../../case-record/case-record";
import type { Book } from "../../dataset/table";
import type { CaseDraft, CoderDraft, Place } from "../draft";
import type { ImportFault } from "../faults";
import type { CaseRow } from "./case-rows";
import { readAction, readChild, readPeriod, readPractice } from "./list-rows";
import { type RatingRow, readRating, readRatings } from "./rating-rows";
import type { MatchedRow } from "./rows";
import type { SheetKind } from "./targets";

/** What is known of a case so far, from the sheets read so far. */
export interface Gathered {
  readonly place: Place;
  readonly reference: string;
  row: CaseRow | null;
  refused: boolean;
  readonly lists: Partial<Record<keyof typeof listKinds, unknown[]>>;
  readonly ratings: Map<string, { place: Place; levels: Record<string, string> }>;
}

const listKinds = {
  children: { fact: "children", read: (row: MatchedRow) => readChild(row) },
  periods: { fact: "periods", read: (row: MatchedRow) => readPeriod(row) },
  practice: { fact: "practice", read: readPractice },
  actions: { fact: "actions", read: readAction },
} as const satisfies Record<string, { fact: keyof CaseRecord; read: (row: MatchedRow) => unknown }>;

/** What is known of the case of this reference; of one that is new, nothing yet. */
export function gathered(cases: Map<string, Gathered>, reference: string, place: Place): Gathered {
  const key = reference.toLowerCase();
  const known = cases.get(key);
  if (known) return known;
  const made = { place, reference, row: null, refused: false, lists: {}, ratings: new Map() };
  cases.set(key, made);
  return made;
}

/**
 * Adds a row of a list to its case; a fault where the row of the case has some of that list already,
 * in columns of its own. Numbered columns that are blank leave the list to its sheet.
 */
export function addToList(found: Gathered, row: MatchedRow, kind: keyof typeof listKinds): void {
  const { fact, read } = listKinds[kind];
  const item = read(row);
  if (found.row?.facts[fact]?.length)
    row.refuse("case_ref", "a case whose row does not say the same in columns of its own");
  const list = found.lists[kind] ?? [];
  if (item !== null) list.push(item);
  found.lists[kind] = list;
}

/** Adds what a coder gave a case in a row. */
export function addRating(
  found: Gathered,
  row: MatchedRow,
  kind: Extract<SheetKind, "ratings" | "ratings_by_factor">,
  { codebook }: Book,
): void {
  const read = kind === "ratings" ? readRatings : readRating;
  const { coder, levels }: RatingRow = read(row, found.reference, codebook);
  const own = found.ratings.get(coder) ?? { place: row.place, levels: {} };
  for (const [factor, level] of Object.entries(levels)) {
    if (own.levels[factor] !== undefined)
      row.refuse(
        kind === "ratings" ? "coder" : "factor",
        "one rating of each factor for a coder and case",
      );
    own.levels[factor] = level;
  }
  found.ratings.set(coder, own);
}

/** The draft of a case, once all sheets are read; `faults` collects what a coder left open. */
export function draftOf(found: Gathered, book: Book, faults: ImportFault[]): CaseDraft {
  const lists = Object.entries(found.lists).map(([kind, items]) => [
    listKinds[kind as keyof typeof listKinds].fact,
    items,
  ]);
  const { place, reference, row } = found;
  const rest = row ?? { levels: null, commitment: null, origin: null, stated: {} };
  return {
    ...rest,
    place: row?.place ?? place,
    reference: row?.reference ?? reference,
    facts: { ...row?.facts, ...Object.fromEntries(lists) },
    ratings: [...found.ratings].map(([coder, own]) => coderDraft(coder, own, found, book, faults)),
  };
}

function coderDraft(
  coder: string,
  { place, levels }: { place: Place; levels: Record<string, string> },
  found: Gathered,
  { codebook }: Book,
  faults: ImportFault[],
): CoderDraft {
  const missing = codebook.factors.filter(({ key }) => levels[key] === undefined);
  if (missing.length > 0) found.refused = true;
  if (missing.length > 0)
    faults.push({
      file: place.sheet,
      line: place.line,
      column: missing.map(({ label }) => label).join(", "),
      value: "",
      expected: `a level of all ${codebook.factors.length} factors by ${coder || "the coder"}`,
    });
  return { coder, levels };
}
