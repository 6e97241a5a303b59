import { describe, expect, test } from "vitest";
import { faultSentence } from "../faults";
import { readDrafts } from "./drafts";
import { changeValues } from "./edit";
import { basics, case1, factorKeys, firstBook, sheetOf } from "./fixtures";
import { groupsOf, guessMatching, matchedColumns } from "./guess";
import { targetsOf } from "./targets";
import { choicesFor, takenFor } from "./values";

const targets = targetsOf("cases", firstBook);
const taken = (key: string, text: string) => {
  const field = targets.find((target) => target.key === key)?.field;
  const choices = field && choicesFor(field);
  return choices ? takenFor(choices, text) : null;
};

describe("a level is known", () => {
  test.each([
    ["neglect", "3", "3", "same"],
    ["neglect", "High", "3", "same"],
    ["neglect", " HIGH ", "3", "same"],
    ["neglect", "not indicated", "0", "same"],
    ["neglect", "H", "3", "guess"],
    ["neglect", "Med.", "2", "guess"],
    ["neglect", "Meduim", null, "unknown"],
    ["neglect", "Mediun", "2", "guess"],
    ["neglect", "L", "1", "guess"],
    ["neglect", "Not ind.", "0", "guess"],
    ["neglect", "No", "0", "guess"],
    ["neglect", "", "", "same"],
    ["neglect", "n/a", null, "unknown"],
    ["neglect", "-", null, "unknown"],
    ["neglect", "4", null, "unknown"],
    ["neglect", "-1", null, "unknown"],
    ["neglect", "− 1", null, "unknown"],
    ["neglect", "(-1)", null, "unknown"],
    ["neglect", ".2", null, "unknown"],
    ["neglect", "≥2", "2", "guess"],
    ["neglect", "~3", "3", "guess"],
    ["neglect", "2%", "2", "guess"],
    ["neglect", "(2)", "2", "guess"],
    ["neglect", "2*", "2", "guess"],
    ["neglect", "≥ Medium", "2", "guess"],
    ["neglect", "“High”.", "3", "same"],
    ["neglect", "2-3", null, "unknown"],
    ["child_protection_plan", "Yes – currently", "3", "same"],
    ["child_protection_plan", "Y (prev)", "2", "guess"],
    ["child_protection_plan", "Y", "3", "guess"],
    ["child_protection_plan", "no", "0", "same"],
    ["child_protection_plan", "1", null, "unknown"],
  ])("in %s: “%s”", (key, text, expected, sureness) => {
    expect(taken(key, text)).toEqual({ key: expected, sureness });
  });
});

describe("a word of the record is known", () => {
  test.each([
    ["case_type", "public_s31", "public_s31", "same"],
    ["case_type", "Public law, S31", "public_s31", "same"],
    ["case_type", "s31", "public_s31", "guess"],
    ["case_type", "both", "public_and_private", "guess"],
    ["incident_type", "Neglect (fatal)", "neglect_fatal", "same"],
    ["incident_type", "Neglect fatal", "neglect_fatal", "same"],
    ["incident_type", "[Neglect (fatal)]", "neglect_fatal", "guess"],
    ["incident_type", "Neglect", null, "unknown"],
    ["included", "Y", "yes", "guess"],
    ["included", "FALSE", "no", "guess"],
    ["involvement", "none", "none", "same"],
    ["scr_methodology", "n/k", "", "guess"],
    ["mother_age_at_first_birth", "21-25", "21_25", "same"],
    ["mother_age_at_first_birth", "<21", "under_21", "guess"],
    ["mother_age_at_first_birth", "unknown", "unknown", "same"],
    ["mother_age_at_first_birth", "20", "under_21", "guess"],
    ["mother_age_at_first_birth", "24", "21_25", "guess"],
    ["mother_age_at_first_birth", "-24", null, "unknown"],
    ["mother_age_at_first_birth", "24.0", "21_25", "guess"],
    ["mother_age_at_first_birth", "36", "36_39", "guess"],
    ["mother_age_at_first_birth", "9", null, "unknown"],
    ["mother_age_at_first_birth", "2015", null, "unknown"],
    ["mother_age_at_first_birth", "24.5", null, "unknown"],
    ["scr_methodology", "24", null, "unknown"],
  ])("in %s: “%s”", (key, text, expected, sureness) => {
    expect(taken(key, text)).toEqual({ key: expected, sureness });
  });
});

test("a dash or a star is not the name of a value in another alphabet", () => {
  const choices = [
    { key: "traditional", label: "伝統的", formerly: ["古典"] },
    { key: "hybrid", label: "Hybrid" },
  ];
  const nothing = { key: "", sureness: "guess" };
  expect(takenFor(choices, "-")).toEqual(nothing);
  expect(takenFor(choices, "*")).toEqual(nothing);
  expect(takenFor(choices, "混合")).toEqual({ key: null, sureness: "unknown" });
  expect(takenFor(choices, " 伝統的 ")).toEqual({ key: "traditional", sureness: "same" });
  expect(takenFor(choices, "古典")).toEqual({ key: "traditional", sureness: "former" });
});

test("every factor knows its own levels by score and by label", () => {
  for (const key of factorKeys) {
    const field = targets.find((target) => target.key === key)?.field;
    for (const choice of (field && choicesFor(field)) ?? []) {
      expect(taken(key, choice.key)).toEqual({ key: choice.key, sureness: "same" });
      expect(taken(key, choice.label)).toEqual({ key: choice.key, sureness: "same" });
    }
  }
});

test("a score with a sign is a guess to be looked at, and none below 0", () => {
  const cells = factorKeys.map((_, index) => ["-1", "≥2", "(2)"][index] ?? "0");
  const sheet = sheetOf("x", [...basics, ...factorKeys], [...case1, ...cells]);
  const matching = guessMatching([sheet], firstBook, null);
  const [group] = groupsOf(
    matchedColumns([sheet], matching, firstBook, null).filter(
      ({ target }) => target.field.type === "score",
    ),
  );
  const shown = group?.texts.map(({ text, key, sureness }) => [text, key, sureness]);
  expect(shown).toContainEqual(["-1", null, "unknown"]);
  expect(shown).toContainEqual(["≥2", "2", "guess"]);
  expect(shown).toContainEqual(["(2)", "2", "guess"]);
  expect(readDrafts(firstBook, [sheet], matching).faults.map(faultSentence)).toEqual([
    "x, row 2, column neglect: “-1” found, expected Not indicated, Low, Medium, High or blank",
  ]);
});

test("the factors with the same levels are asked about once, and each column gets the answer", () => {
  const cells = factorKeys.map((key) => (key === "child_protection_plan" ? "N" : "zilch"));
  const sheet = sheetOf("x", ["Ref", ...factorKeys], ["1", ...cells], ["2", ...cells]);
  const matching = guessMatching([sheet], firstBook, null);
  const columns = matchedColumns([sheet], matching, firstBook, null);
  const groups = groupsOf(columns);
  expect(groups.map((group) => group.columns.length)).toEqual([12, 1]);
  expect(groups[0]?.texts).toEqual([{ text: "zilch", rows: 24, key: null, sureness: "unknown" }]);
  const changed = changeValues(matching, columns, (_, place) => (place === 0 ? "0" : undefined));
  expect(changed.sheets[0]?.columns.map(({ values }) => values.zilch)).toEqual([
    undefined,
    ...factorKeys.map((key) => (key === "child_protection_plan" ? undefined : "0")),
  ]);
});
