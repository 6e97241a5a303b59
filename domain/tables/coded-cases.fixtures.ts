import { randomFrom } from "../random";
import type { CodedCase, Scores } from "./coded-case";
import { referenceCases, rowsOf } from "./reference-cases.fixtures";
import type { TableCase } from "./table-case";

/** The invented cases that stand in for the report's, with the ratings of coders, by their names. */
export function independentRatings(): CodedCase[] {
  const given = new Map<string, Map<string, Record<string, number>>>();
  for (const row of rowsOf("independent_ratings_2015.csv")) {
    const { case_ref = "", coder = "", factor = "", score } = row;
    const coders = given.get(case_ref) ?? new Map<string, Record<string, number>>();
    given.set(case_ref, coders.set(coder, { ...coders.get(coder), [factor]: Number(score) }));
  }
  return referenceCases().map((each) => ({
    ...each,
    given: [...(given.get(each.reference) ?? new Map<string, Scores>())]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, scores]) => scores),
    themes: [],
  }));
}

/** What so many coders gave to each case, near to what was agreed, as a seed decides. */
export function withRandomCoders(
  cases: readonly TableCase[],
  seed: number,
  coders: number,
): CodedCase[] {
  const next = randomFrom(seed);
  const near = (score: number) => (next() < 0.6 ? score : Math.floor(next() * 4));
  return cases.map((each) => ({
    ...each,
    themes: [],
    given: Array.from({ length: coders }, () =>
      Object.fromEntries(
        Object.entries(each.scores ?? {}).map(([factor, score]) => [factor, near(score)]),
      ),
    ),
  }));
}
