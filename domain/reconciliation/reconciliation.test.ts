import { describe, expect, it } from "vitest";
import { type Factor, findFactor, firstCodebook, readCodebook } from "../codebook/codebook";
import {
  checkDecision,
  decisionSchema,
  differenceOf,
  type FactorRow,
  leftToDecide,
  mustDecideAgain,
  orderOfWork,
  sameLevel,
  type Way,
  whyReasonNeeded,
} from "./reconciliation";

const book = readCodebook(firstCodebook);

function factorNamed(key: string): Factor {
  const factor = findFactor(book, key);
  if (!factor) throw new Error(`The codebook has no ${key}`);
  return factor;
}

const row = (key: string, ...given: string[]): FactorRow => ({ factor: factorNamed(key), given });
const neglect = (...given: string[]) => row("neglect", ...given);
const plan = (...given: string[]) => row("child_protection_plan", ...given);
const chosen = (level: string, way: Way, reason = "") => ({ level, way, reason, tags: [] });
type Chosen = "after_discussion" | "third_coder" | "lead_decision";

describe("a row of the reconciliation", () => {
  it.each<[string, FactorRow, string | null]>([
    ["High and High", neglect("high", "high"), "same"],
    ["Low and Not indicated", neglect("low", "not_indicated"), "presence_differs"],
    ["High, High and Low", neglect("high", "high", "low"), "two_or_more_apart"],
    ["currently and previously", plan("currently", "previously"), "one_apart"],
    ["previously and No", plan("previously", "no"), "presence_differs"],
    ["currently, previously and No", plan("currently", "previously", "no"), "presence_differs"],
    ["one coder", neglect("high"), null],
    ["no coder, an imported case", neglect(), null],
  ])("with %s differs by kind", (_, given, kind) => {
    expect(differenceOf(given)).toBe(kind);
  });

  it("with a level that the factor does not have is a bug", () => {
    expect(() => differenceOf(plan("currently", "low"))).toThrow(
      "child_protection_plan has no level low",
    );
  });

  it.each<[string, FactorRow, string | null]>([
    ["two coders gave it", neglect("low", "low"), "low"],
    ["three coders gave it", plan("no", "no", "no"), "no"],
    ["two of three gave it: no majority decides", neglect("low", "low", "medium"), null],
    ["one coder rated", neglect("low"), null],
    ["nobody rated", neglect(), null],
  ])("offers the same level when all gave it: %s", (_, given, level) => {
    expect(sameLevel(given)).toBe(level);
  });
});

describe("a reason", () => {
  it.each<[string, FactorRow, string, Way, string | null]>([
    ["all gave the level", neglect("high", "high"), "high", "all_the_same", null],
    [
      "all gave another level",
      neglect("high", "high"),
      "medium",
      "after_discussion",
      "no coder gave this level",
    ],
    ["one apart, after discussion", neglect("high", "medium"), "medium", "after_discussion", null],
    [
      "currently and previously, after discussion",
      plan("currently", "previously"),
      "currently",
      "after_discussion",
      null,
    ],
    [
      "one apart, by the third coder",
      neglect("high", "medium", "high"),
      "high",
      "third_coder",
      null,
    ],
    [
      "one apart, a level nobody gave",
      neglect("high", "medium"),
      "low",
      "after_discussion",
      "no coder gave this level",
    ],
    [
      "one apart, by the lead",
      neglect("high", "medium"),
      "high",
      "lead_decision",
      "the lead decided alone",
    ],
    [
      "two apart",
      neglect("high", "low"),
      "high",
      "after_discussion",
      "levels are two or more apart",
    ],
    [
      "two apart, by the lead",
      neglect("high", "low"),
      "high",
      "lead_decision",
      "levels are two or more apart",
    ],
    [
      "two of three agree, the third is two apart",
      neglect("high", "high", "low"),
      "high",
      "third_coder",
      "levels are two or more apart",
    ],
    [
      "presence differs",
      neglect("low", "not_indicated"),
      "low",
      "after_discussion",
      "presence differs",
    ],
    [
      "presence differs, agreed as 0",
      plan("previously", "no"),
      "no",
      "after_discussion",
      "presence differs",
    ],
    [
      "an imported case has no ratings",
      neglect(),
      "high",
      "after_discussion",
      "no coder gave this level",
    ],
  ])("is needed or not when %s", (_, given, level, way, why) => {
    expect(whyReasonNeeded(given, level, way)).toBe(why);
  });
});

