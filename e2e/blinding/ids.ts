import { pastTheProgram } from "@/db/fixtures";
import type { Twins } from "./twins";

/** The keys that were made for rows of a twin, in every table that has such keys. */
export function idsIn(dataDir: string): Set<string> {
  return pastTheProgram(dataDir, (db) => {
    const tables = db
      .prepare(
        `select m.name from sqlite_master m join pragma_table_info(m.name) c
         where m.type = 'table' and c.name = 'id' and c.type = 'TEXT'`,
      )
      .pluck()
      .all() as string[];
    const ids = tables.map((table) => db.prepare(`select id from "${table}"`).pluck().all());
    return new Set(ids.flat() as string[]);
  });
}

/** The key of a case. */
export function idOfCase(dataDir: string, reference: string): unknown {
  return pastTheProgram(dataDir, (db) =>
    db.prepare("select id from cases where reference = ?").pluck().get(reference),
  );
}

/** People added since the twins parted have a key of each twin's own, and the same address. */
export function nameNewPeople({ pair, people, ownIds }: Twins): void {
  const old = Object.values(people).map(({ id }) => id);
  for (const { dataDir } of pair)
    for (const { id, email } of peopleIn(dataDir))
      if (!old.includes(id)) ownIds.set(id, `the id of ${email}`);
}

function peopleIn(dataDir: string) {
  return pastTheProgram(
    dataDir,
    (db) => db.prepare("select id, email from people").all() as { id: string; email: string }[],
  );
}
