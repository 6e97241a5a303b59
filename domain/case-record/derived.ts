import type { MotherAgeBand } from "../cases";
import type { CaseRecord } from "./case-record";

/** The bands of Table 8, each with the highest age in it. */
const motherAges: readonly (readonly [MotherAgeBand, number])[] = [
  ["under_21", 20],
  ["21_25", 25],
  ["26_30", 30],
  ["31_35", 35],
  ["36_39", Number.POSITIVE_INFINITY],
];

/**
 * The band of Table 8 for the mother's age at the birth of her first child: from the age where it
 * is known, otherwise as it was given. Null where nothing is recorded. Example: 20 → under 21.
 */
export function motherAgeBandOf(
  record: Pick<CaseRecord, "motherAge" | "motherAgeBand">,
): MotherAgeBand | null {
  const { motherAge, motherAgeBand } = record;
  if (motherAge === null) return motherAgeBand;
  return motherAges.find(([, upTo]) => motherAge <= upTo)?.[0] ?? null;
}

/** The bands of Table 7, each with the highest age in it, in whole years. */
export const childAgeBands = [
  { key: "under_1", label: "Under 1", upTo: 0 },
  { key: "1_5", label: "1 to 5", upTo: 5 },
  { key: "6_10", label: "6 to 10", upTo: 10 },
  { key: "11_15", label: "11 to 15", upTo: 15 },
  { key: "16_17", label: "16 to 17", upTo: 17 },
] as const;

/** The band of Table 7 for a child's age in whole years, 0 to 17. Example: 0 → "Under 1". */
export function childAgeBandOf(ageYears: number): string {
  return childAgeBands.find(({ upTo }) => ageYears <= upTo)?.label ?? "";
}
