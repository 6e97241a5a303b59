import { describe, expect, it } from "vitest";
import type { Period } from "./case-record";
import { monthBand, monthsOf, overlaps, totalMonths } from "./periods";

const period = (startDate: string, endDate: string | null, subject: Period["subject"] = null) => ({
  startDate,
  endDate,
  subject,
});

describe("the months of a period", () => {
  it.each([
    ["2008-05-27", "2008-07-27", 2],
    ["2008-11-08", "2011-01-08", 26],
    ["2014-01-01", "2014-01-01", 0],
    ["2014-01-01", "2014-01-10", 0],
    ["2014-01-01", "2014-01-16", 0],
    ["2014-01-01", "2014-01-17", 1],
    ["2014-01-31", "2014-02-28", 1],
    ["2012-02-29", "2013-02-28", 12],
    ["2014-12-20", "2015-01-05", 1],
  ])("from %s to %s are %i", (start, end, months) => {
    expect(monthsOf(period(start, end))).toBe(months);
  });

  it("are unknown while it is open", () => {
    expect(monthsOf(period("2014-01-01", null))).toBeNull();
  });

  it("add up, each rounded first", () => {
    const short = period("2014-01-01", "2014-01-14");
    expect(totalMonths([period("2014-01-01", "2014-02-17"), short, short])).toBe(2);
    expect(totalMonths([])).toBeNull();
    expect(
      totalMonths([period("2014-01-01", "2014-02-01"), period("2014-03-01", null)]),
    ).toBeNull();
  });

  it.each([
    [0, "0 to 12"],
    [12, "0 to 12"],
    [13, "13 to 24"],
    [36, "25 to 36"],
    [48, "37 to 48"],
    [49, "49 and over"],
    [120, "49 and over"],
  ])("%i of them are in the band %s", (months, band) => {
    expect(monthBand(months)).toBe(band);
  });
});

describe("periods overlap", () => {
  const early = period("2014-01-01", "2014-06-30");

  it("when one starts before the other has ended, in either order", () => {
    const late = period("2014-06-29", "2014-12-31");
    expect(overlaps([early, late])).toEqual([[0, 1]]);
    expect(overlaps([late, early])).toEqual([[0, 1]]);
  });

  it("when an open one has started before", () => {
    expect(overlaps([period("2013-01-01", null), early])).toEqual([[0, 1]]);
  });

  it("not when one ends on the day on which the next starts", () => {
    expect(overlaps([early, period("2014-06-30", "2014-12-31")])).toEqual([]);
  });

  it("not when one is with the child and the other with the family", () => {
    const child = { ...early, subject: "child" as const };
    expect(overlaps([child, { ...early, subject: "family" as const }])).toEqual([]);
  });

  it("each pair once", () => {
    expect(overlaps([early, early, early])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });
});
