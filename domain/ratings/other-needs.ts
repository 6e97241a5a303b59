import type { Factor } from "../codebook/codebook";
import type { Rating } from "./ratings";

/**
 * What "Other" still needs: above "Not indicated" at least one theme, and a description. Nothing
 * for a factor without themes, and nothing before it has a level.
 * Example: High with a theme alone needs ["description"].
 */
export function otherNeeds(
  factor: Pick<Factor, "levels" | "takesThemes">,
  rating: Pick<Rating, "level" | "themes" | "description">,
): ("themes" | "description")[] {
  const level = factor.levels.find(({ key }) => key === rating.level);
  if (!factor.takesThemes || !level || level.score === 0) return [];
  return [
    ...(rating.themes.length === 0 ? (["themes"] as const) : []),
    ...(rating.description.trim() === "" ? (["description"] as const) : []),
  ];
}
