import { describe, expect, it } from "vitest";
import { findFactor, findLevel, firstCodebook, levelWithScore, readCodebook } from "./codebook";

interface CodebookFile {
  version: string;
  extra?: string;
  scales: Record<string, { key: string; label: string; score: number }[]>;
  other_themes: { key: string; label: string }[];
  factors: { key: string; label: string; scale: string; definition: string }[];
}

const book = readCodebook(firstCodebook);

/** The first codebook's file, changed. */
function fileWith(change: (file: CodebookFile) => void): CodebookFile {
  const file = structuredClone(firstCodebook) as CodebookFile;
  change(file);
  return file;
}

describe("the first codebook", () => {
  it("has the 13 factors in the report's order, numbered from 1", () => {
    expect(book.factors.map((factor) => `${factor.number} ${factor.key}`)).toEqual([
      "1 neglect",
      "2 emotional_abuse",
      "3 physical_abuse",
      "4 sexual_abuse",
      "5 domestic_violence",
      "6 parental_drug_misuse",
      "7 parental_alcohol_misuse",
      "8 parental_mental_health",
      "9 parental_self_harm_suicide",
      "10 child_putting_self_at_risk",
      "11 child_protection_plan",
      "12 threats_or_abduction",
      "13 other",
    ]);
  });

  it.each(book.factors.filter((factor) => factor.key !== "child_protection_plan"))(
    "gives $label the levels High 3, Medium 2, Low 1 and Not indicated 0",
    ({ levels }) => {
      expect(levels.map((level) => [level.key, level.label, level.score])).toEqual([
        ["high", "High", 3],
        ["medium", "Medium", 2],
        ["low", "Low", 1],
        ["not_indicated", "Not indicated", 0],
      ]);
    },
  );

  it("gives the child protection plan currently 3, previously 2, No 0 and nothing for 1", () => {
    const plan = findFactor(book, "child_protection_plan");
    expect(plan?.levels.map((level) => [level.key, level.label, level.score])).toEqual([
      ["currently", "Yes, currently", 3],
      ["previously", "Yes, previously", 2],
      ["no", "No", 0],
    ]);
    expect(plan && levelWithScore(plan, 1)).toBeUndefined();
    expect(plan && findLevel(plan, "low")).toBeUndefined();
  });

  it("asks for themes on Other alone", () => {
    expect(book.factors.filter((factor) => factor.takesThemes).map(({ key }) => key)).toEqual([
      "other",
    ]);
    expect(book.otherThemes.map((theme) => theme.key)).toEqual([
      "parental_learning_disability",
      "parental_violence_or_convictions",
      "child_health_or_disability",
      "child_behaviour",
      "something_else",
    ]);
  });

  it("carries each level's anchor, and none for Not indicated", () => {
    const neglect = findFactor(book, "neglect");
    expect(neglect?.levels.map((level) => level.anchor)).toEqual([
      "Ongoing and affecting health, safety or development, or repeated agency action without lasting change.",
      "Repeated lapses with some effect, or serious neglect that ended with partial improvement.",
      "Isolated or old concern.",
      "",
    ]);
  });

  it("is version 0.1", () => {
    expect(book.version).toBe("0.1");
  });

  it.each([["Neglect"], ["toString"], [""]])("has no factor called “%s”", (key) => {
    expect(findFactor(book, key)).toBeUndefined();
  });

  it.each([
    [3, "high"],
    [2, "medium"],
    [1, "low"],
    [0, "not_indicated"],
    [4, undefined],
    [-1, undefined],
    [1.5, undefined],
  ])("finds for score %s of neglect the level %s", (score, key) => {
    const neglect = findFactor(book, "neglect");
    expect(neglect && levelWithScore(neglect, score)?.key).toBe(key);
  });
});

describe("reading a codebook file", () => {
  it("puts the levels of a scale in order, the highest score first", () => {
    const read = readCodebook(fileWith((file) => file.scales.level?.reverse()));
    expect(read.factors[0]?.levels.map((level) => level.score)).toEqual([3, 2, 1, 0]);
  });

  it.each<[string, (file: CodebookFile) => void, RegExp]>([
    ["with 12 factors", (file) => file.factors.pop(), /13/],
    [
      "with a factor twice",
      (file) => file.factors.splice(1, 1, ...file.factors.slice(0, 1)),
      /A factor stands twice/,
    ],
    [
      "with a theme twice",
      (file) => file.other_themes.push({ key: "something_else", label: "Else" }),
      /A theme stands twice/,
    ],
    ["with no theme", (file) => file.other_themes.splice(0), /other_themes/],
    [
      "with a scale without a 0",
      (file) => file.scales.level?.pop(),
      /The scale level has no level 0/,
    ],
    [
      "with a score twice on a scale",
      (file) => file.scales.level?.push({ key: "worse", label: "Worse", score: 3 }),
      /names a level or a score twice/,
    ],
    [
      "with a level twice on a scale",
      (file) => file.scales.child_protection_plan?.push({ key: "no", label: "No", score: 1 }),
      /names a level or a score twice/,
    ],
    [
      "with a score of 4",
      (file) => file.scales.level?.push({ key: "worse", label: "Worse", score: 4 }),
      /score/,
    ],
    [
      "with half a score",
      (file) => file.scales.level?.push({ key: "some", label: "Some", score: 1.5 }),
      /score/,
    ],
    [
      "without a scale that a factor names",
      (file) => Reflect.deleteProperty(file.scales, "child_protection_plan"),
      /On child protection plan names an unknown scale/,
    ],
    [
      "whose factor names a scale “constructor”",
      (file) => Object.assign(file.factors[0] ?? {}, { scale: "constructor" }),
      /Neglect names an unknown scale/,
    ],
    ["with a field that nobody knows", (file) => Object.assign(file, { extra: "x" }), /extra/],
    ["without a version", (file) => Object.assign(file, { version: "" }), /version/],
    [
      "with a factor without a definition",
      (file) => Object.assign(file.factors[0] ?? {}, { definition: "" }),
      /definition/,
    ],
    [
      "with a key in capitals",
      (file) => Object.assign(file.factors[0] ?? {}, { key: "Neglect" }),
      /key/,
    ],
  ])("refuses a file %s", (_, change, message) => {
    expect(() => readCodebook(fileWith(change))).toThrow(message);
  });

  it.each([[null], [{}], ["codebook"], [[]]])("refuses %j", (file) => {
    expect(() => readCodebook(file)).toThrow();
  });
});
