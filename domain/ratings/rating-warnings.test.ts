import { expect, it } from "vitest";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import { noQuote } from "./quotes";
import { warningsOf } from "./rating-warnings";
import { type Rating, type Ratings, unrated } from "./ratings";

const { factors } = readCodebook(firstCodebook);

/** Ratings from scores in codebook order, "-" for none, with more said of some. */
function rated(scores: string, more: Record<string, Partial<Rating>> = {}): Ratings {
  return Object.fromEntries(
    factors.map(({ key, levels }, index) => [
      key,
      {
        ...unrated,
        level: levels.find(({ score }) => String(score) === scores[index])?.key ?? null,
        ...more[key],
      },
    ]),
  );
}

it("warns of nothing in ratings that say what shows them", () => {
  expect(warningsOf(factors, rated("2110210210201"))).toEqual([]);
  expect(warningsOf(factors, rated("-------------"))).toEqual([]);
  expect(warningsOf(factors, {})).toEqual([]);
});

it("warns of a High with neither note nor quote, and of “Yes, currently” too", () => {
  const ratings = rated("3330000111310", {
    neglect: { note: "p. 4" },
    physical_abuse: { quotes: [{ ...noQuote, text: "He was seen to fall", page: "9" }] },
    emotional_abuse: { note: " \n", quotes: [noQuote] },
  });
  expect(warningsOf(factors, ratings)).toEqual([
    { kind: "no evidence", factor: "emotional_abuse" },
    { kind: "no evidence", factor: "child_protection_plan" },
  ]);
});

it("lists what the coder is unsure about, rated or not", () => {
  const unsure = { unsure: true };
  expect(
    warningsOf(factors, rated("1-11111111211", { neglect: unsure, emotional_abuse: unsure })),
  ).toEqual([
    { kind: "unsure", factor: "neglect" },
    { kind: "unsure", factor: "emotional_abuse" },
  ]);
});

it("says where something could tell who the case is about, once for each factor", () => {
  const postcode = "AB99 9ZZ";
  const written = rated("-111111111111", {
    neglect: { note: `Seen at ${postcode}`, quotes: [{ ...noQuote, text: "dob 1.5.2001" }] },
    physical_abuse: { quotes: [{ ...noQuote, text: "Seen", place: postcode }] },
    other: { description: "NHS 999 000 0018" },
  });
  expect(warningsOf(factors, written)).toEqual([
    { kind: "identifying", factor: "neglect", part: "note", found: ["a postcode"] },
    { kind: "identifying", factor: "physical_abuse", part: "quotes", found: ["a postcode"] },
    { kind: "identifying", factor: "other", part: "description", found: ["an NHS number"] },
  ]);
});

it.each([
  ["0000000000211", []],
  ["0000000000021", [{ kind: "many not indicated", count: 11 }]],
  ["-000000000001", [{ kind: "many not indicated", count: 11 }]],
  ["00000000000-0", [{ kind: "many not indicated", count: 12 }]],
  ["--00000000001", []],
])("of %s, counts the levels Not indicated and never a blank", (scores, expected) => {
  expect(warningsOf(factors, rated(scores))).toEqual(expected);
});
