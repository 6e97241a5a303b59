import type { CaseRecord } from "../../case-record/case-record";
import { referenceSchema } from "../../cases";
import type { Book } from "../../dataset/table";
import type { CaseDraft, CoderDraft, Place } from "../draft";
import type { ImportFault } from "../faults";
import { type CaseRow, readCaseRow } from "./case-rows";
import { readAction, readChild, readPeriod, readPractice } from "./list-rows";
import type { Matching } from "./matching";
import { type RatingRow, readRating, readRatings } from "./rating-rows";
import { type MatchedRow, matchedRows, type NamedSheet } from "./rows";
import { type SheetKind, targetsOf } from "./targets";

/** What matched sheets say of each case, and everything in them that cannot be taken. */
export interface Drafts {
  /** The cases without a fault. */
  readonly drafts: readonly CaseDraft[];
  /** How many cases have one. */
  readonly refused: number;
  readonly faults: readonly ImportFault[];
}

/** What is known of a case so far, from the sheets read so far. */
interface Gathered {
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

/**
 * Reads matched sheets: a draft for each case that any of them names, in the order in which they
 * first do, but for those with a fault in one of their rows, and every fault in the order of the
 * sheets. References are the same in capitals and small letters.
 */
export function readDrafts(book: Book, sheets: readonly NamedSheet[], matching: Matching): Drafts {
  const faults: ImportFault[] = [];
  const cases = new Map<string, Gathered>();
  for (const [index, sheet] of sheets.entries()) {
    const matched = matching.sheets[index];
    if (!matched?.kind) continue;
    const { kind } = matched;
    const targets = targetsOf(kind, book);
    for (const row of matchedRows(sheet, matched, targets, faults)) {
      const reference = readReference(row);
      if (reference === null) continue;
      const found = gathered(cases, reference, row.place);
      if (kind === "cases") {
        const read = readCaseRow(row, reference, book.codebook, targets, matching.sample);
        if (found.row)
          row.refuse("case_ref", `each reference once (it stands in row ${found.row.place.line})`);
        else found.row = read;
      } else if (kind === "ratings" || kind === "ratings_by_factor")
        addRating(found, row, kind, book);
      else addToList(found, row, kind);
      if (row.faults() > 0) found.refused = true;
    }
  }
  const drafts = [...cases.values()].map((one) => draftOf(one, book, faults));
  const sound = [...cases.values()].map(({ refused }) => !refused);
  return {
    drafts: drafts.filter((_, index) => sound[index]),
    refused: sound.filter((one) => !one).length,
    faults,
  };
}

function readReference(row: MatchedRow): string | null {
  const { data } = referenceSchema.safeParse(row.text("case_ref"));
  return (
    data ??
    row.refuse(
      "case_ref",
      "a reference of at most 30 letters, digits and hyphens, such as 2015-07, and not “new”",
    )
  );
}

function gathered(cases: Map<string, Gathered>, reference: string, place: Place): Gathered {
  const key = reference.toLowerCase();
  const known = cases.get(key);
  if (known) return known;
  const made = { place, reference, row: null, refused: false, lists: {}, ratings: new Map() };
  cases.set(key, made);
  return made;
}

function addToList(found: Gathered, row: MatchedRow, kind: keyof typeof listKinds): void {
  const { fact, read } = listKinds[kind];
  const item = read(row);
  if (found.row?.facts[fact] !== undefined)
    row.refuse("case_ref", "a case whose row does not say the same in columns of its own");
  const list = found.lists[kind] ?? [];
  if (item !== null) list.push(item);
  found.lists[kind] = list;
}

function addRating(
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

function draftOf(found: Gathered, book: Book, faults: ImportFault[]): CaseDraft {
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
