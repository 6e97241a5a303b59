import { describe, expect, test } from "vitest";
import { shownAs } from "./as-shown";
import { numberCell } from "./number-cells";
import { meaningOf } from "./number-formats";

describe("the code of a number format tells what a number stands for:", () => {
  test.each([
    ["General", "number"],
    ["0.00", "number"],
    ["0%", "number"],
    ["0.00E+00", "number"],
    ["#,##0.00;[Red]-#,##0.00", "number"],
    ['0 "days"', "number"],
    ["0\\d", "number"],
    ["[$£-809]#,##0.00", "number"],
    ['_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "number"],
    ["@", "number"],
    ["dd/mm/yyyy", "day"],
    ["DD-MMM-YY", "day"],
    ["[$-809]d mmmm yyyy;@", "day"],
    ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "day"],
    ["mmm yy", "day"],
    ["mmmm", "day"],
    ["mm", "day"],
    ["mmm h:mm", "day"],
    ["yyyy\\-mm\\-dd\\ hh:mm:ss", "day"],
    ["d/m/yy h:mm AM/PM", "day"],
    ["hh:mm", "time"],
    ["h:mm:ss AM/PM", "time"],
    ["mm:ss.0", "time"],
    ["[h]:mm", "length"],
    ["[mm]:ss", "length"],
  ])("%s → %s", (code, meaning) => {
    expect(meaningOf(code)).toBe(meaning);
  });
});

describe("as its format shows it, as far as that is known:", () => {
  test.each([
    ["0000", "7", "0007"],
    ["0000", "12345", "12345"],
    ["0000;[Red]-0000", "7", "0007"],
    ["[Blue]000", "7", "007"],
    ["0000\\-00", "201507", "2015-07"],
    ["00-00", "7", "00-07"],
    ['"SCR-"000', "7", "SCR-007"],
    ["_-000_-", "7", "007"],
    ["#", "7", "7"],
    ["#", "0", "0"],
    ["0000", "7.5", null],
    ["yyyy", "7", null],
    ["0000", "-7", null],
    ["General", "7", null],
    ["#,##0", "7", null],
    ["0.00", "7", null],
    ["0%", "7", null],
    ["@", "7", null],
    ["[<100]00;0000", "7", null],
    ['"none"', "7", null],
    ["yyyy\\-mm", "2015-07-01", "2015-07"],
    ["yyyy-mm-dd", "2015-07-01", "2015-07-01"],
    ["[$-809]mmm-yy", "2015-07-01", "Jul-15"],
    ["[$-en-GB]d/m/yyyy;@", "2015-07-01", "1/7/2015"],
    ["[$-407]mmm-yy", "2015-07-01", null],
    ["mmmm yyyy", "2015-07-01", "July 2015"],
    ["d mmmm", "2014-10-14", "14 October"],
    ["dddd d mmmm yyyy", "2015-07-01", null],
    ["dd/mm/yyyy hh:mm", "2015-07-01", null],
    ["0000", "2015-07-01", null],
  ])("%s, %s → %s", (code, text, shown) => {
    expect(shownAs(code)?.(text) ?? null).toBe(shown);
  });
});

describe("a number is written in its shortest form:", () => {
  test.each([
    ["3", "3"],
    ["3.0", "3"],
    ["0.5", "0.5"],
    ["2.2999999999999998", "2.3"],
    ["0.30000000000000004", "0.3"],
    ["-7", "-7"],
    ["-0", "0"],
    ["1E-3", "0.001"],
    ["1.25E-7", "0.000000125"],
    ["1E+21", "1000000000000000000000"],
    ["123456789012345", "123456789012345"],
    ["none", "none"],
  ])("%s → %s", (written, text) => {
    expect(numberCell(written, "number", false)).toBe(text);
  });
});

describe("a date is the day that the spreadsheet program shows:", () => {
  test.each<[string, string, boolean, string]>([
    ["today’s count", "41926", false, "2014-10-14"],
    ["a leap day", "42429", false, "2016-02-29"],
    ["with a time", "41926.75", false, "2014-10-14"],
    ["with a midnight that falls short", "41925.999999999993", false, "2014-10-14"],
    ["the first", "1", false, "1900-01-01"],
    ["before the day that 1900 did not have", "59", false, "1900-02-28"],
    ["the day that 1900 did not have", "60", false, "1900-02-29"],
    ["after it", "61", false, "1900-03-01"],
    ["the last", "2958465", false, "9999-12-31"],
    ["past the last", "2958466", false, "2958466"],
    ["before the first", "-1", false, "-1"],
    ["no day at all", "0", false, "0"],
    ["counted from 1904", "40464", true, "2014-10-14"],
    ["the first from 1904", "0", true, "1904-01-01"],
  ])("%s", (_, written, from1904, day) => {
    expect(numberCell(written, "day", from1904)).toBe(day);
  });
});

describe("a time alone stays a time:", () => {
  test.each([
    ["0.604166666666667", "day", "14:30"],
    ["0.604166666666667", "time", "14:30"],
    ["0.604178240740741", "time", "14:30:01"],
    ["41926.25", "time", "06:00"],
    ["1.5", "length", "36:00"],
  ] as const)("%s as a %s → %s", (written, meaning, text) => {
    expect(numberCell(written, meaning, false)).toBe(text);
  });
});
