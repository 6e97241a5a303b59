import { agreedRatings } from "@/domain/dataset/agreed-ratings";
import type { ExportChoice } from "@/domain/dataset/choice";
import { chosenFields } from "@/domain/dataset/chosen-columns";
import type { Field, Row } from "@/domain/dataset/field";
import type { Book, TableKind } from "@/domain/dataset/table";
import { tablesFor } from "@/domain/dataset/tables";
import { oldestFirst } from "@/domain/samples";
import type { Viewer } from "../people/people";
import type { ReleaseGiven } from "../releases/releases";
import type { Db } from "../store/engine";
import { daysOfSamples } from "../study/samples";
import { casesFor } from "./ratings";

/** A table of the dataset with the fields and rows that were chosen. */
export interface WholeTable {
  readonly kind: TableKind;
  readonly fields: readonly Field[];
  readonly rows: readonly Row[];
}

/** Every table of the dataset that the viewer may have, with all its rows. For use inside db/. */
export async function wholeTables(
  db: Db,
  viewer: Viewer,
  book: Book,
  choice: ExportChoice,
): Promise<WholeTable[]> {
  const kinds = tablesFor(viewer);
  const tables = kinds.map((kind) => ({
    kind,
    fields: chosenFields(kind, book, choice),
    rows: [] as Row[],
  }));
  for await (const cases of casesFor(kinds, db, viewer, choice))
    for (const { kind, rows } of tables)
      rows.push(...cases.flatMap((each) => kind.rowsOf(book, each)));
  return tables;
}

/**
 * The samples of these tables, the oldest first, as the page of tables has them; for a release by the
 * days that were recorded before it. For use inside db/.
 */
export async function samplesOf(
  db: Db,
  tables: readonly WholeTable[],
  release: ReleaseGiven | null,
): Promise<string[]> {
  const own = tables.find(({ kind }) => kind.name === agreedRatings.name);
  const samples = new Set(own?.rows.map(({ sample }) => String(sample)));
  return oldestFirst([...samples], await daysOfSamples(db, release?.madeAt ?? null));
}
