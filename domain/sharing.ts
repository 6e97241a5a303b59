import { z } from "zod";
import { randomFrom, seeds, shuffled } from "./random";

/** A case that is to have more coders. */
export interface CaseToShare {
  readonly reference: string;
  /** How many more coders it wants. */
  readonly wanted: number;
  /** Who cannot be assigned to it: those who ever were. */
  readonly not: readonly string[];
}

/** A coder, and how many cases wait for their ratings already. */
export interface CoderToShare {
  readonly id: string;
  readonly open: number;
}

/** Who is given a case. */
export interface Share {
  readonly reference: string;
  readonly coders: readonly string[];
}

/**
 * Shares cases out among coders at random, so that the numbers of cases that wait for each differ as
 * little as they can. A case is given all the coders that it wants, or none when too few can have
 * it; nobody is given a case twice. It knows nothing of ratings. The same seed shares out the same.
 */
export function shareOut(
  cases: readonly CaseToShare[],
  coders: readonly CoderToShare[],
  seed: number,
): Share[] {
  const random = randomFrom(seed);
  const loads = new Map(coders.map(({ id, open }) => [id, open]));
  const given = new Map<string, string[]>();
  const loadOf = (id: string) => loads.get(id) ?? 0;
  const add = (id: string, more: number) => loads.set(id, loadOf(id) + more);
  for (const { reference, wanted, not } of shuffled(cases, random)) {
    const free = shuffled(coders, random).map(({ id }) => id);
    const able = free.filter((id) => !not.includes(id));
    const least = able.sort((one, other) => loadOf(one) - loadOf(other)).slice(0, wanted);
    const taken = least.length < wanted ? [] : least;
    for (const id of taken) add(id, 1);
    given.set(reference, taken);
  }
  for (
    let chain = unevenChain(cases, given, loads);
    chain;
    chain = unevenChain(cases, given, loads)
  )
    for (const { reference, from, to } of chain) {
      given.set(reference, [...(given.get(reference) ?? []).filter((id) => id !== from), to]);
      add(from, -1);
      add(to, 1);
    }
  const place = new Map(coders.map(({ id }, index) => [id, index]));
  return cases.map(({ reference }) => ({
    reference,
    coders: (given.get(reference) ?? []).sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)),
  }));
}

/** A case that goes from one coder to another. */
interface Step {
  readonly reference: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Cases to hand on, one after the other, so that somebody has one fewer and somebody with at least
 * two fewer than they has one more. Without such a chain no other sharing out is more even.
 */
function unevenChain(
  cases: readonly CaseToShare[],
  given: ReadonlyMap<string, readonly string[]>,
  loads: ReadonlyMap<string, number>,
): Step[] | null {
  const loadOf = (id: string) => loads.get(id) ?? 0;
  const all = [...loads.keys()].sort((one, other) => loadOf(other) - loadOf(one));
  for (const first of all) {
    const ways = new Map<string, Step[]>([[first, []]]);
    for (const [from, way] of ways)
      for (const { reference, not } of cases) {
        const own = given.get(reference) ?? [];
        if (!own.includes(from)) continue;
        for (const to of all) {
          if (ways.has(to) || own.includes(to) || not.includes(to)) continue;
          const onward = [...way, { reference, from, to }];
          if (loadOf(to) <= loadOf(first) - 2) return onward;
          ways.set(to, onward);
        }
      }
  }
  return null;
}

/**
 * Gives every case the same coders, and every second one, in the order given, a third as well. Who
 * was ever assigned to a case is not given it again.
 */
export function giveToAll(
  cases: readonly Omit<CaseToShare, "wanted">[],
  coders: readonly string[],
  third: string | null,
): Share[] {
  return cases.map(({ reference, not }, index) => {
    const all = third !== null && index % 2 === 1 ? [...coders, third] : coders;
    return { reference, coders: all.filter((id) => !not.includes(id)) };
  });
}

/** The ways in which coders are assigned to many cases at once. */
export const manners = {
  balanced: {
    label: "At random, evenly",
    does: "Whoever has fewest cases waiting gets most. The cases each coder gets are drawn by a seed, and nothing else decides.",
  },
  every: {
    label: "The same coders for every case",
    does: "All that you select, and a third for every second case if you like.",
  },
} as const;

/** The most cases that are shared out at once. */
export const mostCases = 100;

const ids = z.array(z.string().min(1).max(100)).max(mostCases);

/** A seed, as a person enters it. */
export const seedSchema = z
  .string()
  .trim()
  .regex(/^\d{1,9}$/, "Enter a seed of at most nine digits, or leave it blank")
  .transform(Number)
  .refine((seed) => seed < seeds);

const cases = ids
  .min(1, "Select the cases on the board first")
  .transform((list) => [...new Set(list)].sort());

type Chosen<Schema extends z.ZodType> = {
  readonly [Field in keyof z.infer<Schema>]: Readonly<z.infer<Schema>[Field]>;
};

/** What a lead says to have many cases assigned. */
export const assignmentChoiceSchema = z
  .strictObject({
    cases,
    coders: ids.min(1, "Select the coders").transform((list) => [...new Set(list)]),
    how: z.enum(["balanced", "every"], "Select how they are assigned"),
    each: z.enum(["2", "3"], "Select how many coders each case is to have").transform(Number),
    third: z.string().max(100).nullable(),
    seed: seedSchema,
  })
  .refine(({ how, coders, each }) => how !== "balanced" || coders.length >= each, {
    path: ["coders"],
    message: "Select at least as many coders as each case is to have",
  })
  .refine(({ how, coders, third }) => how !== "every" || !third || !coders.includes(third), {
    path: ["third"],
    message: "Select a third coder who does not have every case already",
  });
export type AssignmentChoice = Chosen<typeof assignmentChoiceSchema>;

/** What a lead says to have a coder replaced who left; no cases stands for all that wait for them. */
export const replacementChoiceSchema = z
  .strictObject({
    left: z.string().min(1, "Select who left").max(100),
    coders: ids.min(1, "Select who takes over").transform((list) => [...new Set(list)]),
    cases: ids.transform((list) => [...new Set(list)].sort()),
    seed: seedSchema,
  })
  .refine(({ left, coders }) => !coders.includes(left), {
    path: ["coders"],
    message: "Select coders other than the one who left",
  });
export type ReplacementChoice = Chosen<typeof replacementChoiceSchema>;
