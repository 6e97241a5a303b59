import { describe, expect, it } from "vitest";
import { firstCodebook, levelOf, readCodebook } from "../codebook/codebook";
import { noQuote } from "./quotes";
import { type Rating, ratingsSchema, riskRating, unrated, whatIsMissing } from "./ratings";

const book = readCodebook(firstCodebook);
const schema = ratingsSchema(book);
const keys = book.factors.map((factor) => factor.key);

/** Every factor at 0, then changed. */
function levelsWith(changes: Record<string, string> = {}): Record<string, string> {
  const zero = (key: string) => (key === "child_protection_plan" ? "no" : "not_indicated");
  return { ...Object.fromEntries(keys.map((key) => [key, zero(key)])), ...changes };
}

/** A coder's ratings, every factor at 0, then changed. */
function ratingsWith(changes: Record<string, Partial<Rating>> = {}): Record<string, Rating> {
  return Object.fromEntries(
    Object.entries(levelsWith()).map(([key, level]) => [
      key,
      { ...unrated, level, ...changes[key] },
    ]),
  );
}

const blank = Object.fromEntries(keys.map((key) => [key, unrated]));
const factorNamed = (key: string) => book.factors.filter((factor) => factor.key === key);

describe("the risk rating", () => {
  it.each<[string, Record<string, string>, number]>([
    ["no indication at all", {}, 0],
    ["one High", { neglect: "high" }, 3],
    ["High, Medium and Low", { neglect: "high", physical_abuse: "medium", other: "low" }, 6],
    ["a current child protection plan", { child_protection_plan: "currently" }, 3],
    ["a previous child protection plan", { child_protection_plan: "previously" }, 2],
  ])("of %s is the sum of the scores", (_, changes, rating) => {
    expect(riskRating(book, levelsWith(changes))).toBe(rating);
  });

  it("is 39 when every factor has its highest level", () => {
    const highest = Object.fromEntries(keys.map((key) => [key, "high"]));
    expect(riskRating(book, { ...highest, child_protection_plan: "currently" })).toBe(39);
  });

  it.each(keys)("is refused while %s is blank, because a blank is never 0", (key) => {
    const levels = levelsWith();
    Reflect.deleteProperty(levels, key);
    expect(() => riskRating(book, levels)).toThrow(`No level for ${key}`);
  });

  it("is refused for no levels at all", () => {
    expect(() => riskRating(book, {})).toThrow("No level for neglect");
  });

  it.each([
    ["neglect", "currently"],
    ["neglect", ""],
    ["neglect", "3"],
    ["child_protection_plan", "low"],
    ["child_protection_plan", "not_indicated"],
  ])("is refused when %s has the unknown level “%s”", (key, level) => {
    expect(() => riskRating(book, levelsWith({ [key]: level }))).toThrow(
      `${key} has no level ${level}`,
    );
  });
});

describe("the score of a level", () => {
  it.each([
    ["neglect", "high", 3],
    ["neglect", "medium", 2],
    ["neglect", "low", 1],
    ["neglect", "not_indicated", 0],
    ["child_protection_plan", "currently", 3],
    ["child_protection_plan", "previously", 2],
    ["child_protection_plan", "no", 0],
  ])("for %s, %s is %d", (key, level, score) => {
    expect(factorNamed(key).map((factor) => levelOf(factor, level).score)).toEqual([score]);
  });
});

describe("what is missing before a submission", () => {
  it("is nothing when every factor has a level", () => {
    expect(whatIsMissing(book, ratingsWith())).toEqual([]);
  });

  it("is a level for each of the 13 factors at the start", () => {
    const problems = whatIsMissing(book, blank);
    expect(problems).toHaveLength(13);
    expect(problems[0]).toEqual({ field: "neglect.level", message: "Select a level for Neglect" });
    expect(problems[12]).toEqual({ field: "other.level", message: "Select a level for Other" });
  });

  it("is a level for every factor when there is no entry at all", () => {
    expect(whatIsMissing(book, {})).toHaveLength(13);
  });

  it("is the one factor that was left blank", () => {
    expect(whatIsMissing(book, ratingsWith({ domestic_violence: { level: null } }))).toEqual([
      { field: "domestic_violence.level", message: "Select a level for Domestic violence" },
    ]);
  });

  it("is a level when the one given is not on the factor's scale", () => {
    expect(whatIsMissing(book, ratingsWith({ child_protection_plan: { level: "low" } }))).toEqual([
      {
        field: "child_protection_plan.level",
        message: "Select a level for On child protection plan",
      },
    ]);
  });

  const theme = { field: "other.themes", message: "Select at least one theme for Other" };
  const words = {
    field: "other.description",
    message: "Describe the risk that you rated under Other",
  };
  it.each<[string, Partial<Rating>, object[]]>([
    ["Low, nothing else", { level: "low" }, [theme, words]],
    ["High with a theme only", { level: "high", themes: ["child_behaviour"] }, [words]],
    ["Medium with a description only", { level: "medium", description: "Debt" }, [theme]],
    [
      "High with a theme and spaces",
      { level: "high", themes: ["child_behaviour"], description: " \n" },
      [words],
    ],
    [
      "High with a theme and a description",
      { level: "high", themes: ["child_behaviour"], description: "Debt" },
      [],
    ],
    ["Not indicated, nothing else", { level: "not_indicated" }, []],
  ])("on Other rated %s is told", (_, other, problems) => {
    expect(whatIsMissing(book, ratingsWith({ other }))).toEqual(problems);
  });

  it("is never a theme on another factor", () => {
    expect(whatIsMissing(book, ratingsWith({ neglect: { level: "high" } }))).toEqual([]);
  });
});

