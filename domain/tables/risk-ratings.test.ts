import { describe, expect, it } from "vitest";
import { cellText } from "./cell-text";
import { makeTable } from "./make-table";
import published from "./published-tables.json";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { ranges, table10 } from "./risk-ratings";
import type { TableKind } from "./table";
import type { TableCase } from "./table-case";

const choice = { thisSample: "2015", earlierSamples: ["2012", "2013", "2014"] };
const reference = referenceCases();

const linesOf = (kind: TableKind, cases: readonly TableCase[]) =>
  makeTable(kind, firstBook, cases, choice).lines;

/** The texts of a table, a cell for each column, by line. */
function textsOf(kind: TableKind, cases: readonly TableCase[]): Record<string, string[]> {
  return Object.fromEntries(
    linesOf(kind, cases).map((line) => [
      line.key,
      line.cells.map((cell, index) => cellText(kind, line, cell, line.bases[index] ?? cell)),
    ]),
  );
}

describe("Table 10 of the report", () => {
  const texts = textsOf(table10, reference);

  it("counts the 82 analysed cases of 86", () => {
    expect(reference).toHaveLength(86);
    expect(reference.filter(table10.isAbout)).toHaveLength(82);
  });

  it("has its lines in the report's order", () => {
    expect(linesOf(table10, reference).map(({ key, label, look }) => [key, label, look])).toEqual([
      ["public_s31", "Public law, s31", "part"],
      ["public_other", "Public law, other", "part"],
      ["all_public", "All public law", "subtotal"],
      ["private_wtfh", "Private law, WTFH only", "part"],
      ["private_wtfh_wafh", "Private law, WTFH and WAFH", "part"],
      ["all_private", "All private law", "subtotal"],
      ["public_and_private", "Public and private law", "part"],
      ["total", "All cases", "total"],
    ]);
  });

  it.each([
    ["public_s31", "18.2 (18)", "15.5 (12)", "17.1 (30)"],
    ["public_other", "12.8 (6)", "13.0 (1)", "12.9 (7)"],
    ["all_public", "16.8 (24)", "15.3 (13)", "16.3 (37)"],
    ["private_wtfh", "6.3 (14)", "11.0 (3)", "7.1 (17)"],
    ["private_wtfh_wafh", "9.4 (17)", "13.8 (4)", "10.2 (21)"],
    ["all_private", "8.0 (31)", "12.6 (7)", "8.8 (38)"],
    ["public_and_private", "17.5 (4)", "17.0 (3)", "17.3 (7)"],
    ["total", "12.2 (59)", "14.7 (23)", "12.9 (82)"],
  ])("has for %s the cells %s, %s and %s", (key, ...cells) => {
    expect(texts[key]).toEqual(cells);
  });

  it("differs from what is printed in one cell: 12.8 for other public law over all samples is the mean of rounded means; pooled, 90 over 7 is 12.857, so 12.9", () => {
    const { columns, note: _note, ...rows } = published.table10_average_rating;
    const ours: Record<string, string> = {
      public: "all_public",
      private: "all_private",
      all: "total",
    };
    const differing = Object.entries(rows).flatMap(([key, cells]) =>
      cells
        .map(([mean, n], index) => ({
          cell: `${key}, ${columns[index]}`,
          printed: `${mean?.toFixed(1)} (${n})`,
          computed: texts[ours[key] ?? key]?.[index],
        }))
        .filter(({ printed, computed }) => printed !== computed),
    );
    expect(Object.keys(rows)).toHaveLength(8);
    expect(differing).toEqual([
      { cell: "public_other, all", printed: "12.8 (7)", computed: "12.9 (7)" },
    ]);
  });

  it("shows 13.8 where the report prints 13.75: every cell has one decimal", () => {
    expect(published.table10_average_rating.private_wtfh_wafh[1]).toEqual([13.75, 4]);
    expect(texts.private_wtfh_wafh?.[1]).toBe("13.8 (4)");
  });

  it("keeps the sums of the 2015 sample that the means come from", () => {
    const sums = linesOf(table10, reference).map(({ key, cells }) => [key, cells[1]?.sum]);
    expect(sums).toEqual([
      ["public_s31", 186],
      ["public_other", 13],
      ["all_public", 199],
      ["private_wtfh", 33],
      ["private_wtfh_wafh", 55],
      ["all_private", 88],
      ["public_and_private", 51],
      ["total", 338],
    ]);
  });
});

