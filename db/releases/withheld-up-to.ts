import { eq } from "drizzle-orm";
import { releases } from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { teamSettings } from "../study/team";

/**
 * The largest count that is withheld from what is published: of a release as the team had it when
 * it was made, so that its tables stay the same; of the dataset as it is now as they have it today.
 * For use inside db/.
 */
export async function withheldUpToOf(db: Db, release: number | null): Promise<number> {
  if (release === null) return (await teamSettings(db)).withheldUpTo;
  const rows = await db
    .select({ withheldUpTo: releases.withheldUpTo })
    .from(releases)
    .where(eq(releases.number, release));
  return theRow(rows, `There is no release ${release}`).withheldUpTo;
}