describe("the shape of a coder's ratings", () => {
  it.each([
    ["a blank sheet", blank],
    ["all at 0", ratingsWith()],
    ["a note, unsure", ratingsWith({ neglect: { level: "low", note: "p. 4", unsure: true } })],
    ["a quote", ratingsWith({ neglect: { quotes: [{ ...noQuote, text: "Left alone", at: 4 }] } })],
    ["a theme on Other", ratingsWith({ other: { level: "low", themes: ["child_behaviour"] } })],
    ["a note of 4,000 characters", ratingsWith({ neglect: { note: "x".repeat(4000) } })],
  ])("takes %s as it is", (_, ratings) => {
    expect(schema.parse(ratings)).toEqual(ratings);
  });

  it("stores line breaks in one way", () => {
    const parsed = schema.parse(ratingsWith({ neglect: { note: "one\r\ntwo" } }));
    expect(parsed.neglect?.note).toBe("one\ntwo");
  });

  it("takes a theme that is chosen twice once", () => {
    const themes = ["child_behaviour", "something_else", "child_behaviour"];
    const parsed = schema.parse(ratingsWith({ other: { level: "low", themes } }));
    expect(parsed.other?.themes).toEqual(["child_behaviour", "something_else"]);
  });

  const odd = (key: string, change: object) => ({
    ...ratingsWith(),
    [key]: { ...unrated, ...change },
  });
  it.each<[string, unknown]>([
    ["a 1 on the child protection plan", odd("child_protection_plan", { level: "low" })],
    ["a score instead of a level", odd("neglect", { level: 3 })],
    ["a score as text", odd("neglect", { level: "3" })],
    ["an empty level", odd("neglect", { level: "" })],
    ["a level in capitals", odd("neglect", { level: "High" })],
    ["no level field", odd("neglect", { level: undefined })],
    ["another scale's level", odd("neglect", { level: "currently" })],
    ["a theme on another factor", odd("neglect", { themes: ["child_behaviour"] })],
    ["a description on another factor", odd("neglect", { description: "Debt" })],
    ["an unknown theme", odd("other", { themes: ["debt"] })],
    ["a theme that is no list", odd("other", { themes: "child_behaviour" })],
    ["a theme that is no text", odd("other", { themes: [1] })],
    ["a note that is no text", odd("neglect", { note: 4 })],
    ["a note that is a list", odd("neglect", { note: ["Page 4"] })],
    ["no note field", odd("neglect", { note: undefined })],
    ["quotes that are no list", odd("neglect", { quotes: "Left alone" })],
    ["a quote that is no more than text", odd("neglect", { quotes: ["Left alone"] })],
    ["a quote with a page and no passage", odd("neglect", { quotes: [{ ...noQuote, page: "7" }] })],
    ["no quotes field", odd("neglect", { quotes: undefined })],
    ["unsure as text", odd("neglect", { unsure: "yes" })],
    ["unsure as a number", odd("neglect", { unsure: 1 })],
    ["a description that is no text", odd("other", { description: { text: "Debt" } })],
    ["a description of 4,001 characters", odd("other", { description: "x".repeat(4001) })],
    ["a note of 4,001 characters", odd("neglect", { note: "x".repeat(4001) })],
    ["an unknown field", odd("neglect", { score: 3 })],
    ["an unknown factor", { ...ratingsWith(), poverty: unrated }],
    ["a missing factor", Object.fromEntries(Object.entries(ratingsWith()).slice(1))],
    ["nothing", null],
  ])("refuses %s", (_, ratings) => {
    expect(schema.safeParse(ratings).success).toBe(false);
  });
});
