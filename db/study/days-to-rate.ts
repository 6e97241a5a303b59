import { desc, max } from "drizzle-orm";
import { limitInWords } from "@/domain/deadlines";
import { done, notFound, type Outcome } from "@/domain/outcome";
import { mayPlanWork } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import type { Viewer } from "../people/people";
import { daysToRate } from "../schema";
import type { Db } from "../store/engine";
import { write } from "../store/store";

/** How many days coders have to rate a case; null when there is no limit. For use inside db/. */
export async function currentDaysToRate(db: Db): Promise<number | null> {
  const [current] = await db
    .select({ days: daysToRate.days })
    .from(daysToRate)
    .orderBy(desc(daysToRate.revision))
    .limit(1);
  return current?.days ?? null;
}

/** Says how many days coders have to rate a case, from the day it is theirs; null for no limit. */
export async function setDaysToRate(viewer: Viewer, days: number | null): Promise<Outcome> {
  if (!mayPlanWork(viewer)) return notFound;
  return write(async (tx) => {
    const [last] = await tx.select({ revision: max(daysToRate.revision) }).from(daysToRate);
    const revision = (last?.revision ?? 0) + 1;
    await tx.insert(daysToRate).values({ revision, days, setBy: personIdOf(viewer) });
    await record(tx, viewer, { action: "set the days to rate", subject: limitInWords(days) });
    return done();
  });
}
