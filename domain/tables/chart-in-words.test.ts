import { expect, it } from "vitest";
import { chartInWords } from "./chart-in-words";
import type { LevelBar, LevelChart } from "./level-chart";

const names = ["High", "Medium", "Low", "Not indicated"];

function bar(label: string, numbers: readonly (number | null)[], labels = names): LevelBar {
  const parts = (["3", "2", "1", "0"] as const).map((level, index) => {
    const n = numbers[index] ?? null;
    return { level, label: labels[index] ?? "", n, text: n === null ? "" : String(n) };
  });
  return { key: label, factor: label, label, parts };
}

function words(...bars: LevelBar[]): string {
  const chart: LevelChart = { title: "", description: "Bars.", legend: [], bars, notes: [] };
  return chartInWords(chart);
}

it("says each bar with its numbers, by what its factor calls the levels", () => {
  const plan = bar("On child protection plan †", [3, 6, 0, 14], ["Yes, now", "Before", "-", "No"]);
  expect(words(bar("Neglect", [4, 4, 7, 8]), plan)).toBe(
    "Bars. Neglect: High 4, Medium 4, Low 7, Not indicated 8; On child protection plan: Yes, now 3, Before 6, - 0, No 14.",
  );
});

it("says of a bar of which a part is withheld no more than that", () => {
  expect(words(bar("Neglect", [9, null, 7, 8]))).toBe("Bars. Neglect: part of it is withheld.");
});
