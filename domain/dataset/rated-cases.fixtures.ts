import { emptyRecord } from "../case-record/case-record";
import { firstCodeLists } from "../code-lists/code-lists";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import type { Way } from "../reconciliation/reconciliation";
import type { CoderRatings, RatedCase } from "./rated-case";

/** The first codebook, and what the tables are made by with it. */
export const codebook = readCodebook(firstCodebook);
export const book = { lists: firstCodeLists, codebook, codebookOf: () => codebook };

/** The level keys of 13 scores in codebook order: "3210…", a dash where there is none. */
export function levelsOf(scores: string): Record<string, string> {
  return Object.fromEntries(
    codebook.factors.flatMap((factor, index) => {
      const level = factor.levels.find(({ score }) => String(score) === scores[index]);
      return level ? [[factor.key, level.key] as const] : [];
    }),
  );
}

const givenOf = (scores: string) =>
  Object.fromEntries(
    Object.entries(levelsOf(scores)).map(([factor, level]) => [
      factor,
      { level, note: "", unsure: false },
    ]),
  );

/** A coder with these scores, in a second look too where there are some. */
export function coder(
  first: string,
  more: {
    readonly second?: string;
    readonly imported?: boolean;
    readonly joinedLater?: boolean;
    readonly dissents?: CoderRatings["dissents"];
  } = {},
): Omit<CoderRatings, "letter"> {
  const { second = "", imported = false, joinedLater = false, dissents = {} } = more;
  return { imported, joinedLater, first: givenOf(first), second: givenOf(second), dissents };
}

/** A committed case with these agreed scores, of these coders, each level agreed in that way. */
export function ratedCase(
  agreed: string,
  coders: readonly Omit<CoderRatings, "letter">[],
  way: Way | null = "after_discussion",
): RatedCase {
  const levels = levelsOf(agreed);
  return {
    ...{ reference: "2016-01", origin: "registered", version: 1, codebookVersion: "0.1" },
    ...{ committedOn: "2016-02-29", levels },
    record: emptyRecord({ sample: "2016", caseType: "public_s31", incidentType: "suicide" }),
    coders: coders.map((one, index) => ({ letter: "ABC"[index] ?? "", ...one })),
    decided: Object.fromEntries(
      Object.keys(levels).map((factor) => [factor, { way, reason: "", tags: [] }]),
    ),
  };
}
