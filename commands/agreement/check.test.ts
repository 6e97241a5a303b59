import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { adapter } from "./adapter";
import { checkFixture, fits } from "./check";
import { readFixture } from "./fixture";

const folder = "domain/agreement/fixtures";
const files = readdirSync(folder).sort();

const read = (name: string) => readFixture(readFileSync(`${folder}/${name}`, "utf8"));

test.each(files)("the published figures of %s are what Concord computes", (name) => {
  const checked = checkFixture(read(name));
  expect(checked.filter(({ outcome }) => outcome === "failed")).toEqual([]);
});

test("every check is made but those that Concord does not offer", () => {
  const checked = files.flatMap((name) => checkFixture(read(name)));
  const of = (outcome: string) => checked.filter((one) => one.outcome === outcome);
  expect(files).toHaveLength(16);
  expect(of("passed")).toHaveLength(218);
  expect(of("not offered").map(({ name }) => name)).toEqual([
    "v05-krippendorff2011-4x12, check 4: krippendorffAlpha, ratio",
    "v07-hayes-krippendorff2007, check 4: krippendorffAlpha, ordinal",
    ...[1, 2, 3, 4, 5, 6].map((n) => `v16-benchmark, check ${n}: benchmark`),
  ]);
});

const small = (checks: unknown[]) =>
  readFixture(
    JSON.stringify({
      id: "small",
      title: "Two coders",
      source: "Made for this test",
      categories: [0, 1],
      ratings: [
        [0, 0],
        [0, 1],
      ],
      checks,
    }),
  );

test("a figure that differs fails, and says what it should be", () => {
  const [checked] = checkFixture(small([{ fn: "percentAgreement", expect: { value: 0.75 } }]));
  expect(checked).toEqual({
    name: "small, check 1: percentAgreement",
    outcome: "failed",
    faults: ["value should be 0.75 and is 0.5"],
  });
});

test("what is asked for and not offered fails unless it is optional", () => {
  const checks = [
    { fn: "guess", expect: { value: 1 } },
    { fn: "guess", expect: { value: 1 }, optional: true },
    { fn: "gwetAC", options: { weights: "cubic" }, expect: { value: 1 } },
  ];
  expect(checkFixture(small(checks)).map(({ outcome }) => outcome)).toEqual([
    "failed",
    "not offered",
    "failed",
  ]);
});

test("a field may be missing only where the fixture says so", () => {
  const checks = [
    { fn: "percentAgreement", expect: { value: 0.5, share: 1 } },
    { fn: "percentAgreement", expect: { value: 0.5, share: 1 }, soft: ["share"] },
  ];
  expect(checkFixture(small(checks)).map(({ outcome }) => outcome)).toEqual(["failed", "passed"]);
});

test("null fits null alone, and a choice fits what is among it", () => {
  expect(fits(null, null, 1)).toBe(true);
  expect(fits(null, 0, 1)).toBe(false);
  expect(fits(0, null, 1)).toBe(false);
  expect(fits(null, Number.NaN, 1)).toBe(true);
  expect(fits({ anyOf: [null, 1] }, null, 0)).toBe(true);
  expect(fits({ anyOf: [null, 1] }, 1, 0)).toBe(true);
  expect(fits({ anyOf: [null, 1] }, 0, 0)).toBe(false);
  expect(fits({ min: 0.6, max: 0.64 }, 0.62, 0)).toBe(true);
  expect(fits({ min: 0.6, max: 0.64 }, null, 0)).toBe(false);
});

test("a score that is not in the scale is refused by every coefficient that has one", () => {
  const rows = [[0, 2]];
  const scale = { categories: [0, 1] };
  expect(() => adapter.percentAgreement(rows, scale)).toThrow("2 is not in the scale");
  expect(() => adapter.cohenKappa([0], [2], scale)).toThrow("2 is not in the scale");
  expect(() => adapter.fleissKappa(rows, scale)).toThrow("2 is not in the scale");
  expect(() => adapter.krippendorffAlpha(rows, { ...scale, level: "ordinal" })).toThrow(
    "2 is not in the scale",
  );
  expect(() => adapter.gwetAC(rows, scale)).toThrow("2 is not in the scale");
  expect(() => adapter.brennanPrediger(rows, scale)).toThrow("2 is not in the scale");
});
