import { majority } from "../dataset/sensitivity";
import { isAnalysed, type TableCase } from "./table-case";

/** Scores by the key of their factor. */
export type Scores = Readonly<Record<string, number>>;

/** A case as tables count it, with what its coders gave independently before it was committed. */
export interface CodedCase extends TableCase {
  /** The scores of each coder, in the order of their letters; none where none are held. */
  readonly given: readonly Scores[];
  /** The themes that any of them named for the factor that takes themes. */
  readonly themes: readonly string[];
}

/** Who decides what a case is rated: one of its coders alone, most of them, or the team together. */
export interface Rule {
  readonly key: string;
  readonly label: string;
  /** Whether one coder alone decides. */
  readonly isAlone: boolean;
  /** What was agreed for the cases of another rule: to be set beside that, not drawn by itself. */
  readonly isBeside?: boolean;
}

/** What the team agreed. */
export const asAgreed: Rule = { key: "agreed", label: "As agreed", isAlone: false };
const byMajority: Rule = { key: "majority", label: "Majority", isAlone: false };

/** One coder alone, under the letter that exports give them. Example: 0 → "Coder A alone". */
export function coderAlone(index: number): Rule {
  const letter = String.fromCharCode("A".charCodeAt(0) + index);
  return { key: `coder ${letter}`, label: `Coder ${letter} alone`, isAlone: true };
}

/** What was agreed for the cases and factors on which a rule decides. */
export function agreedBeside({ key, label }: Rule): Rule {
  const whose = key === byMajority.key ? "the majority" : label.replace("Coder", "coder");
  return {
    key: `agreed beside ${key}`,
    label: `As agreed, the same cases as ${whose}`,
    isAlone: false,
    isBeside: true,
  };
}

/** The rules by which cases with at most so many coders can be rated, what was agreed last. */
export function rulesFor(coders: number): Rule[] {
  return [...Array.from({ length: coders }, (_, index) => coderAlone(index)), byMajority, asAgreed];
}

/** Whether a case is in the comparison: analysed, with what its coders gave independently. */
export function isCoded(each: CodedCase): boolean {
  return isAnalysed(each) && each.given.length > 0;
}

/**
 * What a case is rated under each rule: only the factors on which the rule decides. Under a coder alone
 * it is what they gave first; under the majority the score that more than half of all coders gave first,
 * and none where there is no such score.
 *
 * Example: three coders gave neglect 3, 2 and 3, and the team agreed 2. Neglect is 3 under coder A, 2
 * under coder B, 3 under coder C, 3 under the majority and 2 as agreed.
 */
export function scoresByRule(each: CodedCase): [Rule, Scores][] {
  const agreed = each.scores ?? {};
  const most = Object.keys(agreed).flatMap((factor) => {
    const score = majority(each.given.map((scores) => scores[factor]));
    return score === undefined ? [] : [[factor, score] as const];
  });
  return [
    ...each.given.map((scores, index): [Rule, Scores] => [coderAlone(index), scores]),
    [byMajority, Object.fromEntries(most)],
    [asAgreed, agreed],
  ];
}

/**
 * What was agreed of a case for the factors on which each rule decides, so that a figure under a rule can
 * be set beside what was agreed for the very same cases.
 *
 * Example: two coders differ on neglect, and on nothing else. Beside the majority stand the agreed
 * scores of all factors but neglect.
 */
export function agreedBesideRules(each: CodedCase): [Rule, Scores][] {
  const agreed = each.scores ?? {};
  const sameAs = (scores: Scores) =>
    Object.fromEntries(Object.entries(agreed).filter(([factor]) => scores[factor] !== undefined));
  return scoresByRule(each)
    .filter(([{ key }]) => key !== asAgreed.key)
    .map(([rule, scores]) => [
      agreedBeside(rule),
      areWhole(scores, agreed) ? agreed : sameAs(scores),
    ]);
}

/** Whether scores say something of every factor that was agreed, so that they have a sum. */
export function areWhole(scores: Scores, agreed: Scores | null): boolean {
  return agreed !== null && Object.keys(agreed).every((factor) => scores[factor] !== undefined);
}
