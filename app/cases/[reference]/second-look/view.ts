import type { LineAgain } from "@/components/second-look/check-second-look";
import type { FactorAgain } from "@/components/second-look/read-again";
import type { SecondLook } from "@/db/second-look/second-look-drafts";
import { type Codebook, levelOf } from "@/domain/codebook/codebook";
import { type Ratings, unrated } from "@/domain/ratings/ratings";
import { factorsToReadAgain, type SecondRatings } from "@/domain/ratings/second-look";
import { ratingLines } from "../rating-view";

/** The factors to read again as the form shows them. */
export function factorsAgain({ factors, first, ratings }: SecondLook): FactorAgain[] {
  return factors.map((factor) => {
    const { evidence: _, ...shown } = factor;
    const before = first[shown.key] ?? unrated;
    return {
      ...shown,
      first: before,
      firstLevel: levelOf(factor, before.level ?? "").label,
      now: ratings[shown.key] ?? before,
    };
  });
}

/** A whole second look as pages list it, with the level given first and the quotes that stay. */
export function linesAgain(codebook: Codebook, first: Ratings, again: SecondRatings): LineAgain[] {
  const factors = factorsToReadAgain(codebook, Object.keys(again));
  const ratings = Object.fromEntries(
    factors.map(({ key }) => [key, { ...(first[key] ?? unrated), ...again[key] }]),
  );
  const firstLines = ratingLines({ ...codebook, factors }, first);
  return ratingLines({ ...codebook, factors }, ratings).map((line, index) => ({
    ...line,
    firstLevel: firstLines[index]?.levelLabel ?? "",
  }));
}
