import { type Codebook, findFactor } from "../codebook/codebook";
import { readKnownReference, readScore } from "./cells";
import type { ImportFault } from "./faults";
import { type CsvRecord, type Row, readRows } from "./rows";

/** The columns of a file of independent ratings: a row for each case, coder and factor. */
export const ratingColumns = ["case_ref", "coder", "factor", "score"] as const;

/** One coder's independent ratings of a case, a level key for each factor of the codebook. */
export interface ImportedRatings {
  /** The line of the first of its rows. */
  readonly line: number;
  readonly reference: string;
  readonly coder: string;
  readonly levels: Readonly<Record<string, string>>;
}

/** What the rows so far say of one case and coder: the line of each factor, and its level. */
interface Gathered {
  readonly line: number;
  readonly reference: string;
  readonly coder: string;
  readonly lines: Map<string, number>;
  readonly levels: Record<string, string>;
  repeated: boolean;
}

function readCoder(row: Row): string | null {
  const coder = row.cell("coder");
  return coder !== "" && coder.length <= 100
    ? coder
    : row.refuse("coder", "a coder’s name of at most 100 characters");
}

/**
 * Checks a file of independent ratings of finished cases: each coder of a case has every factor
 * of the codebook exactly once, with one of that factor's scores; none is blank. `finishedRefs`
 * holds the references of the cases with agreed ratings. One coder for a case is enough.
 * Returns every fault in file order, and the ratings of the case and coder pairs without one.
 */
export function checkRatings(
  codebook: Codebook,
  file: string,
  records: readonly CsvRecord[],
  finishedRefs: ReadonlySet<string>,
): { ratings: ImportedRatings[]; faults: ImportFault[] } {
  const gathered = new Map<string, Gathered>();

  const { faults } = readRows(file, ratingColumns, records, (row) => {
    const finished = "the reference of a case with agreed ratings";
    const reference = readKnownReference(row, finishedRefs, finished);
    const coder = readCoder(row);
    const factor =
      findFactor(codebook, row.cell("factor")) ??
      row.refuse("factor", "one of the codebook’s factors");
    const level = factor && readScore(row, "score", factor, false);
    if (reference === null || coder === null) return null;
    const pair = JSON.stringify([reference, coder]);
    const own = gathered.get(pair) ?? {
      line: row.line,
      reference,
      coder,
      lines: new Map<string, number>(),
      levels: {},
      repeated: false,
    };
    gathered.set(pair, own);
    if (factor === null) return null;
    const first = own.lines.get(factor.key);
    if (first !== undefined) {
      own.repeated = true;
      return row.refuse("factor", `each factor once (it stands in row ${first} already)`);
    }
    own.lines.set(factor.key, row.line);
    if (level !== null) own.levels[factor.key] = level;
    return null;
  });

  const missingFrom = (own: Gathered) =>
    codebook.factors.filter((factor) => !own.lines.has(factor.key)).map((factor) => factor.key);
  const gaps = [...gathered.values()].flatMap((own): ImportFault[] => {
    const missing = missingFrom(own);
    if (missing.length === 0) return [];
    const value = `${own.reference} by ${own.coder} without ${missing.join(", ")}`;
    const expected = `all ${codebook.factors.length} factors`;
    return [{ file, line: own.line, column: "", value, expected }];
  });
  const complete = (own: Gathered) =>
    !own.repeated && codebook.factors.every((factor) => own.levels[factor.key] !== undefined);
  return {
    ratings: [...gathered.values()]
      .filter(complete)
      .map(({ line, reference, coder, levels }) => ({ line, reference, coder, levels })),
    faults: [...faults, ...gaps].sort((a, b) => a.line - b.line),
  };
}
