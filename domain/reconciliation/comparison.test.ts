import { describe, expect, it } from "vitest";
import { differences, kindOfDifference, widestGap } from "./comparison";

describe("the kind of difference between coders", () => {
  it.each([
    ["two coders give High", [3, 3], "same"],
    ["two coders give Not indicated", [0, 0], "same"],
    ["three coders give Low", [1, 1, 1], "same"],
    ["High meets Medium", [3, 2], "one_apart"],
    ["Medium meets Low", [2, 1], "one_apart"],
    ["a plan is currently for one and previously for the other", [3, 2], "one_apart"],
    ["one of three is one step off", [2, 2, 3], "one_apart"],
    ["High meets Low", [3, 1], "two_or_more_apart"],
    [
      "three coders give High, Medium and Low, the widest gap counts",
      [3, 2, 1],
      "two_or_more_apart",
    ],
    ["High, Low and High, the majority does not count", [3, 1, 3], "two_or_more_apart"],
    ["Low meets Not indicated", [1, 0], "presence_differs"],
    ["High meets Not indicated, presence comes before the distance", [3, 0], "presence_differs"],
    ["a plan is previously for one and No for the other", [2, 0], "presence_differs"],
    ["one of three sees nothing", [2, 2, 0], "presence_differs"],
    ["one of three sees something", [0, 0, 1], "presence_differs"],
  ])("when %s", (_, scores, kind) => {
    expect(kindOfDifference(scores)).toBe(kind);
    expect(kindOfDifference(scores.toReversed())).toBe(kind);
  });

  it.each([
    ["nobody", []],
    ["one coder", [3]],
  ])("is not there when %s rated", (_, scores) => {
    expect(kindOfDifference(scores)).toBeNull();
  });

  it("does not depend on the order of three coders", () => {
    const orders = [
      [0, 2, 3],
      [0, 3, 2],
      [2, 0, 3],
      [2, 3, 0],
      [3, 0, 2],
      [3, 2, 0],
    ];
    expect(orders.map(kindOfDifference)).toEqual(orders.map(() => "presence_differs"));
  });

  it("has four kinds, the most serious first", () => {
    expect(Object.entries(differences).map(([kind, { order }]) => [kind, order])).toEqual([
      ["presence_differs", 0],
      ["two_or_more_apart", 1],
      ["one_apart", 2],
      ["same", 3],
    ]);
  });
});

describe("the widest gap", () => {
  it.each([
    [[], 0],
    [[3], 0],
    [[2, 2], 0],
    [[3, 2], 1],
    [[0, 3, 1], 3],
    [[1, 3, 2], 2],
  ])("of %j is %d", (scores, gap) => {
    expect(widestGap(scores)).toBe(gap);
  });
});
