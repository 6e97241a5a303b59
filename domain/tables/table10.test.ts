import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { firstCodeLists } from "../code-lists/code-lists";
import { cellText } from "./mean";
import published from "./published-tables.json";
import { type Table10Case, table10, table10Columns } from "./table10";

const caseTypes = firstCodeLists.case_type;
const types = caseTypes.values.map(({ key }) => key);
const choice = { thisSample: "2015", earlierSamples: ["2012", "2013", "2014"] };

/** The analysed cases of the invented set that stands in for the report's. */
const reference: Table10Case[] = readFileSync(
  join(import.meta.dirname, "../../commands/demo/reference/cases.csv"),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => line.split(","))
  .filter((cells) => cells[7] === "yes")
  .flatMap((cells) =>
    types
      .filter((type) => type === cells[2])
      .map((caseType) => ({
        caseType,
        sample: cells[1] ?? "",
        riskRating: cells.slice(9).reduce((sum, score) => sum + Number(score), 0),
      })),
  );

const textsOf = (cases: readonly Table10Case[]) =>
  Object.fromEntries(
    table10(caseTypes, cases, choice).map(({ key, cells }) => [
      key,
      table10Columns.map((column) => cellText(cells[column])),
    ]),
  );

describe("Table 10 of the report", () => {
  const texts = textsOf(reference);

  it("counts the 82 analysed cases", () => {
    expect(reference).toHaveLength(82);
  });

  it("has its lines in the report's order", () => {
    expect(
      table10(caseTypes, reference, choice).map(({ key, label, kind }) => [key, label, kind]),
    ).toEqual([
      ["public_s31", "Public law, s31", "type"],
      ["public_other", "Public law, other", "type"],
      ["public", "All public law", "subtotal"],
      ["private_wtfh", "Private law, WTFH only", "type"],
      ["private_wtfh_wafh", "Private law, WTFH and WAFH", "type"],
      ["private", "All private law", "subtotal"],
      ["public_and_private", "Public and private law", "type"],
      ["all", "All cases", "total"],
    ]);
  });

  it.each([
    ["public_s31", "18.2 (18)", "15.5 (12)", "17.1 (30)"],
    ["public_other", "12.8 (6)", "13.0 (1)", "12.9 (7)"],
    ["public", "16.8 (24)", "15.3 (13)", "16.3 (37)"],
    ["private_wtfh", "6.3 (14)", "11.0 (3)", "7.1 (17)"],
    ["private_wtfh_wafh", "9.4 (17)", "13.8 (4)", "10.2 (21)"],
    ["private", "8.0 (31)", "12.6 (7)", "8.8 (38)"],
    ["public_and_private", "17.5 (4)", "17.0 (3)", "17.3 (7)"],
    ["all", "12.2 (59)", "14.7 (23)", "12.9 (82)"],
  ])("has for %s the cells %s, %s and %s", (key, ...cells) => {
    expect(texts[key]).toEqual(cells);
  });

  it("differs from what is printed in one cell: 12.8 for other public law over all samples is the mean of rounded means; pooled, 90 over 7 is 12.857, so 12.9", () => {
    const { columns: _columns, note: _note, ...rows } = published.table10_average_rating;
    const differing = Object.entries(rows).flatMap(([key, cells]) =>
      cells
        .map(([mean, n], index) => ({
          cell: `${key}, ${table10Columns[index]}`,
          printed: `${mean?.toFixed(1)} (${n})`,
          computed: texts[key]?.[index],
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
    const sums = table10(caseTypes, reference, choice).map(({ key, cells }) => [
      key,
      cells.this.sum,
    ]);
    expect(sums).toEqual([
      ["public_s31", 186],
      ["public_other", 13],
      ["public", 199],
      ["private_wtfh", 33],
      ["private_wtfh_wafh", 55],
      ["private", 88],
      ["public_and_private", 51],
      ["all", 338],
    ]);
  });
});

describe("a Table 10 of few cases", () => {
  const s31 = { caseType: "public_s31", sample: "2015", riskRating: 10 } as const;

  it("has eight lines of empty cells without cases: no mean, never 0", () => {
    const rows = table10(caseTypes, [], choice);
    expect(rows).toHaveLength(8);
    expect(rows.map(({ cells }) => cells)).toEqual(
      rows.map(() => ({
        earlier: { sum: 0, n: 0, mean: null },
        this: { sum: 0, n: 0, mean: null },
        all: { sum: 0, n: 0, mean: null },
      })),
    );
    expect(textsOf([]).all).toEqual(["– (0)", "– (0)", "– (0)"]);
  });

  it("tells a mean of 0 from no cases", () => {
    const texts = textsOf([{ ...s31, riskRating: 0 }]);
    expect(texts.public_s31).toEqual(["– (0)", "0.0 (1)", "0.0 (1)"]);
  });

  it("leaves out the cases of samples that were not chosen", () => {
    const texts = textsOf([s31, { ...s31, sample: "2016", riskRating: 39 }]);
    expect(texts.all).toEqual(["– (0)", "10.0 (1)", "10.0 (1)"]);
  });

  it("counts a case once when its sample is chosen as this and as an earlier one", () => {
    const rows = table10(caseTypes, [s31], { thisSample: "2015", earlierSamples: ["2015"] });
    expect(rows.at(-1)?.cells).toEqual({
      earlier: { sum: 0, n: 0, mean: null },
      this: { sum: 10, n: 1, mean: 10 },
      all: { sum: 10, n: 1, mean: 10 },
    });
  });

  it("pools the sub-total over cases: three at 10 and one at 20 give 12.5, not 15", () => {
    const other = { caseType: "public_other", sample: "2015", riskRating: 20 } as const;
    expect(textsOf([s31, s31, s31, other]).public?.[1]).toBe("12.5 (4)");
  });

  it("counts a mixed case in the total alone", () => {
    const texts = textsOf([{ ...s31, caseType: "public_and_private" }]);
    expect([texts.public, texts.private].map((cells) => cells?.[1])).toEqual(["– (0)", "– (0)"]);
    expect(texts.all?.[1]).toBe("10.0 (1)");
  });

  it.each([[10.5], [-1], [Number.NaN]])("is refused with a risk rating of %d", (riskRating) => {
    expect(() => table10(caseTypes, [{ ...s31, riskRating }], choice)).toThrow(
      "is not a whole number",
    );
  });
});
