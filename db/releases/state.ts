import { and, desc, eq } from "drizzle-orm";
import type { CodeLists } from "@/domain/code-lists/code-lists";
import type { Licence } from "@/domain/dataset/licence";
import { codeListVersions, releaseCodeLists, releases } from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { listsFrom } from "../study/stored-code-lists";

/** The number of the last release; null when there is none. For use inside db/. */
export async function lastRelease(db: Db): Promise<number | null> {
  const [last] = await db
    .select({ number: releases.number })
    .from(releases)
    .orderBy(desc(releases.number))
    .limit(1);
  return last?.number ?? null;
}

/** The code lists as they were when a release was made. For use inside db/. */
export async function codeListsOfRelease(db: Db, release: number): Promise<CodeLists> {
  const rows = await db
    .select({
      list: codeListVersions.list,
      version: codeListVersions.version,
      content: codeListVersions.content,
    })
    .from(releaseCodeLists)
    .innerJoin(
      codeListVersions,
      and(
        eq(codeListVersions.list, releaseCodeLists.list),
        eq(codeListVersions.version, releaseCodeLists.version),
      ),
    )
    .where(eq(releaseCodeLists.release, release));
  return listsFrom(rows);
}

/** The codebook that new cases were rated by when a release was made. For use inside db/. */
export async function codebookOfRelease(db: Db, release: number): Promise<string> {
  const rows = await db
    .select({ version: releases.codebookVersion })
    .from(releases)
    .where(eq(releases.number, release));
  return theRow(rows, "There is no such release").version;
}

/** When a release was made, a UTC instant. For use inside db/. */
export async function whenMade(db: Db, release: number): Promise<string> {
  const rows = await db
    .select({ madeAt: releases.madeAt })
    .from(releases)
    .where(eq(releases.number, release));
  return theRow(rows, "There is no such release").madeAt;
}

/** What the team said of the licence when a release was made. For use inside db/. */
export async function licenceOfRelease(db: Db, release: number): Promise<Licence | null> {
  const rows = await db
    .select({ title: releases.licence, address: releases.licenceAddress })
    .from(releases)
    .where(eq(releases.number, release));
  const licence = theRow(rows, "There is no such release");
  return licence.title === "" ? null : licence;
}
