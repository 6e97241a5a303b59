import { expect, test } from "vitest";
import { always, liesIn, periodFrom } from "./period";

test("a period is read as dates are written in Britain, each end open where it is left empty", () => {
  expect(periodFrom({ from: "14 October 2014", to: " 1/2/2015 " })).toEqual({
    period: { from: "2014-10-14", to: "2015-02-01" },
    problems: [],
  });
  expect(periodFrom({ from: "", to: "2015-02-01" })).toEqual({
    period: { from: null, to: "2015-02-01" },
    problems: [],
  });
  expect(periodFrom({ from: "", to: " " })).toEqual({ period: always, problems: [] });
  expect(periodFrom({ from: "2015-02-01", to: "2015-02-01" }).problems).toEqual([]);
});

test("what is no date is a problem of its field, and so is an end before the beginning", () => {
  expect(periodFrom({ from: "last spring", to: "31/2/2015" }).problems).toEqual([
    { field: "from", message: "Rated from must be a date, such as 14 October 2014" },
    { field: "to", message: "Rated to must be a date, such as 14 October 2014" },
  ]);
  expect(periodFrom({ from: "2 February 2015", to: "1 February 2015" }).problems).toEqual([
    { field: "to", message: "Rated to must be the same day as Rated from, or a later one" },
  ]);
});

test("both ends lie in a period", () => {
  const february = { from: "2015-02-01", to: "2015-02-28" };
  const days = ["2015-01-31", "2015-02-01", "2015-02-28", "2015-03-01"];
  expect(days.map((day) => liesIn(day, february))).toEqual([false, true, true, false]);
  expect(days.map((day) => liesIn(day, always))).toEqual([true, true, true, true]);
});
