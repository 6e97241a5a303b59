import type { Coder } from "@/db/people/people";
import { fewestSame, type Requirement } from "@/domain/practice-cases/requirement";
import type { PracticeResult } from "@/domain/practice-cases/result";

/** How many factors have the reference level: "11 of 13 the same, 12 within one score". */
export function resultInWords({ same, withinOne, factors }: PracticeResult): string {
  return `${same} of ${factors} the same, ${withinOne} within one score`;
}

/** Which way the others lie against the reference: "higher on 2, lower on 1"; "" where all are the same. */
export function directionInWords({ higher, lower }: PracticeResult): string {
  return [higher > 0 && `higher on ${higher}`, lower > 0 && `lower on ${lower}`]
    .filter(Boolean)
    .join(", ");
}

const factors = 13;

/** What is required, as a coder reads it. */
export function requiredInWords(requirement: Requirement): string {
  const { cases, percent } = requirement;
  const same = `the reference level on at least ${fewestSame(requirement, factors)} of ${factors} factors (${percent}%)`;
  return cases === 1 ? `${same} of 1 practice case` : `${same} of each of ${cases} practice cases`;
}

/** Said of a coder whom a lead may assign, and who cannot begin yet. */
export const hasYetToPractise = "Has yet to practise before they can begin.";

/** Coders as the options of a field, with that beside those who have yet to practise. */
export function codersToAssign(coders: readonly Coder[], yetToPractise: readonly string[]) {
  return coders.map(({ id, name }) => ({
    value: id,
    label: name,
    hint: yetToPractise.includes(id) ? hasYetToPractise : undefined,
  }));
}
