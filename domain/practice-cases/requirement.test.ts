import { expect, test } from "vitest";
import { fewestSame, reaches, readRequirement, requirementInWords } from "./requirement";

test.each([
  [80, 10, false],
  [80, 11, true],
  [100, 12, false],
  [100, 13, true],
  [1, 1, true],
  [1, 0, false],
])("of 13 factors, %i%% is reached with %i the same: %s", (percent, same, expected) => {
  expect(reaches({ same, factors: 13 }, { cases: 1, percent })).toBe(expected);
  expect(same >= fewestSame({ cases: 1, percent }, 13)).toBe(expected);
});

test("what is required is said in words", () => {
  expect(requirementInWords(null)).toBe("no practice");
  expect(requirementInWords({ cases: 1, percent: 80 })).toBe(
    "80% exact agreement on 1 practice case",
  );
  expect(requirementInWords({ cases: 2, percent: 90 })).toBe(
    "90% exact agreement on 2 practice cases",
  );
});

test("what is required is read as it is typed", () => {
  const typed = { required: "yes", cases: " 2 ", percent: "80 %" };
  expect(readRequirement(typed)).toEqual({ kind: "done", value: { cases: 2, percent: 80 } });
  expect(readRequirement({ ...typed, required: "no", cases: "" })).toEqual({
    kind: "done",
    value: null,
  });
});

test.each([
  [{ required: "" }, "practiceRequired", "Select yes or no"],
  [
    { cases: "0" },
    "practiceCases",
    "Enter on how many practice cases, a whole number from 1 to 20",
  ],
  [
    { cases: "21" },
    "practiceCases",
    "Enter on how many practice cases, a whole number from 1 to 20",
  ],
  [
    { cases: "1.5" },
    "practiceCases",
    "Enter on how many practice cases, a whole number from 1 to 20",
  ],
  [
    { percent: "0" },
    "practicePercent",
    "Enter how much exact agreement in percent, a whole number from 1 to 100",
  ],
  [
    { percent: "101" },
    "practicePercent",
    "Enter how much exact agreement in percent, a whole number from 1 to 100",
  ],
  [
    { percent: "most" },
    "practicePercent",
    "Enter how much exact agreement in percent, a whole number from 1 to 100",
  ],
])("%o is refused at %s", (over, field, message) => {
  const typed = { required: "yes", cases: "2", percent: "80", ...over };
  expect(readRequirement(typed)).toEqual({ kind: "refused", problems: [{ field, message }] });
});
