import { describe, expect, test } from "vitest";
import { randomFrom } from "./random";
import {
  assignmentChoiceSchema,
  type CaseToShare,
  type CoderToShare,
  giveToAll,
  replacementChoiceSchema,
  type Share,
  shareOut,
} from "./sharing";

const casesOf = (count: number, wanted: number): CaseToShare[] =>
  Array.from({ length: count }, (_, index) => ({ reference: `2016-${index}`, wanted, not: [] }));
const codersOf = (...open: number[]): CoderToShare[] =>
  open.map((one, index) => ({ id: "abcdefgh"[index] ?? "", open: one }));

/** How many cases wait for each afterwards. */
const loadsAfter = (coders: readonly CoderToShare[], shares: readonly Share[]) =>
  coders.map(({ id, open }) => open + shares.filter((one) => one.coders.includes(id)).length);
const spread = (loads: readonly number[]) => Math.max(...loads) - Math.min(...loads);

describe("sharing out at random", () => {
  test.each([
    ["ten cases, two each, among four", casesOf(10, 2), codersOf(0, 0, 0, 0), [5, 5, 5, 5]],
    ["seven cases, three each, among four", casesOf(7, 3), codersOf(0, 0, 0, 0), [5, 5, 5, 6]],
    ["to those who have less", casesOf(4, 2), codersOf(9, 0, 1, 2), [3, 4, 4, 9]],
    ["to somebody who had none", casesOf(3, 1), codersOf(5, 1), [4, 5]],
    ["all to all, where a case wants everybody", casesOf(2, 3), codersOf(0, 7, 1), [2, 3, 9]],
    ["nothing, where there are no cases", casesOf(0, 2), codersOf(1, 3), [1, 3]],
  ])("gives %s", (_, cases, coders, expected) => {
    for (let seed = 0; seed < 40; seed++) {
      const loads = loadsAfter(coders, shareOut(cases, coders, seed));
      expect([...loads].sort((one, other) => one - other)).toEqual(expected);
    }
  });

  test("gives a case nobody when too few can have it, and leaves those who were assigned", () => {
    const cases = [
      { reference: "2016-1", wanted: 2, not: ["a", "b"] },
      { reference: "2016-2", wanted: 2, not: ["a"] },
      { reference: "2016-3", wanted: 0, not: [] },
    ];
    expect(shareOut(cases, codersOf(0, 0, 0), 5)).toEqual([
      { reference: "2016-1", coders: [] },
      { reference: "2016-2", coders: ["b", "c"] },
      { reference: "2016-3", coders: [] },
    ]);
  });

  test("hands cases on where who can have which stands in the way of an even share", () => {
    // Only c can have the second case, so that the first must go to a or b, whatever is drawn.
    const cases = [
      { reference: "2016-1", wanted: 1, not: [] },
      { reference: "2016-2", wanted: 1, not: ["a", "b"] },
      { reference: "2016-3", wanted: 1, not: ["a"] },
    ];
    for (let seed = 0; seed < 60; seed++)
      expect(loadsAfter(codersOf(0, 0, 0), shareOut(cases, codersOf(0, 0, 0), seed))).toEqual([
        1, 1, 1,
      ]);
  });

  test("draws the same by the same seed, and other shares by others", () => {
    const draw = (seed: number) =>
      JSON.stringify(shareOut(casesOf(12, 2), codersOf(0, 0, 0, 0), seed));
    expect(draw(4711)).toBe(draw(4711));
    expect(new Set(Array.from({ length: 50 }, (_, seed) => draw(seed))).size).toBe(50);
  });

  test("gives each pair of coders a case about as often", () => {
    const pairs = new Map<string, number>();
    for (let seed = 0; seed < 600; seed++)
      for (const { coders } of shareOut(casesOf(6, 2), codersOf(0, 0, 0, 0), seed))
        pairs.set(coders.join(""), (pairs.get(coders.join("")) ?? 0) + 1);
    expect([...pairs.keys()].sort()).toEqual(["ab", "ac", "ad", "bc", "bd", "cd"]);
    expect(Math.min(...pairs.values())).toBeGreaterThan(500);
  });
});

/** A small sharing out of any kind, by a seed. */
function anySharing(seed: number) {
  const random = randomFrom(seed);
  const below = (end: number) => Math.floor(random() * end);
  const coders = codersOf(...Array.from({ length: 2 + below(3) }, () => below(4)));
  const cases = Array.from({ length: 1 + below(4) }, (_, index) => ({
    reference: `2016-${index}`,
    wanted: below(3),
    not: coders.filter(() => random() < 0.3).map(({ id }) => id),
  }));
  return { cases, coders, seed: below(1_000_000) };
}

/** The most even that there is, by trying everything: the least sum of squares of the loads. */
function mostEven(cases: readonly CaseToShare[], loads: ReadonlyMap<string, number>): number {
  const [first, ...rest] = cases;
  if (!first) return [...loads.values()].reduce((sum, load) => sum + load * load, 0);
  const able = [...loads.keys()].filter((id) => !first.not.includes(id));
  if (able.length < first.wanted) return mostEven(rest, loads);
  const choices = subsets(able, first.wanted).map((taken) => {
    const more = [...loads].map(([id, load]) => [id, load + (taken.includes(id) ? 1 : 0)] as const);
    return mostEven(rest, new Map(more));
  });
  return Math.min(...choices);
}

