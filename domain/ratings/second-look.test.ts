import { describe, expect, it } from "vitest";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import {
  factorsToReadAgain,
  firstWords,
  levelsDiffer,
  levelsDifferedInWords,
  secondRatingsSchema,
} from "./second-look";

const codebook = readCodebook(firstCodebook);
const rating = { level: "low", note: "", unsure: false, themes: [], description: "" };

it("lists the factors to read again in the order of the codebook, whatever order they came in", () => {
  const found = factorsToReadAgain(codebook, ["other", "neglect", "child_protection_plan", "none"]);
  expect(found.map((factor) => factor.key)).toEqual(["neglect", "child_protection_plan", "other"]);
});

it("begins with what the coder wrote, and no level", () => {
  expect(firstWords({ ...rating, note: "Page 4", unsure: true })).toEqual({
    ...rating,
    level: null,
    note: "Page 4",
    unsure: true,
  });
});

it.each<[string[], boolean]>([
  [[], false],
  [["high"], false],
  [["high", "high"], false],
  [["high", "low"], true],
  [["low", "low", "high"], true],
])("levels %j differ: %s", (levels, expected) => {
  expect(levelsDiffer(levels)).toBe(expected);
});

it.each([
  [6, 3, "Levels differed on 6 factors at first, on 3 after the second look"],
  [1, 0, "Levels differed on 1 factor at first, on none after the second look"],
  [0, 0, "Levels differed on no factor at first, on none after the second look"],
])("says that levels differed on %i, then on %i", (before, after, words) => {
  expect(levelsDifferedInWords({ before, after })).toBe(words);
});

describe("a second look", () => {
  const factors = factorsToReadAgain(codebook, ["neglect", "child_protection_plan", "other"]);
  const right = {
    neglect: rating,
    child_protection_plan: { ...rating, level: null },
    other: { ...rating, themes: ["child_behaviour"], description: "Invented" },
  };
  const takes = (ratings: unknown) =>
    secondRatingsSchema(codebook, factors).safeParse(ratings).success;

  it("has exactly the factors to read again, each with a level of its own or none", () => {
    expect(takes(right)).toBe(true);
  });

  it.each<[string, unknown]>([
    ["a factor that is not to be read again", { ...right, emotional_abuse: rating }],
    ["one factor fewer", { neglect: rating, other: rating }],
    ["a 1 on the child protection plan", { ...right, child_protection_plan: rating }],
    ["quotes", { ...right, neglect: { ...rating, quotes: [] } }],
    ["themes of another factor", { ...right, neglect: { ...rating, themes: ["child_behaviour"] } }],
    ["a note that is too long", { ...right, neglect: { ...rating, note: "x".repeat(4001) } }],
    ["nothing", null],
  ])("is refused with %s", (_, ratings) => {
    expect(takes(ratings)).toBe(false);
  });
});