describe("risk ratings of few cases", () => {
  /** An analysed case of public law in 2015, with a risk rating of 10. */
  const s31: TableCase = {
    reference: "2015-01",
    sample: "2015",
    included: true,
    methodology: null,
    caseType: "public_s31",
    involvement: null,
    months: null,
    incidentType: "other",
    motherAgeBand: null,
    children: [],
    practice: [],
    scores: { neglect: 10 },
  };
  const rated = (rating: number, facts: Partial<TableCase> = {}): TableCase => ({
    ...s31,
    scores: { neglect: rating },
    ...facts,
  });

  it("are eight lines of empty cells without cases: no mean, never 0", () => {
    const lines = linesOf(table10, []);
    const empty = { n: 0, cases: 0, values: 0, sum: 0, lowest: null, highest: null };
    expect(lines).toHaveLength(8);
    expect(lines.map(({ cells }) => cells)).toEqual(lines.map(() => [empty, empty, empty]));
    expect(textsOf(table10, []).total).toEqual(["– (0)", "– (0)", "– (0)"]);
    expect(textsOf(ranges, []).public_lowest).toEqual(["–", "–", "–"]);
  });

  it("tell a mean or a lowest rating of 0 from no cases", () => {
    expect(textsOf(table10, [rated(0)]).public_s31).toEqual(["– (0)", "0.0 (1)", "0.0 (1)"]);
    expect(textsOf(ranges, [rated(0)]).public_lowest).toEqual(["–", "0", "0"]);
    expect(textsOf(ranges, [rated(0)]).private_lowest).toEqual(["–", "–", "–"]);
  });

  it("leave out the cases of samples that were not chosen", () => {
    const texts = textsOf(table10, [s31, rated(39, { sample: "2016" })]);
    expect(texts.total).toEqual(["– (0)", "10.0 (1)", "10.0 (1)"]);
  });

  it("leave out cases that are excluded or not committed", () => {
    const cases = [s31, rated(39, { included: false }), rated(39, { scores: null })];
    expect(textsOf(table10, cases).total).toEqual(["– (0)", "10.0 (1)", "10.0 (1)"]);
    expect(textsOf(ranges, cases).public_highest).toEqual(["–", "10", "10"]);
  });

  it("are pooled in the sub-total: three at 10 and one at 20 give 12.5, not 15", () => {
    const other = rated(20, { caseType: "public_other" });
    expect(textsOf(table10, [s31, s31, s31, other]).all_public?.[1]).toBe("12.5 (4)");
  });

  it("count in the total alone when the case is mixed", () => {
    const texts = textsOf(table10, [rated(10, { caseType: "public_and_private" })]);
    expect([texts.all_public?.[1], texts.all_private?.[1]]).toEqual(["– (0)", "– (0)"]);
    expect(texts.total?.[1]).toBe("10.0 (1)");
  });

  it.each([[10.5], [-1], [Number.NaN]])("are refused when one is %d", (rating) => {
    expect(() => linesOf(table10, [rated(rating)])).toThrow("is not a whole number");
  });

  it("give 5 and 19 as the ends of the range of 5, 9 and 19", () => {
    const texts = textsOf(ranges, [rated(9), rated(19), rated(5)]);
    expect([texts.public_lowest?.[1], texts.public_highest?.[1]]).toEqual(["5", "19"]);
  });
});
