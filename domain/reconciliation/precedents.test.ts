import { describe, expect, it } from "vitest";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import { givenInWords, isDisagreement, mentions, precedentSchema } from "./precedents";

const { factors } = readCodebook(firstCodebook);
const neglect = factors.find(({ key }) => key === "neglect") ?? factors[0];
const plan = factors.find(({ key }) => key === "child_protection_plan");
if (!neglect || !plan) throw new Error("The codebook lacks a factor");

it.each([
  [["high", "low"], true],
  [["high", "medium", "high"], true],
  [["high", "high"], false],
  [["high"], false],
  [[], false],
])("%j is a disagreement: %s", (given, expected) => {
  expect(isDisagreement({ factor: neglect, given })).toBe(expected);
});

it.each([
  [neglect, ["low", "high", "low"], "High and Low"],
  [neglect, ["not_indicated", "high", "low"], "High, Low and Not indicated"],
  [neglect, ["medium", "medium"], "Medium"],
  [plan, ["no", "currently"], "Yes, currently and No"],
  [neglect, [], ""],
])("says which levels were given, without saying by whom", (factor, given, expected) => {
  expect(givenInWords(factor, given)).toBe(expected);
});

it.each([
  ["", true],
  ["missed visit", true],
  ["VISITS  page", true],
  ["visit alone page", false],
])("finds the words of “%s”: %s", (search, expected) => {
  expect(mentions(["Missed visits", "Page 4 and 5"], search)).toBe(expected);
});

describe("a precedent as entered", () => {
  it.each([
    [" ", "Enter a summary of the precedent"],
    ["x".repeat(301), "Shorten the summary to 300 characters"],
  ])("needs a summary of 1 to 300 characters", (summary, message) => {
    const found = precedentSchema.safeParse({ factor: "neglect", summary });
    expect(found.error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});
