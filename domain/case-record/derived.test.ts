import { describe, expect, it } from "vitest";
import { childAgeBandOf, motherAgeBandOf } from "./derived";

describe("the band of the mother’s age", () => {
  it.each([
    [10, "under_21"],
    [20, "under_21"],
    [21, "21_25"],
    [25, "21_25"],
    [26, "26_30"],
    [30, "26_30"],
    [31, "31_35"],
    [35, "31_35"],
    [36, "36_39"],
    [60, "36_39"],
  ])("of %i is %s", (motherAge, band) => {
    expect(motherAgeBandOf({ motherAge, motherAgeBand: null })).toBe(band);
  });

  it("is the one that was given where the age is not known", () => {
    expect(motherAgeBandOf({ motherAge: null, motherAgeBand: "26_30" })).toBe("26_30");
    expect(motherAgeBandOf({ motherAge: null, motherAgeBand: "unknown" })).toBe("unknown");
    expect(motherAgeBandOf({ motherAge: null, motherAgeBand: null })).toBeNull();
  });
});

describe("the band of a child’s age", () => {
  it.each([
    [0, "Under 1"],
    [1, "1 to 5"],
    [5, "1 to 5"],
    [6, "6 to 10"],
    [10, "6 to 10"],
    [11, "11 to 15"],
    [15, "11 to 15"],
    [16, "16 to 17"],
    [17, "16 to 17"],
  ])("of %i is %s", (age, band) => {
    expect(childAgeBandOf(age)).toBe(band);
  });
});
