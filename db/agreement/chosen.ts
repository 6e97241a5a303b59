import { createHash } from "node:crypto";
import type { RatedCases } from "@/domain/agreement/rated-cases";
import { agreementOf, type TeamAgreement } from "@/domain/agreement/team-agreement";
import type { Db } from "../engine";
import type { Viewer } from "../people";
import { keptByKey } from "../tables/cache";
import { type AgreementAsked, type Choice, choiceFor } from "./choice";
import { ratedCases } from "./ratings";

/** What is chosen, and what is computed of it. For use inside db/. */
export interface Chosen extends Choice {
  readonly computed: Computed;
}

/** What follows from the submissions alone, whoever asks. */
export interface Computed {
  readonly rated: RatedCases;
  readonly agreement: TeamAgreement;
}

const keptRatings = keptByKey<RatedCases>(20);
const kept = keptByKey<Computed>(20);

/** What is chosen, as far as the viewer may learn it, and what is computed of it, once for each state. */
export async function chosenFor(db: Db, viewer: Viewer, asked: AgreementAsked): Promise<Chosen> {
  const choice = await choiceFor(db, viewer, asked);
  const computed = await kept(keyOf(choice), async () => {
    const rated = await ratedOf(db, choice);
    return { rated, agreement: await agreementOf(rated, pause) };
  });
  return { ...choice, computed };
}

/** What the chosen coders gave the chosen cases, once for each state. For use inside db/. */
export function ratedOf(db: Db, choice: Choice): Promise<RatedCases> {
  const { submissions, coders, codebooks } = choice;
  const columns = coders.map(({ id }) => id);
  return keptRatings(keyOf(choice), () => ratedCases(db, submissions, columns, codebooks));
}

/** Lets others be answered between two pieces of work. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
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
