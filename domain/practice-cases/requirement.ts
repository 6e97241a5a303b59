import { done, type Outcome, type Problem, refusedFor } from "../outcome";
import type { PracticeResult } from "./result";

/** What a team requires before live coding. */
export interface Requirement {
  /** On how many practice cases. */
  readonly cases: number;
  /** On each of them, the percentage of factors that are given the reference level, at least. */
  readonly percent: number;
}

export const mostCasesRequired = 20;

/** What is offered to a team that has not yet said how much it requires. */
export const usualRequirement: Requirement = { cases: 1, percent: 80 };

/** Whether a practice case counts towards the requirement: its level of agreement is reached. */
export function reaches(
  result: Pick<PracticeResult, "same" | "factors">,
  { percent }: Requirement,
): boolean {
  return result.same * 100 >= percent * result.factors;
}

/**
 * The fewest factors with the reference level that are enough.
 * Example: 80% of 13 factors are 10.4, so 11 of them.
 */
export function fewestSame({ percent }: Requirement, factors: number): number {
  return Math.ceil((percent * factors) / 100);
}

/** The requirement as the log and the pages say it. */
export function requirementInWords(requirement: Requirement | null): string {
  if (!requirement) return "no practice";
  const { cases, percent } = requirement;
  return `${percent}% exact agreement on ${cases === 1 ? "1 practice case" : `${cases} practice cases`}`;
}

/**
 * Reads the requirement as typed in a form: "no" for none, or "yes" with how many cases and which
 * percentage. What is not a whole number within bounds is refused under its field.
 */
export function readRequirement(typed: {
  readonly required: string;
  readonly cases: string;
  readonly percent: string;
}): Outcome<Requirement | null> {
  if (typed.required === "no") return done(null);
  const problems: Problem[] = [];
  if (typed.required !== "yes")
    problems.push({ field: "practiceRequired", message: "Select yes or no" });
  const cases = wholeNumber(typed.cases, mostCasesRequired);
  if (cases === null)
    problems.push({
      field: "practiceCases",
      message: "Enter on how many practice cases, a whole number from 1 to 20",
    });
  const percent = wholeNumber(typed.percent, 100);
  if (percent === null)
    problems.push({
      field: "practicePercent",
      message: "Enter how much exact agreement in percent, a whole number from 1 to 100",
    });
  if (cases === null || percent === null || problems.length > 0) return refusedFor(problems);
  return done({ cases, percent });
}

function wholeNumber(typed: string, most: number): number | null {
  const text = typed.trim().replace(/\s*%$/, "");
  const number = Number(text);
  return /^\d{1,3}$/.test(text) && number >= 1 && number <= most ? number : null;
}
