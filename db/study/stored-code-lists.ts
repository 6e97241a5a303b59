import { asc } from "drizzle-orm";
import { type CodeListName, type CodeLists, readCodeList } from "@/domain/code-lists/code-lists";
import { codeListVersions } from "../schema";
import type { Db } from "../store/engine";

interface StoredList {
  readonly list: CodeListName;
  readonly version: number;
  readonly content: unknown;
}

const read = new Map<string, CodeLists[CodeListName]>();

/** The code lists that are stored in these rows. For use inside db/. */
export function listsFrom(rows: readonly StoredList[]): CodeLists {
  return Object.fromEntries(rows.map((row) => [row.list, readStored(row)])) as unknown as CodeLists;
}

// Every page asks for some, and they seldom change: each is read once per process.
function readStored({ list, version, content }: StoredList): CodeLists[CodeListName] {
  const text = JSON.stringify([list, version, content]);
  const known = read.get(text) ?? readCodeList(list, version, content);
  read.set(text, known);
  return known;
}

/** Every version of every code list, the oldest first, with when it was made. For use inside db/. */
export async function everyVersion(db: Db) {
  const rows = await db
    .select({
      list: codeListVersions.list,
      version: codeListVersions.version,
      content: codeListVersions.content,
      madeAt: codeListVersions.madeAt,
    })
    .from(codeListVersions)
    .orderBy(asc(codeListVersions.version));
  return rows.map((row) => ({
    list: row.list,
    madeAt: row.madeAt,
    values: readStored(row).values,
  }));
}
