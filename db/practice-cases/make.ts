import { isDeepStrictEqual } from "node:util";
import { desc, eq, max } from "drizzle-orm";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { type PracticeContent, readPracticeContent } from "@/domain/practice-cases/practice-case";
import { mayMakePracticeCases } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import type { Viewer } from "../people/people";
import {
  practiceCaseRevisions,
  practiceCases,
  practiceOffers,
  practiceReferences,
} from "../schema";
import type { Db } from "../store/engine";
import { write } from "../store/store";
import { currentCodebook } from "../study/codebooks";
import { type PracticeCase, practiceCaseNow, practiceName } from "./cases";
import { whyNotWithdrawn } from "./requirement";

/**
 * Makes the next practice case, under the codebook that is current, and offers it. Refused where
 * its text, a reference level or a reason is missing. Only leads may.
 */
export async function makePracticeCase(
  viewer: Viewer,
  typed: PracticeContent,
): Promise<Outcome<{ number: number }>> {
  if (!mayMakePracticeCases(viewer)) return notFound;
  return write(async (tx) => {
    const codebook = await currentCodebook(tx);
    const content = readPracticeContent(codebook, typed);
    if (content.kind !== "done") return content;
    const [last] = await tx.select({ number: max(practiceCases.number) }).from(practiceCases);
    const number = (last?.number ?? 0) + 1;
    const madeBy = personIdOf(viewer);
    await tx.insert(practiceCases).values({ number, codebookVersion: codebook.version, madeBy });
    await addRevision(tx, viewer, { number, codebook, revision: 1 }, content.value);
    await tx
      .insert(practiceOffers)
      .values({ practiceCase: number, revision: 1, offered: true, switchedBy: madeBy });
    await record(tx, viewer, { action: "made a practice case", subject: practiceName(number) });
    return done({ number });
  });
}

async function addRevision(
  tx: Db,
  viewer: Viewer,
  of: Pick<PracticeCase, "number" | "codebook" | "revision">,
  { text, references }: PracticeContent,
): Promise<void> {
  const { number: practiceCase, codebook, revision } = of;
  const recordedBy = personIdOf(viewer);
  await tx.insert(practiceCaseRevisions).values({ practiceCase, revision, text, recordedBy });
  for (const [factor, reference] of Object.entries(references))
    await tx.insert(practiceReferences).values({
      ...{ practiceCase, revision, codebookVersion: codebook.version, factor },
      ...reference,
    });
}

/**
 * Changes a practice case: what there is to read, the reference levels and their reasons become its
 * next revision; the same as before is not recorded again. Whoever has submitted it keeps the result
 * that they had. Refused as in makePracticeCase, and when somebody else changed it since
 * `seenRevision`. Only leads may.
 */
export async function changePracticeCase(
  viewer: Viewer,
  number: number,
  seenRevision: number,
  typed: PracticeContent,
): Promise<Outcome> {
  if (!mayMakePracticeCases(viewer)) return notFound;
  return write(async (tx) => {
    const now = await practiceCaseNow(tx, viewer, number);
    if (!now) return notFound;
    const content = readPracticeContent(now.codebook, typed);
    if (content.kind !== "done") return content;
    if (now.revision !== seenRevision) return refused("", changedSince);
    const { text, references } = now;
    if (isDeepStrictEqual({ text, references }, content.value)) return done();
    await addRevision(tx, viewer, { ...now, revision: now.revision + 1 }, content.value);
    await record(tx, viewer, { action: "changed a practice case", subject: practiceName(number) });
    return done();
  });
}

const changedSince =
  "Somebody else has changed this practice case since you opened it. What you typed is still here, and cannot be saved from this page: open the practice case in another tab, and copy over what you want to keep.";

/**
 * Withdraws a practice case, or offers it again. Nobody begins or goes on with one that is
 * withdrawn; what was submitted and drafted stays. Refused where too
 * few would be left for what the team requires. Only leads may.
 */
export async function offerPracticeCase(
  viewer: Viewer,
  number: number,
  offered: boolean,
): Promise<Outcome> {
  if (!mayMakePracticeCases(viewer)) return notFound;
  return write(async (tx) => {
    const [last] = await tx
      .select({ revision: practiceOffers.revision, offered: practiceOffers.offered })
      .from(practiceOffers)
      .where(eq(practiceOffers.practiceCase, number))
      .orderBy(desc(practiceOffers.revision))
      .limit(1);
    if (!last) return notFound;
    if (last.offered === offered) return done();
    const whyNot = offered ? null : await whyNotWithdrawn(tx);
    if (whyNot) return refused("", whyNot);
    await tx.insert(practiceOffers).values({
      ...{ practiceCase: number, revision: last.revision + 1 },
      ...{ offered, switchedBy: personIdOf(viewer) },
    });
    await record(tx, viewer, {
      action: offered ? "offered a practice case again" : "withdrew a practice case",
      subject: practiceName(number),
    });
    return done();
  });
}
