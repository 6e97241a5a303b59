import { type CodeValue, normal } from "./code-lists";

/**
 * What values were called in the versions of a list, by key, where that is the name of none of its
 * values now. The last version is the one that holds.
 * Example: “SCIE” renamed to “Learning together” → scie: ["SCIE"].
 */
export function formerLabels(
  versions: readonly (readonly CodeValue[])[],
): Readonly<Record<string, readonly string[]>> {
  const now = new Set(versions.at(-1)?.map(({ label }) => normal(label)));
  const former = new Map<string, string[]>();
  for (const { key, label } of versions.flat()) {
    const known = former.get(key) ?? [];
    const isNew = !now.has(normal(label)) && !known.includes(label);
    if (isNew) former.set(key, [...known, label]);
  }
  return Object.fromEntries(former);
}

/**
 * The texts by which a value was known: what it was called, and the key and every name of the values
 * that are merged into it.
 */
export function formerTexts(
  values: readonly CodeValue[],
  labels: Readonly<Record<string, readonly string[]>>,
  key: string,
): string[] {
  const merged = values.filter(({ mergedInto }) => mergedInto === key);
  const theirs = merged.flatMap((one) => [one.key, one.label, ...(labels[one.key] ?? [])]);
  return [...(labels[key] ?? []), ...theirs];
}
