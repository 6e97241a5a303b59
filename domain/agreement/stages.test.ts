import { expect, test } from "vitest";
import { type RereadFactor, stagesOf, stagesOfAll } from "./stages";
import { upTo } from "./sums";

type Row = readonly number[];

/** A factor of two coders: what each case was given, held as and agreed as, -1 for a blank. */
function factor(rows: readonly (readonly [given: Row, held: Row, agreed: number])[]): RereadFactor {
  const columns = (part: 0 | 1) =>
    upTo(2).map((coder) => Int8Array.from(rows, (row) => row[part][coder] ?? -1));
  return {
    factor: "neglect",
    scale: [0, 1, 2, 3],
    given: columns(0),
    held: columns(1),
    agreed: Int8Array.from(rows, ([, , agreed]) => agreed),
  };
}

const rated = factor([
  [[3, 1], [2, 1], 2],
  [[0, 0], [0, 0], 0],
  [[3, 0], [3, 3], -1],
  [[1, -1], [1, -1], 3],
]);

test("a second look is measured on the cases that had one, before and after it", () => {
  const { secondLook } = stagesOf(rated, [true, false, true, false]);
  expect(secondLook.before).toMatchObject({ cases: 2, percent: { value: 0 } });
  expect(secondLook.after).toMatchObject({ cases: 2, percent: { value: 0.5 } });
  expect([secondLook.changed, secondLook.ratings]).toEqual([2, 4]);
});

test("ratings of cases with an agreed level are beside it, exactly and within one", () => {
  const { agreed } = stagesOf(rated, [true, false, true, false]);
  expect(agreed).toEqual({
    cases: 3,
    first: { ratings: 5, exact: 2, withinOne: 4 },
    held: { ratings: 5, exact: 3, withinOne: 4 },
  });
});

test("without a second look and an agreed level there is nothing at these stages", () => {
  const { secondLook, agreed } = stagesOf(factor([[[3, 1], [3, 1], -1]]), [false]);
  expect(secondLook.before.percent).toMatchObject({ value: null, reason: "no_two_ratings" });
  expect([secondLook.changed, secondLook.ratings]).toEqual([0, 0]);
  expect(agreed.held).toEqual({ ratings: 0, exact: 0, withinOne: 0 });
});

test("scores are the distances: on 3, 2, 0 the lowest two are not within one", () => {
  const plan = { ...factor([[[1, 0], [1, 0], 1]]), scale: [0, 2, 3] };
  expect(stagesOf(plan, [false]).agreed.first).toEqual({ ratings: 2, exact: 1, withinOne: 1 });
});

test("all factors together are means of figures and sums of ratings", () => {
  const looked = [true, false, true, false];
  const same = stagesOf(factor([[[1, 1], [1, 1], 1]]), [true]);
  const all = stagesOfAll([stagesOf(rated, looked), same]);
  expect(all.secondLook).toMatchObject({ changed: 2, ratings: 6 });
  expect(all.agreed).toEqual({
    cases: 3,
    first: { ratings: 7, exact: 4, withinOne: 6 },
    held: { ratings: 7, exact: 5, withinOne: 6 },
  });
  expect(stagesOfAll([]).secondLook.before.alpha).toMatchObject({ value: null, factors: 0 });
});

test("all factors before and after a second look are the same factors", () => {
  const unmoved = {
    ...factor([
      [[1, 0], [1, 0], -1],
      [[2, 2], [2, 2], -1],
    ]),
    factor: "unmoved",
  };
  const becameOne = factor([
    [[1, 0], [0, 0], -1],
    [[0, 0], [0, 0], -1],
  ]);
  const { before, after } = stagesOfAll([
    stagesOf(unmoved, [true, true]),
    stagesOf(becameOne, [true, true]),
  ]).secondLook;
  expect(before.alpha).toEqual(after.alpha);
  expect(before.alpha.factors).toBe(1);
  const alone = stagesOfAll([stagesOf(becameOne, [true, true])]).secondLook;
  expect(alone.before.alpha).toMatchObject({ value: null, reason: "no_variation", factors: 0 });
});
