import { describe, expect, test } from "vitest";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import { practiceNumberFrom, readPracticeContent } from "./practice-case";

const codebook = readCodebook(firstCodebook);
const references = Object.fromEntries(
  codebook.factors.map(({ key, levels }) => [
    key,
    { level: levels.at(-1)?.key ?? "", reason: "Nothing in the text speaks of it" },
  ]),
);
const cannotBeShown = "Take out the character that cannot be shown, or type this text anew";
const whole = { text: "The health visitor called twice.", references };

describe("a practice case as a lead types it", () => {
  test("is read trimmed, with line breaks in one way", () => {
    const neglect = { level: "high", reason: " Page 4:\r\nmissed visits " };
    const read = readPracticeContent(codebook, {
      text: "\r\nOne\r\n\r\nTwo \r\n",
      references: { ...references, neglect },
    });
    expect(read).toEqual({
      kind: "done",
      value: {
        text: "One\n\nTwo",
        references: { ...references, neglect: { level: "high", reason: "Page 4:\nmissed visits" } },
      },
    });
  });

  test.each([
    ["text", { ...whole, text: " \n " }, "Enter what there is to read"],
    ["text", { ...whole, text: "x".repeat(60_001) }, "Shorten this to 60,000 characters"],
    ["text", { ...whole, text: "Page\0 4" }, cannotBeShown],
    [
      "neglect.reason",
      { ...whole, references: { ...references, neglect: { level: "high", reason: "\ud83d" } } },
      cannotBeShown,
    ],
    [
      "neglect.level",
      { ...whole, references: { ...references, neglect: { level: "", reason: "Page 4" } } },
      "Select the reference level for Neglect",
    ],
    [
      "child_protection_plan.level",
      {
        ...whole,
        references: { ...references, child_protection_plan: { level: "low", reason: "Page 4" } },
      },
      "Select the reference level for On child protection plan",
    ],
    [
      "neglect.reason",
      { ...whole, references: { ...references, neglect: { level: "low", reason: " " } } },
      "Enter the reason for Neglect",
    ],
    [
      "neglect.reason",
      {
        ...whole,
        references: { ...references, neglect: { level: "low", reason: "x".repeat(2001) } },
      },
      "Shorten this to 2,000 characters",
    ],
  ])("is refused at %s", (field, typed, message) => {
    expect(readPracticeContent(codebook, typed)).toEqual({
      kind: "refused",
      problems: [{ field, message }],
    });
  });

  test("is asked for a level and a reason for each factor, and for nothing that is no factor", () => {
    const read = readPracticeContent(codebook, {
      text: "Some text",
      references: { weather: { level: "high", reason: "Rain" } },
    });
    expect(read.kind === "refused" && read.problems).toHaveLength(26);
    const more = { ...references, weather: { level: "high", reason: "Rain" } };
    expect(readPracticeContent(codebook, { ...whole, references: more })).toEqual({
      kind: "done",
      value: whole,
    });
  });
});

test.each([
  ["1", 1],
  ["999999", 999_999],
  ["1000000", null],
  ["0", null],
  ["01", null],
  ["1.5", null],
  ["x", null],
])("the address %s names practice case %s", (text, number) => {
  expect(practiceNumberFrom(text)).toBe(number);
});
