import { createHash } from "node:crypto";
import { everything } from "@/domain/dataset/choice";
import { guideTables } from "@/domain/dataset/codebook-tables";
import { tablesForAll } from "@/domain/dataset/tables";
import { csvLines } from "../exports/csv";
import { casesFor } from "../exports/ratings";
import { bookOf } from "../exports/reading";
import type { Viewer } from "../people/people";
import type { Db } from "../store/engine";

/**
 * The SHA-256 of all that a release, or the dataset as it is now, holds for everybody who has it: of
 * a line with the SHA-256 and the name of each of its tables as CSV with everything in it, by name.
 * These are the lines that end in .csv in the SHA256SUMS of its dataset.zip, without those of tables
 * for leads: whoever may not have these shall not find them out from the hash. For use inside db/.
 */
export async function hashOf(db: Db, viewer: Viewer, release: number | null): Promise<string> {
  const book = await bookOf(db, release);
  const tables = tablesForAll.map((kind) => ({ kind, fields: kind.fields(book) }));
  const hashes = tables.map(({ kind, fields }) => ({
    name: kind.name,
    hash: createHash("sha256").update(csvLines(fields, [], true)),
  }));
  for await (const cases of casesFor(tablesForAll, db, viewer, { ...everything, release }))
    for (const [index, { kind, fields }] of tables.entries()) {
      const rows = cases.flatMap((each) => kind.rowsOf(book, each));
      hashes[index]?.hash.update(csvLines(fields, rows, false));
    }
  const guides = guideTables(
    book,
    tables.map(({ kind, fields }) => ({ name: kind.name, fields })),
  );
  for (const { name, fields, rows } of guides)
    hashes.push({ name, hash: createHash("sha256").update(csvLines(fields, rows, true)) });
  const lines = hashes
    .map(({ name, hash }) => ({ name: `${name}.csv`, digest: hash.digest("hex") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, digest }) => `${digest}  ${name}\n`);
  return createHash("sha256").update(lines.join("")).digest("hex");
}
