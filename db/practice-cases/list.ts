import { eq } from "drizzle-orm";
import type { PracticeResult } from "@/domain/practice-cases/result";
import { mayMakePracticeCases, mayPractise } from "@/domain/workflow";
import type { Viewer } from "../people/people";
import { practiceDrafts } from "../schema";
import { reader } from "../store/store";
import { standing } from "./cases";
import { isToRate } from "./drafts";
import { practisedIn } from "./results";

/** A practice case in the list of whoever practises, or makes them. */
export interface ListedPracticeCase {
  readonly number: number;
  readonly offered: boolean;
  /** Whether the viewer can rate it, and whether they have begun. */
  readonly toRate: boolean;
  readonly begun: boolean;
  /** What came of it when the viewer submitted it; null when they have not. */
  readonly result: PracticeResult | null;
}

/**
 * The practice cases: for leads all of them, for coders those that they can rate and those that they
 * have. Null for others.
 */
export async function listPracticeCases(viewer: Viewer): Promise<ListedPracticeCase[] | null> {
  const makes = mayMakePracticeCases(viewer);
  if (!makes && !mayPractise(viewer)) return null;
  const db = reader();
  const toRate = makes ? [] : await standing(db, isToRate(viewer));
  const own = makes ? [] : await practisedIn(db, viewer);
  const begun = await db
    .select({ number: practiceDrafts.practiceCase })
    .from(practiceDrafts)
    .where(eq(practiceDrafts.personId, viewer.id));
  const listed = (await standing(db)).map(({ number, offered }) => ({
    ...{ number, offered },
    toRate: toRate.some((one) => one.number === number),
    begun: begun.some((one) => one.number === number),
    result: own.find((one) => one.number === number)?.result ?? null,
  }));
  return makes ? listed : listed.filter((one) => one.toRate || one.result);
}