describe("checking a decision", () => {
  it.each<[string, FactorRow, { level: string; way: Chosen; reason: string }, object]>([
    [
      "accepts the level that all gave as “all the same”, whatever was ticked",
      neglect("high", "high"),
      { level: "high", way: "lead_decision", reason: "" },
      { agreed: chosen("high", "all_the_same") },
    ],
    [
      "accepts the level that all three gave, even with “third coder” ticked",
      neglect("low", "low", "low"),
      { level: "low", way: "third_coder", reason: "" },
      { agreed: chosen("low", "all_the_same") },
    ],
    [
      "refuses to change a level that all gave without a reason",
      neglect("high", "high"),
      { level: "medium", way: "after_discussion", reason: "" },
      {
        problems: [
          { field: "reason", message: "Enter a reason for Neglect: no coder gave this level" },
        ],
      },
    ],
    [
      "changes a level that all gave with a reason",
      neglect("high", "high"),
      { level: "medium", way: "after_discussion", reason: " Not current " },
      { agreed: chosen("medium", "after_discussion", "Not current") },
    ],
    [
      "accepts one apart after discussion without a reason",
      neglect("high", "medium"),
      { level: "high", way: "after_discussion", reason: "" },
      { agreed: chosen("high", "after_discussion") },
    ],
    [
      "keeps a reason that nobody had to give",
      neglect("high", "medium"),
      { level: "high", way: "after_discussion", reason: "Page 4" },
      { agreed: chosen("high", "after_discussion", "Page 4") },
    ],
    [
      "refuses a reason of spaces where presence differs",
      neglect("high", "not_indicated"),
      { level: "high", way: "after_discussion", reason: "  \n " },
      { problems: [{ field: "reason", message: "Enter a reason for Neglect: presence differs" }] },
    ],
    [
      "refuses two or more apart without a reason",
      neglect("high", "low"),
      { level: "high", way: "after_discussion", reason: "" },
      {
        problems: [
          { field: "reason", message: "Enter a reason for Neglect: levels are two or more apart" },
        ],
      },
    ],
    [
      "refuses the lead's decision without a reason",
      neglect("high", "medium"),
      { level: "high", way: "lead_decision", reason: "" },
      {
        problems: [
          { field: "reason", message: "Enter a reason for Neglect: the lead decided alone" },
        ],
      },
    ],
    [
      "refuses “third coder” with two coders, a reason or not",
      neglect("high", "medium"),
      { level: "high", way: "third_coder", reason: "Page 4" },
      {
        problems: [
          { field: "way", message: "Fewer than three coders rated this case: select another way" },
        ],
      },
    ],
    [
      "accepts “third coder” with three coders",
      neglect("high", "medium", "high"),
      { level: "high", way: "third_coder", reason: "" },
      { agreed: chosen("high", "third_coder") },
    ],
    [
      "refuses a 1 on the child protection plan",
      plan("currently", "no"),
      { level: "low", way: "after_discussion", reason: "Between the two" },
      { problems: [{ field: "level", message: "Select a level for On child protection plan" }] },
    ],
    [
      "refuses no level: nothing is preselected",
      neglect("high", "medium"),
      { level: "", way: "after_discussion", reason: "" },
      { problems: [{ field: "level", message: "Select a level for Neglect" }] },
    ],
    [
      "refuses an imported case, which has no ratings, without a reason",
      neglect(),
      { level: "high", way: "lead_decision", reason: "" },
      {
        problems: [
          { field: "reason", message: "Enter a reason for Neglect: no coder gave this level" },
        ],
      },
    ],
    [
      "accepts an imported case, which has no ratings, with a reason",
      neglect(),
      { level: "high", way: "lead_decision", reason: "Read again" },
      { agreed: chosen("high", "lead_decision", "Read again") },
    ],
    [
      "refuses “third coder” on an imported case",
      neglect(),
      { level: "high", way: "third_coder", reason: "Read again" },
      {
        problems: [
          { field: "way", message: "Fewer than three coders rated this case: select another way" },
        ],
      },
    ],
  ])("%s", (_, given, decision, result) => {
    expect(checkDecision(given, decision)).toEqual(result);
  });
});

it("keeps the tags that were ticked with the agreed level", () => {
  const decision = { level: "high", way: "after_discussion", reason: "" } as const;
  expect(
    checkDecision(neglect("high", "medium"), { ...decision, tags: ["borderline"] }),
  ).toMatchObject({ agreed: { level: "high", tags: ["borderline"] } });
});

