import { isNotNull, min } from "drizzle-orm";
import { type Comer, coderKeys, coderLabel, comer } from "@/domain/agreement/coders";
import { assignments, ratingSubmissions } from "../schema";
import type { Db } from "../store/engine";
import type { IndependentSubmission } from "./submissions";

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
    ...own.map(({ coder, since }) => ({ ...comer(coder), since })),
    // Names such as coder_a tell nothing of a person: the first free letter will do.
    ...imported.map(({ name, since }) => ({ coder: importedCoderId(name ?? ""), since, wish: 0 })),
  ];
  return coderKeys(all.sort(inOrderOfComing));
}

type Coming = Comer & { readonly since: string | null };

function inOrderOfComing(one: Coming, other: Coming): number {
  return orderOf(one) < orderOf(other) ? -1 : 1;
}

function orderOf({ coder, since }: Coming): string {
  return `${since} ${coder}`;
}

/** Everybody who rated, in the order of their letters, by name where names are asked for. For use inside db/. */
export function namedCoders(
  all: readonly IndependentSubmission[],
  letters: ReadonlyMap<string, string>,
  names: boolean,
) {
  const byId = new Map(all.map((one) => [one.coder, one]));
  return [...byId.values()]
    .map(({ coder, coderName }) => {
      const key = letters.get(coder) ?? "";
      return { id: coder, key, label: names ? coderName : coderLabel(key) };
    })
    .sort((one, other) => (placeOf(one.key) < placeOf(other.key) ? -1 : 1));
}

/** A to Z, then A2 to Z2. */
function placeOf(key: string): string {
  return `${key.slice(1).padStart(3)}${key}`;
}
