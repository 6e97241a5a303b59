import { expect, it } from "vitest";
import { filesOf, tableFileNamed } from "./table-files";

it("offers a table as Word, Excel and CSV, and a chart as pictures too", () => {
  const names = (output: "table_6" | "chart_1") => filesOf(output).map(({ name }) => name);
  expect(names("table_6")).toEqual(["table_6.docx", "table_6.xlsx", "table_6.csv"]);
  expect(names("chart_1").slice(-2)).toEqual(["chart_1.svg", "chart_1.png"]);
});

it("knows a file by its name, and no other", () => {
  expect(tableFileNamed("range.csv")).toEqual({
    ...{ name: "range.csv", output: "range", format: "csv" },
  });
  expect(tableFileNamed("report.docx")?.output).toBeNull();
  for (const name of ["table_2.csv", "table_6.svg", "dataset.csv", "case_mix.csv", "", "__proto__"])
    expect(tableFileNamed(name), name).toBeUndefined();
});
