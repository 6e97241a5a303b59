import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import type { Outcome } from "@/domain/outcome";
import type { PracticeContent } from "@/domain/practice-cases/practice-case";
import { type Requirement, requirementInWords } from "@/domain/practice-cases/requirement";
import { must, ratingsUnder } from "../fixtures";
import type { Viewer } from "../people/people";
import { getPracticeDraft, savePracticeDraft } from "./drafts";
import { makePracticeCase } from "./make";
import { getRequirement, setRequirement } from "./requirement";
import { submitPracticeRatings } from "./submissions";

const codebook = readCodebook(firstCodebook);

/** A practice case whose reference levels have these scores, in codebook order. */
export function practiceContent(scores: string, text = "The health visitor called twice.") {
  const levels = ratingsUnder(codebook, scores);
  const references = codebook.factors.map(({ key, label }) => [
    key,
    { level: levels[key]?.level ?? "", reason: `Why it is this for ${label}` },
  ]);
  return { text, references: Object.fromEntries(references) } satisfies PracticeContent;
}

/** Makes a practice case; its number. */
export async function practiceCaseFor(lead: Viewer, scores = "3210000000000"): Promise<number> {
  return must(await makePracticeCase(lead, practiceContent(scores))).number;
}

/** Saves what practice is required, for a lead who has just opened the settings. */
export async function saveRequirement(
  lead: Viewer,
  requirement: Requirement | null,
): Promise<Outcome> {
  return setRequirement(lead, requirement, requirementInWords(await getRequirement(lead)));
}

/** Saves ratings of a practice case with these scores; the revision that they have. */
export async function draftPractice(
  coder: Viewer,
  number: number,
  scores: string,
  note = "",
): Promise<number> {
  const draft = await getPracticeDraft(coder, number);
  if (!draft) throw new Error(`${coder.name} has nothing to rate in Practice ${number}`);
  const { revision, textRevision } = draft;
  const ratings = ratingsUnder(draft.codebook, scores, note);
  return must(await savePracticeDraft(coder, number, { revision, textRevision }, ratings)).revision;
}

/** Rates a practice case with these scores and submits. */
export async function practise(coder: Viewer, number: number, scores: string, note = "") {
  const revision = await draftPractice(coder, number, scores, note);
  must(await submitPracticeRatings(coder, number, revision));
}
