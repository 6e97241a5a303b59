import type { Book } from "../../dataset/table";
import type { Sheet, SheetRow } from "../sheet";
import { lettersBetween, plain, shortens } from "./alike";
import { titlesAbove } from "./alike-headers";
import { textOf } from "./cell";
import { guessLastLine } from "./last-row";
import type { ColumnMatching, MatchedBy, Matching, SheetMatching } from "./matching";
import { columnsOfLast, headerKeys } from "./remembered";
import { namesOf, targetsByName } from "./target-names";
import { type SheetKind, sheetKinds, targetsOf } from "./targets";
import { weightOf, weightWithoutReference } from "./weight";

/** Among how many rows of a sheet, from the first, its headers are looked for and can be chosen. */
export const headerRows = 30;
const mostTried = 4;

/**
 * What a sheet most likely is and holds: the kind and the header row under which most columns are
 * recognised, by name, as in the `last` matching, or by a guess. A sheet without a column of
 * references is left out, with the row in which most is recognised for its headers; with
 * `needsReference` false it is what all else in it speaks for, and a person says where its references
 * are. Its last row is guessed anew: the next file has more rows.
 */
export function guessSheet(
  sheet: Sheet,
  book: Book,
  last: Matching | null,
  needsReference = true,
): SheetMatching {
  const kinds = (Object.keys(sheetKinds) as SheetKind[]).map((kind) => ({
    kind,
    finder: finderFor(kind, book, last),
  }));
  const weigh = needsReference ? weightOf : weightWithoutReference;
  const tried = sheet.rows
    .slice(0, headerRows)
    .flatMap((row) => kinds.map((one) => ({ ...one, row, known: one.finder.known(row) })))
    .filter(({ known }) => known > 0)
    .sort((a, b) => b.known - a.known)
    .slice(0, mostTried)
    .map(({ kind, finder, row }) => {
      const columns = columnsUnder(row, finder, titlesOver(row, sheet.rows));
      return { kind, headerLine: row.line, columns, weight: weigh(kind, columns, book) };
    });
  const [best] = tried.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  const likely = tried[0]?.headerLine ?? sheet.rows[0]?.line ?? 1;
  if (!best) return { kind: null, headerLine: likely, columns: [] };
  const { weight: _, ...found } = best;
  const lastLine = guessLastLine(sheet.rows, found.headerLine, found.columns);
  return { ...found, ...(lastLine === undefined ? {} : { lastLine }) };
}

/**
 * The columns of a sheet of this kind under a header row, each with what it most likely holds. `rows`
 * are the first of the sheet, among which there may be a row of titles above the headers.
 */
export function guessColumns(
  header: SheetRow,
  rows: readonly SheetRow[],
  kind: SheetKind,
  book: Book,
  last: Matching | null,
): ColumnMatching[] {
  return columnsUnder(header, finderFor(kind, book, last), titlesOver(header, rows));
}

function titlesOver({ line, cells }: SheetRow, rows: readonly SheetRow[]): string[] {
  const above = rows.find((row) => row.line === line - 1);
  const texts = above ? [{ line: above.line, cells: above.cells.map(textOf) }] : [];
  return titlesAbove(texts, line, cells.length);
}

function columnsUnder(
  header: SheetRow,
  finder: Finder,
  titles: readonly string[],
): ColumnMatching[] {
  const taken = new Map<number, { target: string; by: MatchedBy }>();
  const free = new Set(finder.keys);
  const texts = header.cells.map(textOf);
  const keys = headerKeys(texts);
  const times = new Map<string, number>();
  for (const text of texts.map(plain)) times.set(text, (times.get(text) ?? 0) + 1);
  const isAlone = (text: string) => times.get(text) === 1;
  const isLeftOut = (index: number) => finder.leftOut.has(keys[index] ?? "");
  for (const { by, find } of finder.ways)
    for (const [index, text] of texts.entries()) {
      if (taken.has(index) || text === "" || text.length > longestHeader || isLeftOut(index))
        continue;
      const place = { key: keys[index] ?? "", title: plain(titles[index] ?? "") };
      const [target, ...more] = find(plain(text), place).filter((key) => free.has(key));
      if (target === undefined || more.length > 0) continue;
      // Which of several columns with one header is meant, a person has to see.
      taken.set(index, { target, by: isAlone(plain(text)) ? by : "guess" });
      free.delete(target);
    }
  return texts.map((text, index) => {
    const { target = null, by } = taken.get(index) ?? {
      by: isLeftOut(index) ? ("remembered" as const) : ("nothing" as const),
    };
    return { header: text, target, by, values: {} };
  });
}

const longestHeader = 80;

/** What a header is remembered by, and the title above it; "" for none. */
interface Place {
  readonly key: string;
  readonly title: string;
}

/** Finds what headers of a kind of sheet stand for. */
interface Finder {
  readonly keys: readonly string[];
  /** The headers that somebody left out the last time. */
  readonly leftOut: ReadonlySet<string>;
  /** How many cells of a row are known by name, or from the last import. */
  known(row: SheetRow): number;
  /** The ways in which a header is found among the targets, the surest first. */
  readonly ways: readonly {
    by: MatchedBy;
    find: (header: string, place: Place) => readonly string[];
  }[];
}

function finderFor(kind: SheetKind, book: Book, last: Matching | null): Finder {
  const targets = targetsOf(kind, book);
  const called = targetsByName(targets);
  const { targets: remembered, leftOut } = columnsOfLast(kind, last);
  // Numbered columns go by their whole names alone: they are too much alike.
  const single = targets.filter(({ key }) => !key.includes("."));
  const names = single.map((target) => ({ key: target.key, names: namesOf(target).flat() }));
  const like = (fits: (name: string, header: string) => boolean) => (header: string) =>
    names.filter((one) => one.names.some((name) => fits(name, header))).map(({ key }) => key);
  const byName = (header: string) => called.find((keys) => keys.has(header))?.get(header) ?? [];
  return {
    keys: targets.map(({ key }) => key),
    leftOut,
    known(row) {
      const headers = row.cells.map(textOf).filter((text) => text.length <= longestHeader);
      const keys = headerKeys(headers);
      const found = headers.map(
        (text, index) => remembered.get(keys[index] ?? "") ?? byName(plain(text))[0],
      );
      return new Set(found.filter((key) => key !== undefined)).size;
    },
    ways: [
      // What somebody chose the last time counts for more than a name.
      { by: "remembered", find: (_, { key }) => [remembered.get(key) ?? []].flat() },
      // The name itself wins wherever it stands, and of other names the nearer one.
      ...called.map((keys, rank) => ({
        by: rank === 0 ? ("name" as const) : ("synonym" as const),
        find: (header: string) => keys.get(header) ?? [],
      })),
      {
        by: "guess",
        find: (header, { title }) => (title === "" ? [] : byName(`${title} ${header}`)),
      },
      {
        by: "guess",
        find: like(
          (name, header) =>
            header.length > 2 && !ofChildren.includes(header) && shortens(header, name),
        ),
      },
      {
        by: "guess",
        find: like((name, header) => name.length > 4 && lettersBetween(header, name, 1) === 1),
      },
      {
        by: "guess",
        find: like((name, header) => name.length > 5 && ` ${header} `.includes(` ${name} `)),
      },
    ],
  };
}

// Alone they shorten “Age of mother” and “Sexual abuse”, and mean neither.
const ofChildren = ["age", "sex"];
