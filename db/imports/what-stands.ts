import { sections } from "@/domain/case-record/case-record";
import { holdsUntold, sectionsWrittenOver, untold } from "@/domain/case-record/own-words";
import type { CodeLists } from "@/domain/code-lists/code-lists";
import type { Codebook } from "@/domain/codebook/codebook";
import { dayInWords } from "@/domain/dates";
import { besideLevelsOf, type HowRated } from "@/domain/import/beside-levels";
import type { CaseDraft } from "@/domain/import/draft";
import { type Mismatch, mergedRecord } from "@/domain/import/merge";
import type { Levels, StandingCase } from "./standing";

const levelsStand: Mismatch = {
  value: "scores",
  expected:
    "no scores, because the study has this case already; a file brings scores for new cases only",
};
const ratingsStand: Mismatch = {
  value: "independent ratings",
  expected:
    "no independent ratings, because the study has this case already; a file brings them for new cases only",
};

/**
 * What a draft says of the ratings of a case that the study has, where it is not what stands. What
 * the viewer may not learn is not there to be compared with, so the answer is one and the same. For
 * use inside db/.
 */
export function whatIsRated(
  { levels, ratings }: CaseDraft,
  { agreed, ratings: own }: StandingCase,
): Mismatch[] {
  const faults: Mismatch[] = [];
  if (levels !== null && !(agreed && sameLevels(agreed.levels, levels))) faults.push(levelsStand);
  const left = [...own];
  const isThere = (given: Levels) => {
    const found = left.findIndex((one) => sameLevels(one, given));
    if (found >= 0) left.splice(found, 1);
    return found >= 0;
  };
  if (!ratings.every((one) => isThere(one.levels))) faults.push(ratingsStand);
  return faults;
}

function sameLevels(one: Levels, other: Levels): boolean {
  const factors = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...factors].every((factor) => one[factor] === other[factor]);
}

/**
 * What a draft would write over in the record of a case that the study has, though the viewer may
 * not read it: what a form does not let them change. The answer is one and the same whatever stands
 * there. Nor is what stands for a text in a file taken for that text. For use inside db/.
 */
export function whatIsUntold(
  { facts }: CaseDraft,
  { record, told }: StandingCase,
  lists: CodeLists,
): Mismatch[] {
  const after = mergedRecord(told, facts, lists).record;
  const over = after ? sectionsWrittenOver({ record, told }, after) : [];
  const faults = over.map((section) => ({
    value: `a change to “${sections[section].label}”`,
    expected: writtenSince,
  }));
  return holdsUntold(facts) ? [...faults, notTheText] : faults;
}

const writtenSince =
  "none, because something that stands there was written after the case opened; it can be changed when every coder of the case has submitted";
const notTheText: Mismatch = {
  value: `“${untold}”`,
  expected: "the text that it stands for, or no such column",
};

/**
 * The version and the day of commitment that a draft says of a case that the study has, where they
 * are not what stands: they are not taken. With what the viewer may not learn they are not compared.
 * For use inside db/.
 */
export function howCommitted(
  { reference, commitment }: CaseDraft,
  { agreed }: StandingCase,
): Mismatch[] {
  if (!commitment) return [];
  const { version, on } = commitment;
  const differs = (said: unknown, own: unknown) => said !== null && said !== own;
  if (agreed && !differs(version, agreed.version) && !differs(on, agreed.on)) return [];
  const said = [reference, ...inWords(version, on)].join(", ");
  const own = agreed ? `${inWords(agreed.version, agreed.on).join(", ")}, which stays` : "nothing";
  const why = "the study has this case already, and a file says this of new cases only";
  return [{ value: said, expected: `${own}: ${why}` }];
}

/**
 * What a draft says beside the levels of a case that the study has, and where the case came from,
 * where the study has it otherwise: it is not taken. `own` is what the viewer may learn of how the
 * case was rated; without any of that all that the draft says is named, whatever the study has. For
 * use inside db/.
 */
export function besideLevels(
  draft: CaseDraft,
  { origin }: StandingCase,
  own: HowRated,
  { factors }: Codebook,
): Mismatch[] {
  const said = besideLevelsOf(draft, own, factors);
  if (draft.origin !== null && draft.origin !== origin) said.push("where the case came from");
  const expected =
    "what the study has, which stays: it has this case already, and a file says this of new cases only";
  return said.map((what) => ({ value: `${draft.reference}, ${what}`, expected }));
}

function inWords(version: number | null, on: string | null): string[] {
  return [
    ...(version === null ? [] : [`version ${version}`]),
    ...(on === null ? [] : [`committed on ${dayInWords(on)}`]),
  ];
}
