import { expect, it } from "vitest";
import { filesOf, nameByCoder, savedTableName, tableFileNamed } from "./table-files";

it("offers a table as Word, Excel and CSV, and a chart as pictures too", () => {
  const names = (table: Parameters<typeof filesOf>[0]) => filesOf(table).map(({ name }) => name);
  expect(names("table_6")).toEqual(["table_6.docx", "table_6.xlsx", "table_6.csv"]);
  expect(names("chart_1").slice(-2)).toEqual(["chart_1.svg", "chart_1.png"]);
  expect(names("case_mix")).toEqual(["case_mix.docx", "case_mix.xlsx", "case_mix.csv"]);
  expect(names("chart_1_by_coder")).toHaveLength(5);
  expect(names("chart_2_by_coder")).toHaveLength(3);
});

it("knows a file by its name, and no other", () => {
  expect(tableFileNamed("range.csv")).toEqual({
    ...{ name: "range.csv", page: "report", table: "range", format: "csv" },
  });
  expect(tableFileNamed("report.docx")?.table).toBeNull();
  expect(tableFileNamed("table_5_intervals.xlsx")?.page).toBe("analyses");
  expect(tableFileNamed("other_themes.csv")?.page).toBe("coders");
  for (const name of [
    "table_2.csv",
    "table_6.svg",
    "dataset.csv",
    "agreement.csv",
    "",
    "__proto__",
  ])
    expect(tableFileNamed(name), name).toBeUndefined();
});

it("names the tables of who decides apart from those of the report", () => {
  expect(nameByCoder("table_10")).toBe("table_10_by_coder");
  expect(nameByCoder("other_themes")).toBe("other_themes");
  expect(nameByCoder("table_6")).toBeUndefined();
});

it("saves what coders gave under a name that says it is for leads", () => {
  const made = { by: "Lena", at: "2016-10-14T09:00:00Z" };
  const saved = (name: string, release: number | null) => {
    const file = tableFileNamed(name);
    return file && savedTableName(file, release, made);
  };
  expect(saved("case_mix.csv", null)).toBe("case_mix_not-for-publication_2016-10-14_Lena.csv");
  expect(saved("mean_by_coder.csv", 2)).toBe(
    "release-2_mean_by_coder_for-leads_not-for-publication.csv",
  );
});
