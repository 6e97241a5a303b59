import { describe, expect, it } from "vitest";
import type { Output } from "../caveats";
import { cellText } from "./cell-text";
import { makeTable } from "./make-table";
import published from "./published-tables.json";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { reportTables } from "./report";

const cases = referenceCases();
const choice = { thisSample: "2015", earlierSamples: ["2012", "2013", "2014"] };

/** The texts of a table, line by line: the key of the line, then a cell for each column. */
function textsOf(output: Output): Record<string, string[]> {
  const kind = reportTables(choice, firstBook.lists).find((one) => one.output === output);
  if (!kind) throw new Error(`There is no ${output}`);
  return Object.fromEntries(
    makeTable(kind, firstBook, cases, choice).lines.map((line) => [
      line.key,
      line.cells.map((cell, index) => cellText(kind, line, cell, line.bases[index] ?? cell)),
    ]),
  );
}

/** The counts of one column of a table, by line. */
function countsOf(output: Output, column: number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(textsOf(output)).map(([line, texts]) => [
      line,
      Number.parseInt(texts[column] ?? "", 10),
    ]),
  );
}

describe("the report’s tables, from the invented cases that stand in for its own", () => {
  it("Table 1: 86 submissions, 82 analysed", () => {
    expect(textsOf("table_1")).toEqual({
      analysed: ["23", "10", "26", "23", "82"],
      excluded: ["0", "2", "2", "0", "4"],
      total: ["23", "12", "28", "23", "86"],
    });
    expect(published.table1_submissions.total).toEqual({ made: 86, analysed: 82 });
  });

  it("Table 3: methodologies of 2014, the two that are left out too, and of 2015", () => {
    const [in2014, in2015] = [countsOf("table_3", 2), countsOf("table_3", 3)];
    const { note: _note, ...printed } = published.table3_methodology;
    expect(in2014).toEqual({
      ...Object.fromEntries(Object.entries(printed).map(([key, by]) => [key, by["2014"]])),
      "not recorded": 0,
      total: 28,
    });
    expect(in2015).toEqual({
      ...Object.fromEntries(Object.entries(printed).map(([key, by]) => [key, by["2015"]])),
      "not recorded": 0,
      total: 23,
    });
  });

  it("Table 4: involvement in 2015", () => {
    expect(countsOf("table_4", 1)).toEqual({
      ...published.table4_involvement_2015,
      "not recorded": 0,
      total: 23,
    });
  });

  it("Table 5: months in 2015, 13 in the mean", () => {
    expect(countsOf("table_5", 1)).toEqual({
      "0 to 12": 12,
      "13 to 24": 9,
      "25 to 36": 1,
      "37 to 48": 1,
      "49 and over": 0,
      total: 23,
      mean: 13,
    });
    expect(published.table5_duration_months_2015).toEqual({
      "0-12": 12,
      "13-24": 9,
      "25-36": 1,
      "37-48": 1,
      mean: 13,
    });
  });

  it("Table 6: case types of 2015, with sub-totals", () => {
    expect(countsOf("table_6", 1)).toEqual({
      ...published.table6_case_types_2015,
      all_public: 13,
      all_private: 7,
      total: 23,
    });
  });

  it("Table 7: ages of the children, 76 of them earlier and 37 in 2015", () => {
    const keys = { under_1: "under_1", "1-5": "1_5", "6-10": "6_10", "11-15": "11_15" };
    const printed = (by: (typeof published.table7_age)["2015"]) => ({
      ...Object.fromEntries(
        Object.entries(keys).map(([theirs, ours]) => [ours, by[theirs as keyof typeof keys]]),
      ),
      "16_17": by["16-17"],
      total: by.total,
    });
    expect(countsOf("table_7", 0)).toEqual(printed(published.table7_age["2012-2014"]));
    expect(countsOf("table_7", 1)).toEqual(printed(published.table7_age["2015"]));
    expect(textsOf("table_7").under_1).toEqual(["10 (13%)", "4 (11%)", "14 (12%)"]);
  });

  it("Table 8: mothers’ ages in 2015", () => {
    const { note: _note, ...printed } = published.table8_mother_age_2015;
    expect(countsOf("table_8", 1)).toEqual({ ...printed, total: 23 });
  });

  it("Table 9: incidents by sample; totals of 20 and 10 where the report prints 19 and 11", () => {
    const { note: _note, ...printed } = published.table9_incident;
    const { all_fatal: _fatal, all_other: _other, total: _total, ...lines } = textsOf("table_9");
    const counts = Object.fromEntries(
      Object.entries(lines).map(([key, texts]) => [
        key,
        texts.slice(0, 4).map((text) => Number.parseInt(text, 10)),
      ]),
    );
    expect(counts).toEqual(printed);
    expect(lines.physical_abuse_fatal?.[4]).toBe("20 (24%)");
    expect(lines.spite_revenge_killing?.[4]).toBe("10 (12%)");
  });

  it("Table 9: 39% of the incidents of 2015 were fatal, where the report says 30%", () => {
    expect(textsOf("table_9").all_fatal?.[3]).toBe("9 (39%)");
  });

  it("ranges: 8 to 22 in public law, 5 to 19 in private law, in 2015", () => {
    const lines = textsOf("range");
    expect([lines.public_lowest?.[1], lines.public_highest?.[1]]).toEqual(["8", "22"]);
    expect([lines.private_lowest?.[1], lines.private_highest?.[1]]).toEqual(["5", "19"]);
    expect(published.ranges_2015).toEqual({ public: [8, 22], private: [5, 19] });
  });

  it("Chart 1: how many cases of 2015 feature each factor that the report gives", () => {
    const counts = countsOf("chart_1", 0);
    const featuring = (factor: string) => counts[`${factor} featured`];
    const { child_protection_plan, other, ...printed } = published.factors_2015;
    expect(
      Object.fromEntries(Object.keys(printed).map((factor) => [factor, featuring(factor)])),
    ).toEqual(Object.fromEntries(Object.entries(printed).map(([key, by]) => [key, by.all])));
    expect(featuring("other")).toBe(other.all);
    expect(counts["other 3"]).toBeGreaterThanOrEqual(other.high_at_least);
    expect([counts["child_protection_plan 3"], counts["child_protection_plan 2"]]).toEqual([
      child_protection_plan.currently,
      child_protection_plan.previously,
    ]);
    expect(counts).not.toHaveProperty("child_protection_plan 1");
  });

  it("Chart 2: 43% of private law has neglect, 71% domestic violence; mixed cases are left out", () => {
    const lines = textsOf("chart_2");
    // The third column is of the mixed cases, and in no chart that anybody sees.
    expect(lines.neglect).toEqual(["13 (100%)", "7 (100%)", "3 (100%)"]);
    expect(lines["neglect featured"]?.slice(0, 2)).toEqual(["10 (77%)", "3 (43%)"]);
    expect(lines["domestic_violence featured"]?.slice(0, 2)).toEqual(["7 (54%)", "5 (71%)"]);
  });

  it("Chart 2: how many cases of each law group feature a factor, where the report says so", () => {
    const featuring = (factor: string, column: number) =>
      countsOf("chart_2", column)[`${factor} featured`];
    const { neglect, domestic_violence, parental_mental_health } = published.factors_2015;
    expect([featuring("neglect", 0), featuring("neglect", 1)]).toEqual([10, 3]);
    expect([neglect.public, neglect.private]).toEqual([10, 3]);
    const violence = [featuring("domestic_violence", 0), featuring("domestic_violence", 1)];
    expect(violence).toEqual([7, 5]);
    expect([domestic_violence.public, domestic_violence.private]).toEqual([7, 5]);
    expect(featuring("parental_mental_health", 1)).toBe(6);
    expect(parental_mental_health.private).toBe(6);
  });
});
