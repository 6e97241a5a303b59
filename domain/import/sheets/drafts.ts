import type { Book } from "../../dataset/table";
import type { CaseDraft } from "../draft";
import type { ImportFault } from "../faults";
import { readCaseRow } from "./case-rows";
import { addToList, draftOf, type Gathered, gathered } from "./gathered";
import { addRating } from "./gathered-ratings";
import { isTotal } from "./last-row";
import { listedTwice } from "./listed-twice";
import type { Found, MatchedRow } from "./matched-row";
import type { Matching, SheetMatching } from "./matching";
import { oddRows } from "./odd-rows";
import { factorsNotHeld } from "./rating-rows";
import { madeOfAReference, readReference } from "./references";
import { matchedRows, type NamedSheet } from "./rows";
import { madeOfSamples } from "./samples";
import { ofTotals, withoutFactors, withoutReference } from "./sheet-faults";
import { type SheetKind, targetsOf } from "./targets";
import { lacksReference } from "./weight";

/** What matched sheets say of each case, and everything in them that cannot be taken. */
export interface Drafts {
  /** The cases without a fault. */
  readonly drafts: readonly CaseDraft[];
  /** How many cases have one. */
  readonly refused: number;
  readonly faults: readonly ImportFault[];
  /** What can be taken, and may not be what was meant. */
  readonly doubts: readonly ImportFault[];
}

/**
 * Reads matched sheets: a draft for each case that any of them names, but for those with a fault in
 * one of their rows, and every fault in the order of the sheets. Sheets of cases are read before the
 * others, so that nothing hangs on the order of the sheets. References are the same in capitals and
 * small letters.
 */
export function readDrafts(book: Book, sheets: readonly NamedSheet[], matching: Matching): Drafts {
  const cases = new Map<string, Gathered>();
  const matched = sheets.flatMap((sheet, index): MatchedSheet[] => {
    const how = matching.sheets[index];
    if (!how?.kind || how.kind === "code_lists") return [];
    return [{ sheet, how, kind: how.kind, faults: [], doubts: [] }];
  });
  const others = matched.filter(({ kind }) => kind !== "cases");
  for (const one of [...matched.filter(({ kind }) => kind === "cases"), ...others])
    readSheet(one, book, matching, cases);
  const gaps: ImportFault[] = [];
  const drafts: CaseDraft[] = [];
  const doubts = [
    ...oddRows(sheets, matching),
    ...listedTwice(cases.values()),
    ...madeOfSamples(cases.values(), matching.sample),
  ];
  let refused = 0;
  for (const [reference, one] of cases) {
    const draft = draftOf(one, book, gaps);
    if (one.refused) refused += 1;
    else drafts.push(draft);
    doubts.push(...madeOfAReference(one));
    // Of many cases there is not room for both what was gathered and the drafts.
    cases.delete(reference);
  }
  const faults = [...matched.flatMap((one) => one.faults), ...gaps];
  doubts.push(...matched.flatMap((one) => one.doubts));
  return { drafts, refused, faults, doubts };
}

interface MatchedSheet extends Found {
  readonly sheet: NamedSheet;
  readonly how: SheetMatching;
  readonly kind: Exclude<SheetKind, "code_lists">;
}

function readSheet(
  { sheet, how, kind, ...rowsFound }: MatchedSheet,
  book: Book,
  matching: Matching,
  cases: Map<string, Gathered>,
): void {
  if (lacksReference(how)) {
    rowsFound.faults.push(withoutReference(sheet, how));
    return;
  }
  const held = new Set(how.columns.map(({ target }) => target));
  const targets = targetsOf(kind, book).filter(({ key }) => held.has(key));
  const byFactor = kind === "cases" || kind === "ratings";
  const notHeld = byFactor ? factorsNotHeld(held, book.codebook) : [];
  const isScoredInPart = (row: MatchedRow) =>
    notHeld.length > 0 && book.codebook.factors.some(({ key }) => row.filled(key));
  let someInPart = false;
  for (const row of matchedRows(sheet, how, book, rowsFound)) {
    const reference = readReference(row);
    if (reference === null) continue;
    const found = gathered(cases, reference, row.place);
    const scoredInPart = isScoredInPart(row);
    if (kind === "cases") {
      const read = readCaseRow(row, reference, book.codebook, targets, matching);
      if (found.row)
        row.refuse("case_ref", `each reference once (it stands in row ${found.row.place.line})`);
      else found.row = read;
    } else if (kind === "ratings" || kind === "ratings_by_factor")
      // Of a row that is refused for it, each coder would be said to lack the same factors again.
      addRating(scoredInPart ? new Map() : found.ratings, reference, row, kind, book);
    else addToList(found, row, kind, sheet);
    if (row.faults() === 0 && !scoredInPart) continue;
    found.refused = true;
    if (isTotal(reference))
      rowsFound.faults.splice(rowsFound.faults.length - row.faults(), row.faults(), ofTotals(row));
    else someInPart ||= scoredInPart;
  }
  if (someInPart) rowsFound.faults.unshift(withoutFactors(sheet, how, notHeld));
}
