import { createHash } from "node:crypto";
import type { RatedCases } from "@/domain/agreement/rated-cases";
import type { Db } from "../store/engine";
import { keptByKey } from "../tables/cache";
import type { Choice } from "./choice";
import { ratedCases } from "./ratings";

const keptRatings = keptByKey<RatedCases>(20);

/** What the chosen coders gave the chosen cases, once for each state. For use inside db/. */
export function ratedOf(db: Db, choice: Choice): Promise<RatedCases> {
  const { submissions, coders, codebooks } = choice;
  const columns = coders.map(({ id }) => id);
  return keptRatings(keyOf(choice), () => ratedCases(db, submissions, columns, codebooks));
}

/**
 * The content that figures rest on: which ratings, beside which versions, by which codebooks. What a
 * second look held of a case cannot change once its ratings count. For use inside db/.
 */
export function keyOf({ submissions, coders, codebooks }: Choice): string {
  const columns = coders.map(({ id }) => id);
  const versions = codebooks.map(({ version }) => version);
  const hash = createHash("sha256").update(JSON.stringify([versions, columns]));
  for (const { id, versionId } of submissions) hash.update(JSON.stringify([id, versionId]));
  return hash.digest("hex");
}
