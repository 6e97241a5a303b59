import { chiSquaredAbove } from "./distributions";
import { pairTable } from "./pairs";
import type { Patterns } from "./patterns";
import type { Reason } from "./result";
import { at, Square, upTo } from "./sums";

/** A test of whether two coders give each level as often as each other. */
export interface MarginalHomogeneity {
  readonly statistic: number | null;
  readonly degrees: number;
  /** How likely a statistic as large would be if they did; null where there is nothing to test. */
  readonly p: number | null;
  readonly reason: Reason | null;
  /** How many cases both coders rated. */
  readonly cases: number;
}

/**
 * The Stuart-Maxwell test of marginal homogeneity of two coders, over the cases that both rated.
 *
 * Formula: d_k = n_k. - n_.k; S_kk = n_k. + n_.k - 2 n_kk, S_kl = -(n_kl + n_lk);
 * X^2 = d' S^- d, chi-squared with as many degrees of freedom as S has rank: the levels on which
 * they differ, less one for each group of levels that are mixed up with each other. Of two levels
 * it is McNemar's test. Null when nobody rated the same case, and when they never differ.
 *
 * Sources: Stuart (1955), Biometrika 42, 412-416; Maxwell (1970), British Journal of Psychiatry
 * 116, 651-655.
 *
 * Worked example: Stuart's 7,477 women, the sight of the right and the left eye in four grades,
 * give 11.96 with 3 degrees of freedom, p = 0.008.
 */
export function marginalHomogeneity(patterns: Patterns, a: number, b: number): MarginalHomogeneity {
  const { counts: n, cases } = pairTable(patterns, a, b);
  const d = upTo(n.size).map((k) => n.line(k) - n.column(k));
  const s = new Square(n.size, (k, l) =>
    k === l ? n.line(k) + n.column(k) - 2 * n.at(k, k) : -(n.at(k, l) + n.at(l, k)),
  );
  const { form, rank: degrees } = inverseForm(s, d);
  if (degrees === 0) {
    const reason = cases === 0 ? "no_two_ratings" : "no_difference";
    return { statistic: null, degrees, p: null, reason, cases };
  }
  return { statistic: form, degrees, p: chiSquaredAbove(form, degrees), reason: null, cases };
}

/**
 * d' S^- d and the rank of S, by eliminating one level after the other and passing over those that
 * the ones before leave nothing of. S is symmetric and of counts, so what is left is 0 or at least
 * of the order of 1 over the number of cases.
 */
function inverseForm(s: Square, d: readonly number[]): { form: number; rank: number } {
  const rest = [...d];
  let [form, rank] = [0, 0];
  for (const pivot of upTo(s.size)) {
    const own = s.at(pivot, pivot);
    if (own < 1e-9) continue;
    form += at(rest, pivot) ** 2 / own;
    rank += 1;
    for (const k of upTo(s.size).slice(pivot + 1)) {
      const share = s.at(k, pivot) / own;
      rest[k] = at(rest, k) - share * at(rest, pivot);
      for (const l of upTo(s.size).slice(pivot + 1)) s.add(k, l, -share * s.at(pivot, l));
    }
  }
  return { form, rank };
}
