import type { SecondRating, SecondRatings } from "@/domain/ratings/second-look";
import { must, rateAndSubmit } from "../fixtures";
import type { Viewer } from "../people/people";
import { holdOpening } from "../ratings/opening";
import { getSecondLook, saveSecondLook } from "./second-look-drafts";
import { beginSecondLook, submitSecondLook } from "./second-looks";

/** What is given in a second look, by factor key, where it is not what was given first. */
export type Again = Readonly<Record<string, Partial<SecondRating>>>;

/** Holds a case, lets its coders submit these scores, and begins its second look. */
export async function secondLookAt(
  lead: Viewer,
  reference: string,
  given: readonly (readonly [coder: Viewer, scores: string])[],
): Promise<void> {
  must(await holdOpening(lead, reference));
  for (const [coder, scores] of given) await rateAndSubmit(coder, reference, scores);
  must(await beginSecondLook(lead, reference));
}

/** Saves a second look in which every level is the first one, but for these. */
export async function draftAgain(
  coder: Viewer,
  reference: string,
  again: Again = {},
): Promise<number> {
  const look = await getSecondLook(coder, reference);
  if (!look) throw new Error(`${coder.name} has nothing to read again in ${reference}`);
  const ratings: SecondRatings = Object.fromEntries(
    Object.entries(look.ratings).map(([key, rating]) => [
      key,
      { ...rating, level: look.first[key]?.level ?? null, ...again[key] },
    ]),
  );
  return must(await saveSecondLook(coder, reference, look.revision, ratings)).revision;
}

/** Reads again and submits. */
export async function readAgain(coder: Viewer, reference: string, again?: Again): Promise<void> {
  const revision = await draftAgain(coder, reference, again);
  must(await submitSecondLook(coder, reference, revision));
}
