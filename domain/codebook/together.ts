import { type Codebook, type Factor, findFactor } from "./codebook";

/**
 * Some versions of the codebook as one, to name what was rated by any of them: the factors of the
 * first as they stand there, and after them those that only later ones have. A factor has a level
 * for every score that it has in one of the versions, the highest first. Nobody rates by it.
 *
 * Example: of a version with Neglect and Debts and an older one with Neglect and Gambling it has
 * Neglect, Debts and Gambling.
 */
export function codebooksTogether(versions: readonly [Codebook, ...Codebook[]]): Codebook {
  const factors = new Map<string, Factor>();
  for (const codebook of versions)
    for (const factor of codebook.factors) {
      const known = factors.get(factor.key);
      factors.set(factor.key, known ? withLevelsOf(known, factor) : factor);
    }
  return { ...versions[0], factors: [...factors.values()] };
}

function withLevelsOf(factor: Factor, other: Factor): Factor {
  const scores = new Set(factor.levels.map(({ score }) => score));
  const more = other.levels.filter(({ score }) => !scores.has(score));
  if (more.length === 0) return factor;
  return { ...factor, levels: [...factor.levels, ...more].sort((a, b) => b.score - a.score) };
}

/** The versions that have a factor, where others of them lack it; none where all have it. */
export function versionsWith(versions: readonly Codebook[], factor: string): string[] {
  const having = versions.filter((one) => findFactor(one, factor));
  return having.length === versions.length ? [] : having.map(({ version }) => version);
}