describe("the order of work", () => {
  const keysInOrder = (rows: FactorRow[]) => orderOfWork(rows).map(({ factor }) => factor.key);
  const rows = [
    row("neglect", "high", "high"),
    row("emotional_abuse", "high", "medium"),
    row("physical_abuse", "high", "low"),
    row("sexual_abuse", "low", "not_indicated"),
    row("domestic_violence", "high", "not_indicated"),
    row("parental_drug_misuse", "low", "low"),
    row("child_protection_plan", "currently", "previously"),
    row("other", "low", "not_indicated"),
  ];
  const expected = [
    "domestic_violence",
    "sexual_abuse",
    "other",
    "physical_abuse",
    "emotional_abuse",
    "child_protection_plan",
    "neglect",
    "parental_drug_misuse",
  ];

  it("puts presence first, then two apart, one apart, same; the wider gap first", () => {
    expect(keysInOrder(rows)).toEqual(expected);
  });

  it("does not depend on the order that the rows came in, and leaves them as they are", () => {
    const reversed = rows.toReversed();
    expect(keysInOrder(reversed)).toEqual(expected);
    expect(reversed).toEqual(rows.toReversed());
  });

  it("is the codebook's for an imported case, which has no ratings", () => {
    expect(keysInOrder([row("other"), row("neglect"), row("sexual_abuse")])).toEqual([
      "neglect",
      "sexual_abuse",
      "other",
    ]);
  });
});

describe("a level that was agreed before a third coder joined", () => {
  it.each<[string, FactorRow, { level: string; way: Way | null; reason: string }, boolean]>([
    [
      "stands when the third gave it too",
      neglect("low", "low", "low"),
      chosen("low", "all_the_same"),
      false,
    ],
    [
      "is open again when the third differs",
      neglect("low", "low", "medium"),
      chosen("low", "all_the_same"),
      true,
    ],
    [
      "stands one apart after discussion",
      neglect("low", "medium", "low"),
      chosen("low", "after_discussion"),
      false,
    ],
    [
      "is open again when it is now two apart",
      neglect("low", "medium", "high"),
      chosen("low", "after_discussion"),
      true,
    ],
    [
      "is open again when presence differs now",
      neglect("low", "medium", "not_indicated"),
      chosen("low", "after_discussion"),
      true,
    ],
    [
      "stands two apart with a reason",
      neglect("low", "medium", "high"),
      chosen("low", "after_discussion", "Page 4"),
      false,
    ],
    [
      "stands when it was imported",
      neglect("low", "high"),
      { level: "high", way: null, reason: "" },
      false,
    ],
  ])("%s", (_, given, agreed, again) => {
    expect(mustDecideAgain(given, agreed)).toBe(again);
  });
});

describe("what is left to decide", () => {
  it("is all 13 factors at the start", () => {
    expect(leftToDecide(book, {})).toHaveLength(13);
  });

  it("is the factors without an agreed level, in codebook order", () => {
    const all = Object.fromEntries(book.factors.map(({ key }) => [key, "high"]));
    const { other: _other, neglect: _neglect, ...agreed } = all;
    expect(leftToDecide(book, agreed).map(({ key }) => key)).toEqual(["neglect", "other"]);
    expect(leftToDecide(book, all)).toEqual([]);
  });
});

describe("what the lead enters", () => {
  const entry = {
    factor: "neglect",
    level: "high",
    way: "after_discussion",
    reason: "",
    seenRevision: 0,
  };

  it("is trimmed, with line breaks in one way", () => {
    const parsed = decisionSchema.parse({ ...entry, reason: "  one\r\ntwo " });
    expect(parsed.reason).toBe("one\ntwo");
  });

  it("counts a line break of a reason once", () => {
    const reason = `${"x".repeat(3998)}\r\nx`;
    expect(decisionSchema.parse({ ...entry, reason }).reason).toHaveLength(4000);
  });

  it.each<[string, object, string]>([
    ["no level", { level: "" }, "Select the agreed level"],
    ["a level that was never sent", { level: undefined }, "Select the agreed level"],
    ["no way", { way: "" }, "Select how the level was agreed"],
    ["“all the same” as a choice", { way: "all_the_same" }, "Select how the level was agreed"],
    ["4,001 characters", { reason: "x".repeat(4001) }, "Shorten the reason to 4,000 characters"],
  ])("is refused with %s", (_, change, message) => {
    const result = decisionSchema.safeParse({ ...entry, ...change });
    expect(result.error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  it.each([[-1], [0.5], ["0"]])("is refused with the seen revision %j", (seenRevision) => {
    expect(decisionSchema.safeParse({ ...entry, seenRevision }).success).toBe(false);
  });
});
