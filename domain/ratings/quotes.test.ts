import { describe, expect, it, test } from "vitest";
import { countOf, isBlank, noQuote, type Quote, whereOf } from "./quotes";
import { quotesSchema } from "./ratings";

const quote = (change: Partial<Quote> = {}): Quote => ({
  ...noQuote,
  text: "He was left alone overnight",
  ...change,
});

describe("the shape of a factor’s quotes", () => {
  it.each<[string, Quote[]]>([
    ["none", []],
    ["a passage alone", [quote()]],
    ["page and place", [quote({ page: "7", place: "paragraph 3" })]],
    ["one from an opened file", [quote({ page: "7", at: 0 })]],
    ["the same twice", [quote(), quote()]],
    ["1,500 characters", [quote({ text: "x".repeat(1500) })]],
    ["20 of them", Array(20).fill(quote())],
  ])("takes %s as it is", (_, quotes) => {
    expect(quotesSchema.parse(quotes)).toEqual(quotes);
  });

  it("trims what was typed, and stores line breaks in one way", () => {
    expect(
      quotesSchema.parse([quote({ text: " one\r\ntwo \n", page: " 7 ", place: "  " })]),
    ).toEqual([quote({ text: "one\ntwo", page: "7" })]);
  });

  it("leaves out those that nothing is written in", () => {
    expect(quotesSchema.parse([noQuote, quote(), quote({ text: "  ", at: 4 })])).toEqual([quote()]);
  });

  it.each<[string, unknown, (string | number)[], string]>([
    ["a page without a passage", quote({ text: "", page: "7" }), [0, "text"], "Enter the passage"],
    ["a place without a passage", quote({ text: "", place: "end" }), [0, "text"], "Enter the"],
    ["1,501 characters", quote({ text: "x".repeat(1501) }), [0, "text"], "Shorten this passage"],
    ["a long page", quote({ page: "7".repeat(21) }), [0, "page"], "Shorten the page"],
    ["a long place", quote({ place: "x".repeat(201) }), [0, "place"], "Shorten the place"],
    ["a beginning before the first", quote({ at: -1 }), [0, "at"], "Select the passage again"],
    ["half a character", quote({ at: 1.5 }), [0, "at"], "Select the passage again"],
    ["a beginning that is none", quote({ at: Number.NaN }), [0, "at"], "Select the passage again"],
    ["a beginning past any file", quote({ at: 1e9 }), [0, "at"], "Select the passage again"],
    ["no place field", { text: "x", page: "", at: null }, [0, "place"], ""],
    ["a further field", { ...quote(), level: "high" }, [0], ""],
  ])("refuses %s", (_, given, path, message) => {
    const parsed = quotesSchema.safeParse([given]);
    expect(parsed.error?.issues[0]?.path).toEqual(path);
    expect(parsed.error?.issues[0]?.message).toContain(message);
  });

  it("refuses more than 20", () => {
    const parsed = quotesSchema.safeParse(Array(21).fill(quote()));
    expect(parsed.error?.issues[0]).toMatchObject({
      path: [],
      message: "Keep to 20 quotes for one factor: remove one first",
    });
  });
});

test.each([
  [noQuote, true],
  [quote({ text: " \n" }), true],
  [quote({ text: "", at: 7 }), true],
  [quote({ text: "", page: "7" }), false],
  [quote(), false],
])("%o is blank: %s", (given, blank) => {
  expect(isBlank(given)).toBe(blank);
});

test.each([
  ["", "", ""],
  ["7", "", "p. 7"],
  ["", "paragraph 3", "paragraph 3"],
  ["7", "paragraph 3", "p. 7, paragraph 3"],
  ["7-8", "", "pp. 7-8"],
  ["7 and 8", "at the end", "pp. 7 and 8, at the end"],
  ["7a", "", "p. 7a"],
  ["iv", "", "iv"],
  ["page 7", "", "page 7"],
])("page “%s” and place “%s” read “%s”", (page, place, where) => {
  expect(whereOf({ page, place })).toBe(where);
});

test.each([
  [0, ""],
  [1, "1 quote"],
  [2, "2 quotes"],
])("%d quotes are counted as “%s”", (number, words) => {
  expect(countOf(Array(number).fill(quote()))).toBe(words);
});
