import { expect, test } from "vitest";
import { daysToRateSchema, isOverdue, limitInWords } from "./deadlines";

test.each([
  ["", null],
  ["  ", null],
  ["1", 1],
  [" 21 ", 21],
  ["99", 99],
  ["100", 100],
  ["299", 299],
  ["359", 359],
  ["365", 365],
])("%j days to rate are read as %s", (typed, days) => {
  expect(daysToRateSchema.parse(typed)).toBe(days);
});

test.each(["0", "366", "400", "1000", "-1", "1.5", "07", "1e2", "three", "٣", null])(
  "%j days to rate are refused",
  (typed) => {
    expect(daysToRateSchema.safeParse(typed).error?.issues[0]?.message).toBe(
      "Enter a whole number of days from 1 to 365, or leave it blank for no limit",
    );
  },
);

test.each([
  [null, "no limit"],
  [1, "1 day"],
  [21, "21 days"],
])("a limit of %s reads as %s", (days, words) => {
  expect(limitInWords(days)).toBe(words);
});

test.each([
  ["on the last day", "2016-10-15T22:59:00.000Z", 14, false],
  ["on the day after, which begins at midnight in Britain", "2016-10-15T23:00:00.000Z", 14, true],
  ["without a limit, after years", "2026-10-01T09:00:00.000Z", null, false],
  ["on the day of the assignment", "2016-10-01T20:00:00.000Z", 1, false],
])("a case assigned on 1 October %s", (_, now, days, overdue) => {
  expect(isOverdue("2016-10-01T09:00:00.000Z", days, now)).toBe(overdue);
});
