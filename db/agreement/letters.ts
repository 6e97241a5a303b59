import { isNotNull, min } from "drizzle-orm";
import { type Comer, coderKeys } from "@/domain/agreement/coders";
import type { Db } from "../engine";
import { assignments, ratingSubmissions } from "../schema";

/** How the coders of an imported file are called among those who gave independent ratings. */
export function importedCoderId(name: string): string {
  return `imported ${name}`;
}

/**
 * The letter of everybody who was ever assigned to a case or came with imported ratings, the same
 * whoever asks and whatever counts: it rests on who coded and since when, and on no rating, so that
 * it can tell of none. For use inside db/.
 */
export async function lettersOfCoders(db: Db): Promise<ReadonlyMap<string, string>> {
  const own = await db
    .select({ coder: assignments.coderId, since: min(assignments.assignedAt) })
    .from(assignments)
    .groupBy(assignments.coderId);
  const imported = await db
    .select({ name: ratingSubmissions.importedCoder, since: min(ratingSubmissions.submittedAt) })
    .from(ratingSubmissions)
    .where(isNotNull(ratingSubmissions.importedCoder))
    .groupBy(ratingSubmissions.importedCoder);
  const all = [
    ...own.map(({ coder, since }) => ({ coder, since, wish: wishOf(coder) })),
    // Names such as coder_a tell nothing of a person: the first free letter will do.
    ...imported.map(({ name, since }) => ({ coder: importedCoderId(name ?? ""), since, wish: 0 })),
  ];
  return coderKeys(all.sort(inOrderOfComing));
}

/** Ids are random, and so is what their last digits come to. */
function wishOf(id: string): number {
  return Number.parseInt(id.slice(-8), 16);
}

type Coming = Comer & { readonly since: string | null };

function inOrderOfComing(one: Coming, other: Coming): number {
  return orderOf(one) < orderOf(other) ? -1 : 1;
}

function orderOf({ coder, since }: Coming): string {
  return `${since} ${coder}`;
}
