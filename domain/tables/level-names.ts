import type { Codebook, Factor } from "../codebook/codebook";

/** The scores of levels, the highest first. */
export const scores = ["3", "2", "1", "0"] as const;
export type Level = (typeof scores)[number];

/** What levels are called, by their scores: what most factors share, the first where none is ahead. */
export function usualScale({ factors }: Codebook): Factor["levels"] {
  const shared = new Map<string, Factor[]>();
  for (const factor of factors)
    shared.set(namesOf(factor), [...(shared.get(namesOf(factor)) ?? []), factor]);
  const [most] = [...shared.values()].sort((a, b) => b.length - a.length);
  return most?.[0]?.levels ?? [];
}

/** The names of a factor's levels with their scores, as one text. */
function namesOf({ levels: own }: Pick<Factor, "levels">): string {
  return JSON.stringify(own.map(({ score, label }) => [score, label]));
}

/** Whether the levels of a factor are called as those of most. */
export function isUsual(usual: Factor["levels"], factor: Factor): boolean {
  return namesOf(factor) === namesOf({ levels: usual });
}

/** What levels are called in the legend of a chart. */
export function legendOf(usual: Factor["levels"]): { level: Level; label: string }[] {
  return usual.flatMap(({ score, label }) => {
    const level = scores.find((one) => one === String(score));
    return level ? [{ level, label }] : [];
  });
}

/**
 * What levels are called where a factor has a scale of its own, a sentence for each.
 * Example: "On child protection plan: “Yes, currently”, “Yes, previously”, “No”."
 */
export function otherScales(codebook: Codebook): string[] {
  const usual = usualScale(codebook);
  return codebook.factors
    .filter((factor) => !isUsual(usual, factor))
    .map((factor) => {
      const names = legendOf(factor.levels).map(({ label }) => `“${label}”`);
      return `${factor.label}: ${names.join(", ")}.`;
    });
}
