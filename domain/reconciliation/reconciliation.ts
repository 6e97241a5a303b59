import { z } from "zod";
import { type Codebook, type Factor, findLevel, levelOf } from "../codebook/codebook";
import type { Problem } from "../outcome";
import { reasonSchema } from "../reason";
import { type Difference, kindOfDifference, widestGap } from "./comparison";
import { type DecisionTag, tagsSchema } from "./decision-tags";

/** How an agreed level was reached. */
export const ways = {
  all_the_same: { label: "All the same" },
  after_discussion: { label: "Agreed after discussion" },
  third_coder: { label: "Third coder" },
  lead_decision: { label: "Lead’s decision" },
} as const;
export type Way = keyof typeof ways;

/** The ways that a person can choose; "all the same" follows from the ratings. */
export const chosenWays = ["after_discussion", "third_coder", "lead_decision"] as const;

/** A level that the team agreed for one factor, how, and why. */
export interface AgreedLevel {
  readonly level: string;
  readonly way: Way;
  readonly reason: string;
  readonly tags: readonly DecisionTag[];
}

/**
 * What the lead enters for one factor. `seenRevision` is the decision they were looking at, and
 * `seenCoders` has the letters of the coders whose ratings; whoever works without a page has none.
 */
export const decisionSchema = z.strictObject({
  factor: z.string(),
  level: z.string("Select the agreed level").min(1, "Select the agreed level"),
  way: z.enum(chosenWays, "Select how the level was agreed"),
  reason: reasonSchema(),
  tags: tagsSchema.optional(),
  seenRevision: z.int().min(0),
  seenCoders: z.string().optional(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** The letters of the coders whose ratings a room shows, as one word. Example: A and B → "AB". */
export function lettersIn({ letters }: { readonly letters: readonly string[] }): string {
  return letters.join("");
}

/** A factor of a case in reconciliation: what the coders gave, in the coders' order. */
export interface FactorRow {
  readonly factor: Factor;
  /** Level keys, one per coder. */
  readonly given: readonly string[];
}

function scoresGiven(row: FactorRow): number[] {
  return row.given.map((key) => levelOf(row.factor, key).score);
}

/** The kind of difference on this factor; null when fewer than two coders rated it. */
export function differenceOf(row: FactorRow): Difference | null {
  return kindOfDifference(scoresGiven(row));
}

/**
 * The order of work: presence differs, then two or more apart, one apart, same; the wider gap
 * first; then as in the codebook. It does not change as levels are agreed.
 */
export function orderOfWork<R extends FactorRow>(rows: readonly R[]): R[] {
  const rank = (row: R) => {
    const difference = differenceOf(row);
    const kinds: (Difference | null)[] = ["presence_differs", "two_or_more_apart", "one_apart"];
    const kind = kinds.indexOf(difference);
    return kind < 0 ? kinds.length : kind;
  };
  return [...rows].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      widestGap(scoresGiven(b)) - widestGap(scoresGiven(a)) ||
      a.factor.number - b.factor.number,
  );
}

/**
 * Why a reason is needed for this agreed level, in words for the page; null when none is.
 * It is when presence differs, when levels are two or more apart, when the agreed level is none
 * of those given, and when the lead decides alone.
 */
export function whyReasonNeeded(row: FactorRow, level: string, way: Way): string | null {
  const difference = differenceOf(row);
  if (difference === "presence_differs") return "presence differs";
  if (difference === "two_or_more_apart") return "levels are two or more apart";
  if (!row.given.includes(level)) return "no coder gave this level";
  if (way === "lead_decision") return "the lead decided alone";
  return null;
}

/**
 * The level that can be accepted without discussion: the one that at least two coders all gave.
 * Null where they differ, or where fewer than two rated.
 */
export function sameLevel(row: FactorRow): string | null {
  return differenceOf(row) === "same" ? (row.given[0] ?? null) : null;
}

/**
 * Checks one decision against what the coders gave. Returns the agreed level to store, or the
 * problems to show. Where all gave the agreed level, the way is "all the same" whatever was
 * ticked.
 */
export function checkDecision(
  row: FactorRow,
  decision: Pick<Decision, "level" | "way" | "reason" | "tags">,
): { agreed: AgreedLevel } | { problems: Problem[] } {
  const { factor } = row;
  if (!findLevel(factor, decision.level))
    return { problems: [{ field: "level", message: `Select a level for ${factor.label}` }] };
  const way: Way = sameLevel(row) === decision.level ? "all_the_same" : decision.way;
  if (way === "third_coder" && row.given.length < 3)
    return {
      problems: [
        {
          field: "way",
          message: "Fewer than three coders rated this case: select another way",
        },
      ],
    };
  const why = whyReasonNeeded(row, decision.level, way);
  if (why && decision.reason.trim() === "")
    return {
      problems: [{ field: "reason", message: `Enter a reason for ${factor.label}: ${why}` }],
    };
  const { level, reason, tags = [] } = decision;
  return { agreed: { level, way, reason: reason.trim(), tags } };
}

/**
 * Whether an agreed level no longer stands on what the coders gave: a coder who joined after it
 * was agreed can turn "all the same" into a difference, or call for a reason that nobody gave.
 * `way` is null for imported agreed ratings, which stand on nothing that Concord knows.
 * Example: two coders gave Low and it was accepted; a third gives High → true.
 */
export function mustDecideAgain(
  row: FactorRow,
  agreed: { readonly level: string; readonly way: Way | null; readonly reason: string },
): boolean {
  if (agreed.way === null) return false;
  if (agreed.way === "all_the_same") return sameLevel(row) !== agreed.level;
  return agreed.reason === "" && whyReasonNeeded(row, agreed.level, agreed.way) !== null;
}

/** The factors that have no agreed level yet, in codebook order. */
export function leftToDecide(
  codebook: Codebook,
  agreed: Readonly<Record<string, unknown>>,
): Factor[] {
  return codebook.factors.filter((factor) => agreed[factor.key] === undefined);
}
