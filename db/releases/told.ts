import { mayLearnRelease } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { releases } from "../schema";
import { nameOfAnswer } from "../store/answers";
import type { Db } from "../store/engine";
import { keptByKey } from "../tables/cache";

const kept = keptByKey<readonly number[]>(10);

/**
 * The numbers of the releases of which the viewer may learn what they hold. Every case of each is
 * looked at for it, so it is kept as long as nothing was added to what it follows from. Not within
 * `write`. For use inside db/.
 */
export async function releasesTold(db: Db, viewer: Viewer): Promise<readonly number[]> {
  const question = db
    .select({ number: releases.number })
    .from(releases)
    .where(mayLearnRelease(viewer, releases.number));
  return kept(await nameOfAnswer(db, question.toSQL()), async () =>
    (await question).map(({ number }) => number),
  );
}
