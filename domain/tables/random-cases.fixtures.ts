import { motherAgeBands } from "../cases";
import { randomFrom } from "../random";
import { firstBook } from "./reference-cases.fixtures";
import type { TableCase } from "./table-case";

const { lists, codebook } = firstBook;
const types = lists.case_type.values.map(({ key }) => key);
const incidents = lists.incident_type.values.map(({ key }) => key);
const methodologies = lists.methodology.values.map(({ key }) => key);
const involvements = lists.involvement.values.map(({ key }) => key);
const themes = lists.practice_theme.values.map(({ key }) => key);
const mothers = Object.keys(motherAgeBands) as (keyof typeof motherAgeBands)[];

/** Cases of several samples that a seed decides: some excluded, some not committed, facts missing. */
export function randomCases(
  seed: number,
  { most, samples }: { most: number; samples: readonly string[] },
): TableCase[] {
  const next = randomFrom(seed);
  // Sequences of their own, so that the other facts of a seed stay as they are.
  const forPractice = randomFrom(seed + 1_000_000);
  const forChildren = randomFrom(seed + 2_000_000);
  const oneOf = <T>(...all: T[]): T => all[Math.floor(forChildren() * all.length)] as T;
  // The first of a list more often than the last, so that there are small and large counts.
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() ** 2 * list.length)] as T;
  const maybe = <T>(make: () => T): T | null => (next() < 0.12 ? null : make());
  return Array.from({ length: Math.floor(next() * (most + 1)) }, (_, index): TableCase => {
    const children = next() < 0.08 ? 9 : next() < 0.2 ? Math.floor(next() * 4) : 1;
    return {
      reference: `${seed}-${index}`,
      sample: samples[Math.floor(next() * samples.length)] ?? "",
      included: next() > 0.08,
      methodology: maybe(() => pick(methodologies)),
      caseType: pick(types),
      involvement: maybe(() => pick(involvements)),
      months: maybe(() => Math.floor(next() ** 2 * 70)),
      incidentType: pick(incidents),
      motherAgeBand: maybe(() => pick(mothers)),
      children: Array.from({ length: children }, () => ({
        ageYears: maybe(() => Math.floor(next() * 18)),
        sex: oneOf("female", "male", null),
        outcome: oneOf("died", "survived", null),
      })),
      practice: Array.from({ length: Math.floor(forPractice() ** 2 * 5) }, () => ({
        kind: forPractice() < 0.5 ? ("strength" as const) : ("shortcoming" as const),
        theme: themes[Math.floor(forPractice() * themes.length)] ?? "",
      })),
      scores:
        next() < 0.06
          ? null
          : Object.fromEntries(
              codebook.factors.map(({ key, levels }) => [key, pick([...levels].reverse()).score]),
            ),
    };
  });
}
