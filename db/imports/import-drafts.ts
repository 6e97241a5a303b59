import type { BroughtLists } from "@/domain/code-lists/brought";
import type { CaseDraft } from "@/domain/import/draft";
import { done, notFound, type Outcome, refused, refusedFor } from "@/domain/outcome";
import { reasonFrom, reasonSchema } from "@/domain/reason";
import { mayImport } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import { textsTold } from "../cases/told-texts";
import { bookOf } from "../exports/reading";
import type { Viewer } from "../people/people";
import { imports } from "../schema";
import type { Db } from "../store/engine";
import { write } from "../store/store";
import type { Pieces } from "./chunks";
import { bringCodeLists, changedLists } from "./code-lists";
import type { DraftCounts, ReviewOfCases } from "./review";
import { storeWeighed } from "./storing";
import { startTally } from "./tally";
import { weighed } from "./weigh";

/** A file of an import, by name, with the SHA-256 of its bytes in hexadecimal. */
export interface ImportedFile {
  readonly name: string;
  readonly sha256: string;
}

/** An import to be made. */
export interface DraftImport {
  readonly files: readonly ImportedFile[];
  /** How columns and values were matched, for the next import. No value of the study is in it. */
  readonly matching: unknown;
  readonly drafts: Pieces<CaseDraft>;
  /** The code lists that come with them. */
  readonly lists?: BroughtLists;
  /** Needed when a case changes that is in the dataset. */
  readonly reason: string;
  /** `seen` of the review that was shown: refused when it would not be the same now. */
  readonly seen?: string;
}

/**
 * Takes drafts into the study, all or nothing. Refused with every fault, each with the name of its
 * sheet as the field; with the field "reason" when one is needed, with "seen" when the study has
 * changed since the review, and with "" when there is nothing to import, be it code lists alone. Only leads may. It does
 * not join another transaction: what it refuses it takes back whole.
 */
export async function importDrafts(
  viewer: Viewer,
  made: DraftImport,
): Promise<Outcome<{ id: string }>> {
  if (!mayImport(viewer)) return notFound;
  const reason = reasonSchema().safeParse(made.reason);
  if (!reason.success) return refused("reason", reason.error.issues[0]?.message ?? "");
  try {
    return await write((tx) => takeIn(tx, viewer, { ...made, reason: reason.data }));
  } catch (error) {
    if (error instanceof TakenBack) return error.outcome;
    throw error;
  }
}

/** Thrown so that nothing of the transaction is stored. */
class TakenBack extends Error {
  readonly outcome: Outcome<never>;

  constructor(outcome: Outcome<never>) {
    super("An import was refused");
    this.outcome = outcome;
  }
}

async function takeIn(
  tx: Db,
  viewer: Viewer,
  { files, matching, drafts, lists: brought = {}, reason, seen }: DraftImport,
): Promise<Outcome<{ id: string }>> {
  const why = `Imported with ${files.map(({ name }) => name).join(", ")}`;
  const id = crypto.randomUUID();
  const { lists: before } = await bookOf(tx, null);
  const lists = await bringCodeLists(tx, viewer, brought, { importId: id, reason: why });
  const book = { ...(await bookOf(tx, null)), lists };
  const by = { at: new Date().toISOString(), by: personIdOf(viewer) };
  const { version: codebookVersion } = book.codebook;
  const store = storeWeighed(tx, { importId: id, ...by, reason, codebookVersion });
  const tally = startTally(book);
  for await (const chunk of weighed(tx, viewer, drafts, book)) {
    for (const each of chunk) tally.add(each);
    if (!tally.hasFaults()) await store(chunk);
  }
  const review = await tally.review((caseId) => textsTold(tx, viewer, caseId));
  const bringsLists = changedLists(before, lists).length > 0;
  const wrong = whyNot(review, bringsLists, reason, seen);
  if (wrong) throw new TakenBack(wrong);
  await tx
    .insert(imports)
    .values({ id, files, matching, counts: review.counts, reason, madeAt: by.at, madeBy: by.by });
  await record(tx, viewer, { action: "imported cases", subject: inWords(files, review.counts) });
  return done({ id });
}

function whyNot(
  review: ReviewOfCases,
  bringsLists: boolean,
  reason: string,
  seen: string | undefined,
): Outcome<never> | null {
  const { faults, counts } = review;
  if (faults.length > 0)
    return refusedFor(faults.map(({ place, message }) => ({ field: place.sheet, message })));
  if (seen !== undefined && seen !== review.seen)
    return refused(
      "seen",
      "What the files say or the study holds has changed since the check. Check again to see what holds now.",
    );
  if (counts.new + counts.changed === 0 && !bringsLists)
    return refused("", "There is nothing to import: the study has all of it already.");
  if (!review.needsReason) return null;
  const given = reasonFrom(reason, "Say why the records of committed cases are changed");
  return given.kind === "done" ? null : given;
}

/** The files and what came of them, for the log: "cases.xlsx: 86 new, 3 changed". */
function inWords(files: readonly ImportedFile[], counts: DraftCounts): string {
  const names = files.map(({ name }) => name).join(", ");
  return `${names}: ${counts.new} new, ${counts.changed} changed`;
}
