import type { Problem } from "@/domain/outcome";
import type { Rating } from "@/domain/ratings/ratings";
import type { FactorView } from "./rating-form-state";

/** The problems of a factor that still hold: a row that has been filled in has them no more. */
export function problemsOf(
  factor: FactorView,
  now: Rating,
  problems: readonly Problem[],
): readonly Problem[] {
  return problems.filter(({ field }) => stillMissing(field, factor, now));
}

function stillMissing(field: string, factor: FactorView, { level, themes }: Rating): boolean {
  const { key, levels } = factor;
  if (field === `${key}.level`) return !levels.some((one) => one.key === level);
  if (field === `${key}.themes`) return themes.length === 0;
  return field.startsWith(`${key}.`);
}
