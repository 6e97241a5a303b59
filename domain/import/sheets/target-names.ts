import { plain } from "./alike";
import { headerWords } from "./synonyms";
import type { Target } from "./targets";

/**
 * The keys of the targets that go by each name: first by their own names, then by other ones, the
 * nearest first. Example: "sample" is the sample in the first, "year" in a later one.
 */
export function targetsByName(targets: readonly Target[]): Map<string, readonly string[]>[] {
  const called: Map<string, readonly string[]>[] = [];
  for (const target of targets)
    for (const [rank, names] of namesOf(target).entries()) {
      const keys = called[rank] ?? new Map<string, readonly string[]>();
      called[rank] = keys;
      for (const name of names)
        keys.set(name, [...new Set([...(keys.get(name) ?? []), target.key])]);
    }
  return called;
}

/** What a target goes by: first the names of its own, then the other ones, the nearest first. */
export function namesOf({ key, label, field }: Target): string[][] {
  const [list, number] = key.split(".");
  const own = [plain(field.name), plain(field.label)];
  const others = (headerWords[field.name] ?? []).map((name) => [name]);
  if (number === undefined) return [[...own, plain(label)], ...others];
  const words = list === "children" ? ["child", "index child"] : ["period", "involvement"];
  const numbered = (name: string) => [
    ...words.flatMap((word) => [
      `${word} ${number} ${name}`,
      `${word}${number} ${name}`,
      `${name} ${word} ${number}`,
    ]),
    `${name} ${number}`,
  ];
  return [own, ...others].map((names) => names.flatMap(numbered));
}
