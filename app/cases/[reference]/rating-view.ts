import type { RatingLine } from "@/components/rating/rating-lines";
import { type Codebook, levelOf } from "@/domain/codebook/codebook";
import { type Ratings, unrated } from "@/domain/ratings/ratings";

/** A coder's 13 ratings, each with a level, as the pages list them. */
export function ratingLines(codebook: Codebook, ratings: Ratings): RatingLine[] {
  return codebook.factors.map((factor) => {
    const rating = ratings[factor.key] ?? unrated;
    const level = levelOf(factor, rating.level ?? "");
    return {
      key: factor.key,
      number: factor.number,
      label: factor.label,
      levelLabel: level.label,
      score: level.score,
      note: rating.note,
      unsure: rating.unsure,
      quotes: rating.quotes,
      themes: rating.themes.map(
        (key) => codebook.otherThemes.find((theme) => theme.key === key)?.label ?? key,
      ),
      description: rating.description,
    };
  });
}

/** The sum of the scores of these lines. */
export function sumOfScores(lines: readonly { readonly score: number }[]): number {
  return lines.reduce((sum, line) => sum + line.score, 0);
}
