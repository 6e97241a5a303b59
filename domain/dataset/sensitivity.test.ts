import { describe, expect, it } from "vitest";
import { book, coder, ratedCase } from "./rated-cases.fixtures";
import { majority, sensitivity, sumOfAll } from "./sensitivity";

const rest = "000000000000";
const rowOf = (...of: Parameters<typeof ratedCase>) =>
  sensitivity.rowsOf(book, ratedCase(...of))[0];

describe("sensitivity", () => {
  it("has what coder A gave, what coder B gave, the majority, and what was agreed", () => {
    const three = [coder(`3${rest}`), coder(`2${rest}`), coder(`3${rest}`)];
    expect(rowOf(`2${rest}`, three)).toMatchObject({
      ...{ case_ref: "2016-01", coders: 3 },
      ...{ neglect_a: 3, neglect_b: 2, neglect_most: 3, neglect: 2 },
      ...{ risk_rating_a: 3, risk_rating_b: 2, risk_rating_most: 3, risk_rating: 2 },
    });
  });

  it("goes by what was given first, not by the second look", () => {
    const both = [coder(`3${rest}`, { second: "2" }), coder(`2${rest}`, { second: "2" })];
    expect(rowOf(`2${rest}`, both)).toMatchObject({ neglect_a: 3, neglect_most: null });
  });

  it("has no majority, and no risk rating under it, where two coders differ", () => {
    expect(rowOf(`3${rest}`, [coder(`3${rest}`), coder(`2${rest}`)])).toMatchObject({
      ...{ neglect_most: null, emotional_abuse_most: 0, risk_rating_most: null },
      ...{ risk_rating_a: 3, risk_rating_b: 2, risk_rating: 3 },
    });
  });

  it("leaves missing, and never 0, what nobody gave", () => {
    expect(rowOf(`3${rest}`, [])).toMatchObject({
      ...{ coders: 0, neglect_a: null, neglect_b: null, neglect_most: null, neglect: 3 },
      ...{ risk_rating_a: null, risk_rating_b: null, risk_rating_most: null, risk_rating: 3 },
    });
    expect(rowOf(`3${rest}`, [coder(`3${rest}`, { imported: true })])).toMatchObject({
      ...{ coders: 1, neglect_a: 3, neglect_b: null, risk_rating_a: 3, risk_rating_b: null },
    });
  });

  it("has no row for a case without agreed ratings, and a name that fits Stata for each column", () => {
    expect(sensitivity.rowsOf(book, { ...ratedCase(`3${rest}`, []), levels: null })).toEqual([]);
    const names = sensitivity.fields(book).map(({ name }) => name);
    expect(names).toHaveLength(2 + 4 * 13 + 4);
    expect(names.filter((name) => name.length > 32)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});

it.each([
  [["high", "medium", "high"], "high"],
  [["high", "medium"], undefined],
  [["high", "medium", "low"], undefined],
  [["high", "high", "low", "low"], undefined],
  [["high", undefined, undefined], undefined],
  [["high", "high", undefined], "high"],
  [["high"], "high"],
  [[], undefined],
])("the majority of %j is %s", (given, level) => {
  expect(majority(given)).toBe(level);
});

it("a sum is missing unless all are there", () => {
  expect(sumOfAll([3, 0, 2])).toBe(5);
  expect(sumOfAll([3, null, 2])).toBeNull();
  expect(sumOfAll([null, 3])).toBeNull();
});
