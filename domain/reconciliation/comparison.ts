/** How far the coders of a case are apart on one factor. */
export const differences = {
  presence_differs: { label: "Presence differs", order: 0 },
  two_or_more_apart: { label: "Two or more apart", order: 1 },
  one_apart: { label: "One apart", order: 2 },
  same: { label: "Same", order: 3 },
} as const;
export type Difference = keyof typeof differences;

/**
 * The kind of difference between coders, the first that applies:
 * presence differs (a 0 against a score above 0), two or more apart, one apart, same.
 * "Apart" is the widest gap between any two scores, so on the child protection plan
 * "currently" (3) and "previously" (2) are one apart.
 * `scores` holds one score per coder. Null with fewer than two: there is nothing to compare.
 * Examples: [3, 1, 3] → two or more apart; [0, 2] → presence differs; [2, 2] → same.
 */
export function kindOfDifference(scores: readonly number[]): Difference | null {
  if (scores.length < 2) return null;
  if (scores.includes(0) && scores.some((score) => score > 0)) return "presence_differs";
  const gap = widestGap(scores);
  if (gap >= 2) return "two_or_more_apart";
  return gap === 1 ? "one_apart" : "same";
}

/** The distance between the highest and the lowest score; 0 for one score or none. */
export function widestGap(scores: readonly number[]): number {
  return scores.length === 0 ? 0 : Math.max(...scores) - Math.min(...scores);
}
