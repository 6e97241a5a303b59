import type { CodeList } from "../code-lists/code-lists";
import { formerTexts } from "../code-lists/former-labels";
import type { Codebook, Factor } from "../codebook/codebook";
import type { Code, ScoredLabel } from "./field";

/** Yes and no. */
export const yesOrNo: readonly Code[] = [
  { key: "yes", label: "Yes" },
  { key: "no", label: "No" },
];

/**
 * The values that a code list has now, each with its number: those merged into another are not among
 * them, and their numbers are given to no other. A value says by which texts it was known before.
 * Example: the second of three values is merged into the third → the numbers 1 and 3.
 */
export function codesOf(list: CodeList): Code[] {
  const { values, formerLabels = {} } = list;
  return values.flatMap(({ key, label, offered, mergedInto }, index) => {
    if (mergedInto !== null) return [];
    const formerly = formerTexts(values, formerLabels, key);
    return [
      {
        ...{ key, label, number: index + 1 },
        ...(formerly.length > 0 && { formerly }),
        ...(!offered && { offered: false as const }),
      },
    ];
  });
}

/** The codes of a field with the number that each has where programs want one. */
export function numbered(codes: readonly Code[]): (Code & { readonly number: number })[] {
  return codes.map((code, index) => ({ number: index + 1, ...code }));
}

/** A fixed list as codes. */
export function fixedCodes(list: Readonly<Record<string, { readonly label: string }>>): Code[] {
  return Object.entries(list).map(([key, { label }]) => ({ key, label }));
}

/** The levels of a factor as scores with labels, from the lowest. */
export function scoredLabels(factor: Factor): ScoredLabel[] {
  return factor.levels
    .map(({ score, label }) => ({ score, label }))
    .sort((a, b) => a.score - b.score);
}

/** The levels of all factors as codes, each once. */
export function levelCodes(codebook: Codebook): Code[] {
  const all = codebook.factors.flatMap(({ levels }) => levels);
  return all
    .filter(({ key }, index) => all.findIndex((other) => other.key === key) === index)
    .map(({ key, label }) => ({ key, label }));
}
