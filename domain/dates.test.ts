import { describe, expect, it } from "vitest";
import {
  dayFrom,
  dayFromMonthFirst,
  dayInWords,
  dayOf,
  daysBetween,
  formatDate,
  formatDateTime,
  formatTime,
  isDay,
  waitedInWords,
} from "./dates";

describe("a moment, as the page says it in Britain", () => {
  it.each([
    ["in winter", "2014-12-01T14:02:00Z", "1 December 2014, 14:02"],
    ["in summer, an hour ahead of UTC", "2014-07-14T14:02:00Z", "14 July 2014, 15:02"],
    [
      "after midnight in summer, still the day before in UTC",
      "2014-06-30T23:30:00Z",
      "1 July 2014, 00:30",
    ],
    ["before midnight in winter", "2014-12-31T23:59:59Z", "31 December 2014, 23:59"],
    ["at midnight", "2014-12-31T00:00:00Z", "31 December 2014, 00:00"],
    ["a minute before summer time begins", "2015-03-29T00:59:00Z", "29 March 2015, 00:59"],
    ["as summer time begins", "2015-03-29T01:00:00Z", "29 March 2015, 02:00"],
    ["a minute before summer time ends", "2015-10-25T00:59:00Z", "25 October 2015, 01:59"],
    ["as summer time ends", "2015-10-25T01:00:00Z", "25 October 2015, 01:00"],
    ["on 29 February", "2016-02-29T12:00:00Z", "29 February 2016, 12:00"],
    ["in September, not shortened", "2014-09-05T11:00:00Z", "5 September 2014, 12:00"],
  ])("%s", (_, instant, words) => {
    expect(formatDateTime(instant)).toBe(words);
    expect(`${formatDate(instant)}, ${formatTime(instant)}`).toBe(words);
  });

  it("is the same day for a date without a time", () => {
    expect(formatDate("2014-10-14")).toBe("14 October 2014");
    expect(formatDateTime("2014-10-14")).toBe("14 October 2014");
  });

  it("is refused when it is none", () => {
    expect(() => formatDate("yesterday")).toThrow(RangeError);
  });
});

describe("a moment, as the day in a file", () => {
  it.each([
    ["2014-12-01T14:02:00Z", "2014-12-01"],
    ["2014-06-30T23:30:00Z", "2014-07-01"],
    ["2014-12-31T23:30:00Z", "2014-12-31"],
    ["2016-02-29", "2016-02-29"],
  ])("%s is %s", (instant, day) => {
    expect(dayOf(instant)).toBe(day);
  });
});

describe("how long something has waited", () => {
  it.each([
    ["2016-10-14T08:00:00Z", "2016-10-14T21:00:00Z", 0, "since today"],
    ["2016-10-14T22:30:00Z", "2016-10-14T23:30:00Z", 1, "for 1 day"],
    ["2016-10-14T08:00:00Z", "2016-10-17T07:00:00Z", 3, "for 3 days"],
    ["2016-10-29T12:00:00Z", "2016-10-31T12:00:00Z", 2, "for 2 days"],
    ["2015-12-31T12:00:00Z", "2017-01-01T12:00:00Z", 367, "for 367 days"],
    ["2016-10-14T09:00:01Z", "2016-10-14T09:00:00Z", 0, "since today"],
  ])("from %s to %s", (since, now, days, words) => {
    expect(daysBetween(since, now)).toBe(days);
    expect(waitedInWords(since, now)).toBe(words);
  });
});

describe("a date that exists", () => {
  it.each([
    ["2016-02-29", true],
    ["2015-02-29", false],
    ["1900-02-29", false],
    ["2000-02-29", true],
    ["2015-02-30", false],
    ["2015-04-31", false],
    ["2015-12-31", true],
    ["2015-13-01", false],
    ["2015-00-10", false],
    ["2015-01-00", false],
    ["2015-01-32", false],
    ["2015-1-2", false],
    ["02/01/2015", false],
    ["2015-01-02T00:00:00Z", false],
    ["20150102", false],
    ["", false],
  ])("“%s”: %s", (text, exists) => {
    expect(isDay(text)).toBe(exists);
  });
});

describe("a date as it is typed", () => {
  it.each([
    ["14 October 2014", "2014-10-14"],
    [" 14 oct 2014 ", "2014-10-14"],
    ["14th Sept. 2014", "2014-09-14"],
    ["14/10/2014", "2014-10-14"],
    ["4.1.2014", "2014-01-04"],
    ["14 10 2014", "2014-10-14"],
    ["14-10-2014", "2014-10-14"],
    ["2014-10-14", "2014-10-14"],
    ["29 February 2016", "2016-02-29"],
    ["31/2/2014", null],
    ["29 February 2015", null],
    ["10/14/2014", null],
    ["14/10/14", null],
    ["14 Octobre 2014", null],
    ["14 ju 2014", null],
    ["October 2014", null],
    ["", null],
  ])("“%s” is %s", (text, date) => {
    expect(dayFrom(text)).toBe(date);
  });

  it.each([
    ["10/14/2014", "2014-10-14"],
    [" 3.4.2014 ", "2014-03-04"],
    ["14 October 2014", "2014-10-14"],
    ["2014-10-14", "2014-10-14"],
    ["14/10/2014", null],
    ["2/31/2014", null],
  ])("“%s” with the month first is %s", (text, date) => {
    expect(dayFromMonthFirst(text)).toBe(date);
  });

  it("is shown as people read it", () => {
    expect(dayInWords("2014-10-14")).toBe("14 October 2014");
  });
});
