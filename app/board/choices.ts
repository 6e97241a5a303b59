import { seedOf } from "@/domain/random";
import {
  type AssignmentChoice,
  assignmentChoiceSchema,
  type ReplacementChoice,
  replacementChoiceSchema,
} from "@/domain/sharing";

/** All values under a name: of a form, or of the query of an address. */
export type Values = (name: string) => readonly string[];

const one = (values: Values, name: string) => values(name)[0] ?? "";

// Without one of their own, what is shared out among whom decides the seed.
function seedIn(values: Values, ...among: readonly string[]): string {
  const typed = one(values, "seed").trim();
  return typed === "" ? String(seedOf(among)) : typed;
}

/** What a lead chose to have cases assigned. */
export function assignmentChoiceIn(values: Values) {
  const [cases, coders, how] = [values("cases"), values("coders"), one(values, "how")];
  // Only a draw is asked for a seed. What was typed before another way was chosen does not count.
  const seeds: Values = how === "every" ? () => [] : values;
  return assignmentChoiceSchema.safeParse({
    cases,
    coders,
    how,
    each: one(values, "each"),
    third: one(values, "third") || null,
    seed: seedIn(seeds, ...cases, ...coders),
  });
}

/** What a lead chose to have a coder replaced. */
export function replacementChoiceIn(values: Values) {
  const [left, coders] = [one(values, "left"), values("coders")];
  return replacementChoiceSchema.safeParse({
    left,
    coders,
    cases: values("cases"),
    seed: seedIn(values, left, ...coders),
  });
}

/** An assignment choice as the fields of a form. */
export function fieldsOfAssignment(choice: AssignmentChoice): [string, string][] {
  const { cases, coders, how, each, third, seed } = choice;
  return [
    ...cases.map((value): [string, string] => ["cases", value]),
    ...coders.map((value): [string, string] => ["coders", value]),
    ["how", how],
    ["each", String(each)],
    ["third", third ?? ""],
    ["seed", String(seed)],
  ];
}

/** A replacement choice as the fields of a form. */
export function fieldsOfReplacement(choice: ReplacementChoice): [string, string][] {
  const { cases, coders, left, seed } = choice;
  return [
    ["left", left],
    ...coders.map((value): [string, string] => ["coders", value]),
    ...cases.map((value): [string, string] => ["cases", value]),
    ["seed", String(seed)],
  ];
}
