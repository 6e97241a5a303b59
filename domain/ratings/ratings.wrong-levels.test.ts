import { describe, expect, it } from "vitest";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import { checkDecision } from "../reconciliation/reconciliation";
import { ratingsSchema, riskRating, unrated, whatIsMissing } from "./ratings";
import { type WrongLevel, wrongLevels } from "./ratings.wrong-levels";

const book = readCodebook(firstCodebook);
const wrong = wrongLevels(book.factors);
const highest = Object.fromEntries(
  book.factors.map(({ key }) => [key, key === "child_protection_plan" ? "currently" : "high"]),
);

/** Levels for all 13 factors, one of which is wrong in spite of what its type says. */
function levelsWith({ key, level }: WrongLevel): Record<string, string> {
  return { ...highest, [key]: level as string };
}

function ratingsWith(one: WrongLevel) {
  const described = { ...unrated, themes: ["child_behaviour"], description: "Debt" };
  return Object.fromEntries(
    Object.entries(levelsWith(one)).map(([key, level]) => [
      key,
      { ...(key === "other" ? described : unrated), level },
    ]),
  );
}

it("has 13 kinds of wrong level for each of 13 factors", () => {
  expect(wrong).toHaveLength(169);
  expect(new Set(wrong.map(({ key, kind }) => `${key}: ${kind}`)).size).toBe(169);
});

describe.each(wrong)("on $key, $kind", (one) => {
  const message = `Select a level for ${one.label}`;

  it("is refused beside its field", () => {
    const checked = ratingsSchema(book).safeParse(ratingsWith(one));
    expect(checked.error?.issues.map((issue) => [issue.path, issue.message])).toEqual([
      [[one.key, "level"], message],
    ]);
  });

  it("is missing at submission", () => {
    expect(whatIsMissing(book, ratingsWith(one))).toEqual([{ field: `${one.key}.level`, message }]);
  });

  it("has no score", () => {
    expect(() => riskRating(book, levelsWith(one))).toThrow(`${one.key} has no level`);
  });

  it("is not agreed", () => {
    const [factor] = book.factors.filter(({ key }) => key === one.key);
    const given = [highest[one.key] ?? "", highest[one.key] ?? ""];
    const decision = {
      level: one.level as string,
      way: "lead_decision",
      reason: "Page 4",
    } as const;
    expect(factor && checkDecision({ factor, given }, decision)).toEqual({
      problems: [{ field: "level", message }],
    });
  });
});
