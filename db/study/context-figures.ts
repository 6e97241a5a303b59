import { desc, eq } from "drizzle-orm";
import { type ContextFigure, readContextFigures, type TypedFigure } from "@/domain/context-figures";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { mayReadDataset, mayTypeContext } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import type { Viewer } from "../people/people";
import { contextFigures, people } from "../schema";
import type { Db } from "../store/engine";
import { reader, write } from "../store/store";

/** The figures from elsewhere as they stand, and who typed them in when. */
export interface ContextFigures {
  readonly figures: readonly ContextFigure[];
  /** How often they have been recorded. */
  readonly revision: number;
  /** Null where nothing has been recorded. */
  readonly recordedAt: string | null;
  readonly recordedBy: string | null;
}

const nothingYet: ContextFigures = { figures: [], revision: 0, recordedAt: null, recordedBy: null };

/** The figures that stand beside the tables. Null for those who may not read the dataset. */
export async function getContextFigures(viewer: Viewer): Promise<ContextFigures | null> {
  return mayReadDataset(viewer) ? figuresNow(reader()) : null;
}

async function figuresNow(db: Db): Promise<ContextFigures> {
  const [latest] = await db
    .select({
      figures: contextFigures.content,
      revision: contextFigures.revision,
      recordedAt: contextFigures.recordedAt,
      recordedBy: people.name,
    })
    .from(contextFigures)
    .leftJoin(people, eq(people.id, contextFigures.recordedBy))
    .orderBy(desc(contextFigures.revision))
    .limit(1);
  return latest ?? nothingYet;
}

/**
 * Records the figures that stand beside the tables, all of them; the same as before is not recorded
 * again. Refused where one lacks what it needs, and when somebody else recorded others since
 * `seenRevision`. Only leads may.
 */
export async function recordContextFigures(
  viewer: Viewer,
  { seenRevision, typed }: { seenRevision: number; typed: readonly TypedFigure[] },
): Promise<Outcome> {
  if (!mayTypeContext(viewer)) return notFound;
  const read = readContextFigures(typed);
  if (read.kind !== "done") return read;
  return write(async (tx) => {
    const now = await figuresNow(tx);
    if (now.revision !== seenRevision) return refused("", changedSince);
    if (JSON.stringify(now.figures) === JSON.stringify(read.value)) return done();
    await tx.insert(contextFigures).values({
      ...{ revision: now.revision + 1, content: read.value, recordedBy: personIdOf(viewer) },
    });
    await record(tx, viewer, { action: "recorded figures from elsewhere" });
    return done();
  });
}

const changedSince =
  "Somebody else has changed these figures since you opened them. Open them in another tab to see what holds, and copy over what you want to keep.";
