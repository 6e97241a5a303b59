import { isKeepable, unkeepable } from "../characters";
import type { Codebook, Factor } from "../codebook/codebook";
import { done, type Outcome, type Problem, refusedFor } from "../outcome";

/** The level that a lead says a practice case is to be given for one factor, and why. */
export interface Reference {
  readonly level: string;
  readonly reason: string;
}

/** What leads write of a practice case: what there is to read, and a reference for each factor. */
export interface PracticeContent {
  readonly text: string;
  readonly references: Readonly<Record<string, Reference>>;
}

/** As long as about twenty pages. */
export const longestPracticeText = 60_000;

const longestReason = 2000;

/**
 * Reads what a lead typed of a practice case under a codebook: a text, and for each of its factors
 * one of the factor's own levels and a reason. Texts come trimmed, with line breaks in one way.
 * What is missing or too long is refused, each under the field that it belongs to: "text",
 * "neglect.level", "neglect.reason".
 */
export function readPracticeContent(
  codebook: Codebook,
  typed: PracticeContent,
): Outcome<PracticeContent> {
  const text = inOneWay(typed.text);
  const read = codebook.factors.map((factor) => {
    const { level = "", reason = "" } = typed.references[factor.key] ?? {};
    return { factor, reference: { level, reason: inOneWay(reason) } };
  });
  const problems = [
    ...problemsOfText(text),
    ...read.flatMap(({ factor, reference }) => problemsOfReference(factor, reference)),
  ];
  if (problems.length > 0) return refusedFor(problems);
  const references = read.map(({ factor, reference }) => [factor.key, reference]);
  return done({ text, references: Object.fromEntries(references) });
}

function inOneWay(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
}

function problemsOfText(text: string): Problem[] {
  if (text === "") return [{ field: "text", message: "Enter what there is to read" }];
  if (text.length > longestPracticeText)
    return [{ field: "text", message: "Shorten this to 60,000 characters" }];
  return isKeepable(text) ? [] : [{ field: "text", message: unkeepable }];
}

function problemsOfReference(factor: Factor, { level, reason }: Reference): Problem[] {
  const { key, label, levels } = factor;
  const problems: Problem[] = [];
  if (!levels.some((one) => one.key === level))
    problems.push({ field: `${key}.level`, message: `Select the reference level for ${label}` });
  if (reason === "")
    problems.push({ field: `${key}.reason`, message: `Enter the reason for ${label}` });
  if (reason.length > longestReason)
    problems.push({ field: `${key}.reason`, message: "Shorten this to 2,000 characters" });
  if (!isKeepable(reason)) problems.push({ field: `${key}.reason`, message: unkeepable });
  return problems;
}

const mostPracticeCases = 999_999;

/** The number of a practice case as an address gives it; null when it is none, such as "03" or "x". */
export function practiceNumberFrom(text: string): number | null {
  const number = Number(text);
  return /^[1-9]\d*$/.test(text) && number <= mostPracticeCases ? number : null;
}
