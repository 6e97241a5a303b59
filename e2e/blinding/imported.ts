import { mock } from "node:test";
import { draftOf, finishedDraft, imported, levelsFrom } from "@/db/imports/drafts.fixtures";
import { commandLineViewer } from "@/db/people/people";

const idOf = (number: number) =>
  `00000000-0000-4000-8000-1${String(number).padStart(11, "0")}` as const;

/** The id of the import that tests look at, the same in both twins. */
export const importOfTests = idOf(1);

/**
 * Somebody imports a case with its agreed and its independent ratings, and says in the record of an
 * open case, and in the reason for that, what they have read there. The file states a risk rating of
 * the new case and of one that is committed; neither is what its levels add up to.
 */
export async function importCasesWith(words: string): Promise<void> {
  const coders = ["3210000000000", "3110000000000"].map((scores, place) => ({
    coder: `Coder ${place + 1}`,
    levels: levelsFrom(scores),
  }));
  const facts = { sample: "2016", caseType: "public_s31", incidentType: "neglect_fatal" };
  const drafts = [
    finishedDraft("2016-11", { facts, ratings: coders, stated: { risk_rating: 9 } }),
    draftOf("2016-05", { facts: { actions: [{ description: words, status: null }] } }),
    draftOf("2016-06", { facts: {}, stated: { risk_rating: 1 } }),
  ];
  const id = await withSameIds(() => imported(commandLineViewer(), drafts, { reason: words }));
  if (id !== importOfTests) throw new Error(`The import is ${id}`);
}

/** What is made in both twins has one address, though each makes it by itself. */
async function withSameIds<T>(work: () => Promise<T>): Promise<T> {
  let made = 0;
  const ids = mock.method(crypto, "randomUUID", () => idOf(++made));
  try {
    return await work();
  } finally {
    ids.mock.restore();
  }
}
