import { areWhole, type CodedCase, isCoded, type Rule, scoresByRule } from "./coded-case";

/** The mean risk rating under one rule, beside what was agreed for the same cases. */
export interface RuleMean {
  readonly rule: Rule;
  /** On how many cases the rule decides, and their risk ratings under it, added up. */
  readonly n: number;
  readonly sum: number;
  /** The agreed risk ratings of the same cases, added up. */
  readonly agreedSum: number;
  /** How many ratings of a factor the rule gives, and how many of them are not what was agreed. */
  readonly ratings: number;
  readonly differing: number;
}

/** What is counted under each rule, by sample and the key of the rule. */
export type RuleMeans = Map<string, Map<string, RuleMean>>;

/**
 * Adds a case to what is counted under each rule. Cases on which a rule does not decide every factor are
 * in no mean under it; so each mean has beside it what was agreed for the very cases that it is of.
 */
export function addRuleMeans(means: RuleMeans, each: CodedCase): void {
  if (!isCoded(each)) return;
  const agreed = each.scores ?? {};
  const own = means.get(each.sample) ?? new Map<string, RuleMean>();
  means.set(each.sample, own);
  for (const [rule, scores] of scoresByRule(each)) {
    const before = own.get(rule.key) ?? nothing(rule);
    const given = Object.keys(agreed).filter((factor) => scores[factor] !== undefined);
    const isWhole = areWhole(scores, agreed);
    own.set(rule.key, {
      rule,
      n: before.n + (isWhole ? 1 : 0),
      sum: before.sum + (isWhole ? sumOf(given.map((factor) => scores[factor] ?? 0)) : 0),
      agreedSum: before.agreedSum + (isWhole ? sumOf(Object.values(agreed)) : 0),
      ratings: before.ratings + given.length,
      differing:
        before.differing + given.filter((factor) => scores[factor] !== agreed[factor]).length,
    });
  }
}

const nothing = (rule: Rule): RuleMean => ({
  ...{ rule, n: 0, sum: 0, agreedSum: 0, ratings: 0, differing: 0 },
});

function sumOf(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0);
}

/** What was counted for one sample, a line for each of these rules. */
export function ruleMeansOf(means: RuleMeans, sample: string, rules: readonly Rule[]): RuleMean[] {
  const own = means.get(sample);
  return rules.map((rule) => own?.get(rule.key) ?? nothing(rule));
}
