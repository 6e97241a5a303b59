/* For tests: what somebody could send in the place of a level. */

/** Thirteen kinds of wrong level: on twelve of the factors, and on the child protection plan. */
const kinds: readonly (readonly [kind: string, onTwelve: unknown, onPlan: unknown])[] = [
  ["the score as a number", 3, 3],
  ["a score as text", "1", "1"],
  ["the label", "High", "Yes, currently"],
  ["capitals", "HIGH", "CURRENTLY"],
  ["spaces round it", " high ", " currently "],
  ["a level of the other scale", "currently", "low"],
  ["letters that look the same", "h\u0456gh", "curr\u0435ntly"],
  ["a name that every object has", "__proto__", "constructor"],
  ["10,000 characters", "x".repeat(10_000), "x".repeat(10_000)],
  ["a null byte", "high\0", "currently\0"],
  ["two levels", ["high", "low"], ["currently", "no"]],
  ["an object", { key: "high" }, { key: "currently" }],
  ["true", true, true],
];

/** A wrong level of a factor. */
export interface WrongLevel {
  readonly key: string;
  readonly label: string;
  readonly kind: string;
  readonly level: unknown;
}

/** Every kind of wrong level for each of these factors. */
export function wrongLevels(
  factors: readonly { readonly key: string; readonly label: string }[],
): WrongLevel[] {
  return factors.flatMap(({ key, label }) =>
    kinds.map(([kind, onTwelve, onPlan]) => ({
      key,
      label,
      kind,
      level: key === "child_protection_plan" ? onPlan : onTwelve,
    })),
  );
}
