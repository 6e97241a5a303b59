import type { CellPlace } from "../cases-behind";
import { agreedBeside, asAgreed, type Rule } from "../coded-case";
import type { RuleMean } from "../rule-means";

/** The cell of Table 10 that holds the mean of all cases under one rule. */
export function meanUnder({ key }: Rule): CellPlace {
  return { line: "total-total", column: `this ${key}` };
}

/**
 * The cell of Table 10 that holds what was agreed for the cases on which a rule decides: a column beside
 * the rule where these are fewer, and else that of what was agreed.
 */
export function agreedForSame({ rule, n }: RuleMean, means: readonly RuleMean[]): CellPlace {
  const all = means.find((one) => one.rule.key === asAgreed.key)?.n ?? 0;
  return meanUnder(n < all ? agreedBeside(rule) : asAgreed);
}
