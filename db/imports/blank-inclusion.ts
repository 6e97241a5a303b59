import type { CaseDraft } from "@/domain/import/draft";
import type { StudyDoubt } from "./review";

/**
 * Notes the new cases of which a file has a blank where it could say whether they are in the
 * analysis; one doubt for all of them, at the first. For use inside db/.
 */
export function noteBlankInclusion() {
  let first: CaseDraft | null = null;
  let count = 0;
  return {
    add(draft: CaseDraft) {
      if (!draft.blankInclusion) return;
      first ??= draft;
      count += 1;
    },
    told: (): StudyDoubt[] => (first === null ? [] : [doubtOf(first, count)]),
  };
}

function doubtOf({ place, reference }: CaseDraft, count: number): StudyDoubt {
  const others = count === 2 ? "1 other new case" : `${count - 1} other new cases`;
  const whether = count === 1 ? `${reference} is` : `${reference} and ${others} are`;
  return {
    place,
    value: `no answer for whether ${whether} in the analysis`,
    expected: `${count === 1 ? "a case" : "cases"} to leave out: without an answer a new case is in it`,
  };
}