function subsets(ids: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return ids.flatMap((id, index) =>
    subsets(ids.slice(index + 1), size - 1).map((others) => [id, ...others]),
  );
}

test("whatever is shared out, it is as even as can be, and nobody has a case twice or again", () => {
  let unequal = 0;
  for (let seed = 0; seed < 600; seed++) {
    const { cases, coders, seed: drawn } = anySharing(seed);
    const shares = shareOut(cases, coders, drawn);
    for (const [index, { reference, wanted, not }] of cases.entries()) {
      const given = shares[index];
      const able = coders.filter(({ id }) => !not.includes(id)).length;
      expect(given?.reference).toBe(reference);
      expect(new Set(given?.coders).size).toBe(given?.coders.length);
      expect(given?.coders.filter((id) => not.includes(id))).toEqual([]);
      expect(given?.coders.length).toBe(able < wanted ? 0 : wanted);
    }
    const loads = loadsAfter(coders, shares);
    const squares = loads.reduce((sum, load) => sum + load * load, 0);
    expect(squares, `seed ${seed}`).toBe(
      mostEven(cases, new Map(coders.map(({ id, open }) => [id, open]))),
    );
    if (spread(loads) > 1) unequal += 1;
  }
  // Some of them cannot be even, so that the comparison says something.
  expect(unequal).toBeGreaterThan(50);
});

describe("the same coders for every case", () => {
  const cases = ["2016-1", "2016-2", "2016-3", "2016-4"].map((reference) => ({
    reference,
    not: [],
  }));

  test("and a third for every second", () => {
    expect(giveToAll(cases, ["a", "b"], "c").map(({ coders }) => coders.join(""))).toEqual([
      "ab",
      "abc",
      "ab",
      "abc",
    ]);
  });

  test("without a third, and not again for those who were assigned", () => {
    const [first, ...rest] = cases;
    const again = [{ reference: first?.reference ?? "", not: ["b"] }, ...rest];
    expect(giveToAll(again, ["a", "b"], null).map(({ coders }) => coders.join(""))).toEqual([
      "a",
      "ab",
      "ab",
      "ab",
    ]);
  });
});

const choice = {
  cases: ["2016-02", "2016-01", "2016-02"],
  coders: ["a", "b", "a"],
  how: "balanced",
  each: "2",
  third: null,
  seed: " 12 ",
};

describe("what a lead says to have cases assigned", () => {
  test("is read in the order of the references, nothing twice", () => {
    expect(assignmentChoiceSchema.parse(choice)).toEqual({
      cases: ["2016-01", "2016-02"],
      coders: ["a", "b"],
      how: "balanced",
      each: 2,
      third: null,
      seed: 12,
    });
  });

  test.each<[string, object, string, string]>([
    ["no cases", { cases: [] }, "cases", "Select the cases on the board first"],
    ["no coders", { coders: [] }, "coders", "Select the coders"],
    ["no manner", { how: "" }, "how", "Select how they are assigned"],
    ["one coder a case", { each: "1" }, "each", "Select how many coders each case is to have"],
    [
      "a word for a seed",
      { seed: "x" },
      "seed",
      "Enter a seed of at most nine digits, or leave it blank",
    ],
    [
      "ten digits",
      { seed: "1234567890" },
      "seed",
      "Enter a seed of at most nine digits, or leave it blank",
    ],
    [
      "fewer coders than a case is to have",
      { each: "3" },
      "coders",
      "Select at least as many coders as each case is to have",
    ],
    [
      "a third who has every case",
      { how: "every", third: "b" },
      "third",
      "Select a third coder who does not have every case already",
    ],
  ])("is refused with %s", (_, change, field, message) => {
    const [first] = assignmentChoiceSchema.safeParse({ ...choice, ...change }).error?.issues ?? [];
    expect([first?.path[0], first?.message]).toEqual([field, message]);
  });

  test("the same for every case may be one coder, who joins others", () => {
    const one = { ...choice, coders: ["a"], how: "every", third: "c" };
    expect(assignmentChoiceSchema.parse(one)).toMatchObject({ coders: ["a"], third: "c" });
  });
});

describe("what a lead says to have a coder replaced", () => {
  const replacement = { left: "a", coders: ["b", "b"], cases: [], seed: "0" };

  test("is read", () => {
    expect(replacementChoiceSchema.parse(replacement)).toEqual({
      left: "a",
      coders: ["b"],
      cases: [],
      seed: 0,
    });
  });

  test.each<[string, object, string, string]>([
    ["nobody who left", { left: "" }, "left", "Select who left"],
    ["nobody who takes over", { coders: [] }, "coders", "Select who takes over"],
    [
      "the one who left",
      { coders: ["b", "a"] },
      "coders",
      "Select coders other than the one who left",
    ],
  ])("is refused with %s", (_, change, field, message) => {
    const read = replacementChoiceSchema.safeParse({ ...replacement, ...change });
    expect(read.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([
      [field, message],
    ]);
  });
});
