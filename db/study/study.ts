import { firstCodebook } from "@/domain/codebook/codebook";
import { record } from "../audit";
import { study } from "../schema";
import type { Db } from "../store/engine";
import { reader, write } from "../store/store";
import { introduceCodeLists } from "./code-lists";
import { introduceCodebook } from "./codebooks";

/** A study of a team's own, or the demonstration with its invented cases. */
export type StudyKind = "study" | "demonstration";

/**
 * Makes the study in a new database, with the first codebook and code lists. A study that is there
 * already gets the lists that it does not have yet, and nothing else.
 * Throws when the database holds the other kind: the two never mix.
 */
export async function makeStudy(kind: StudyKind): Promise<void> {
  await write(async (tx) => {
    const [existing] = await tx.select({ kind: study.kind }).from(study);
    if (existing && existing.kind !== kind) throw new WrongKindOfStudy(existing.kind);
    if (!existing) {
      await tx.insert(study).values({ id: 1, kind });
      await introduceCodebook(tx, firstCodebook);
      await record(tx, null, { action: "made the study" });
    }
    await introduceCodeLists(tx);
  });
}

/** The data directory holds a demonstration where a study was asked for, or the reverse. */
export class WrongKindOfStudy extends Error {
  constructor(readonly found: StudyKind) {
    super(`The data directory holds a ${found}`);
  }
}

/** What kind of study this database holds; null before it is made. */
export async function studyKind(db: Db = reader()): Promise<StudyKind | null> {
  const [row] = await db.select({ kind: study.kind }).from(study);
  return row?.kind ?? null;
}
