import { expect, it } from "vitest";
import { chartInWords } from "./chart-in-words";
import type { LevelBar, LevelChart } from "./level-chart";

const names = ["High", "Medium", "Low", "Not indicated"];

function bar(
  label: string,
  numbers: readonly (number | null)[],
  labels = names,
  withheld: LevelBar["withheld"] = null,
): LevelBar {
  const parts = (["3", "2", "1", "0"] as const).map((level, index) => {
    const n = numbers[index] ?? null;
    return { level, label: labels[index] ?? "", n, text: n === null ? "" : String(n) };
  });
  return { key: label, factor: label, label, parts, withheld, legend: null };
}

function words(...bars: LevelBar[]): string {
  const chart: LevelChart = { title: "", description: "Bars.", legend: [], bars, notes: [] };
  return chartInWords(chart);
}

it("says each bar with its numbers, by what its factor calls the levels", () => {
  const plan = bar("On child protection plan", [3, 6, 0, 14], ["Yes, now", "Before", "-", "No"]);
  expect(words(bar("Neglect", [4, 4, 7, 8]), plan)).toBe(
    "Bars. Neglect: High 4, Medium 4, Low 7, Not indicated 8; On child protection plan: Yes, now 3, Before 6, - 0, No 14.",
  );
});

it("says what is withheld of a bar, and how much that is together", () => {
  const together = { n: 6, text: "25%" };
  expect(words(bar("Neglect", [9, null, null, 8], names, together))).toBe(
    "Bars. Neglect: High 9, Not indicated 8, Medium and Low (withheld) together 25%.",
  );
});

it("says of a bar that there are no cases", () => {
  expect(words(bar("Neglect, private law", [0, 0, 0, 0]))).toBe(
    "Bars. Neglect, private law: no cases.",
  );
});

it("says of a bar of which nothing is shown no more than that", () => {
  const [all, some] = [
    [null, null, null, null],
    [0, null, null, null],
  ];
  const together = { n: 13, text: "100%" };
  expect(words(bar("Neglect", all), bar("Other", some, names, together))).toBe(
    "Bars. Neglect: withheld, as is how many cases there are; Other: withheld.",
  );
});
