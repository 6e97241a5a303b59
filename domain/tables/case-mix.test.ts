import { describe, expect, it } from "vitest";
import { caseMixOf } from "./case-mix";
import { makeTable } from "./make-table";
import published from "./published-tables.json";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { table10 } from "./risk-ratings";
import type { SampleChoice } from "./table";
import type { TableCase } from "./table-case";

const ofReport = { thisSample: "2015", earlierSamples: ["2012", "2013", "2014"] };
const [template] = referenceCases();

const mixOf = (cases: readonly TableCase[], choice: SampleChoice = ofReport) =>
  caseMixOf(makeTable(table10, firstBook, cases, choice).atoms, firstBook, choice);

/** Analysed cases of one sample and case type, with these risk ratings, 13 at most. */
function casesOf(sample: string, caseType: string, ratings: readonly number[]): TableCase[] {
  if (!template) throw new Error("There is no case");
  return ratings.map((neglect, index) => ({
    ...template,
    ...{ reference: `${sample}-${caseType}-${index}`, sample, caseType, scores: { neglect } },
  }));
}

describe("the mean risk rating at the earlier case mix", () => {
  it("falls from 14.7 to 13.8 in the report's data", () => {
    const mix = mixOf(referenceCases());
    expect(published.table10_average_rating.all).toEqual([
      [12.2, 59],
      [14.7, 23],
      [12.9, 82],
    ]);
    expect(mix.own).toEqual({ n: 23, sum: 338 });
    expect(mix.earlier).toEqual({ n: 59, sum: 722 });
    expect(mix.types).toEqual([
      { key: "public_s31", label: "Public law, s31", earlier: 18, own: 12, sum: 186 },
      { key: "public_other", label: "Public law, other", earlier: 6, own: 1, sum: 13 },
      { key: "private_wtfh", label: "Private law, WTFH only", earlier: 14, own: 3, sum: 33 },
      {
        ...{ key: "private_wtfh_wafh", label: "Private law, WTFH and WAFH" },
        ...{ earlier: 17, own: 4, sum: 55 },
      },
      { key: "public_and_private", label: "Public and private law", earlier: 4, own: 3, sum: 51 },
    ]);
    // (18 × 15.5 + 6 × 13 + 14 × 11 + 17 × 13.75 + 4 × 17) ÷ 59 = 812.75 ÷ 59 = 13.775…
    expect(mix.atEarlierMix).toBe("13.8");
    expect(mix.why).toBeNull();
  });

  it("weighs a type that the earlier samples have not with nothing", () => {
    const cases = [
      ...casesOf("2014", "public_s31", [4, 6]),
      ...casesOf("2015", "public_s31", [10]),
      ...casesOf("2015", "private_wtfh", [2, 2]),
    ];
    expect(mixOf(cases)).toMatchObject({ own: { n: 3, sum: 14 }, atEarlierMix: "10.0" });
  });

  it("is not known where a type of the earlier mix has no case, and says which", () => {
    const cases = [
      ...casesOf("2014", "public_s31", [4]),
      ...casesOf("2013", "private_wtfh", [4]),
      ...casesOf("2012", "public_and_private", [4]),
      ...casesOf("2015", "private_wtfh", [2]),
    ];
    const labels = ["Public law, s31", "Public and private law"];
    expect(mixOf(cases)).toMatchObject({
      atEarlierMix: null,
      why: { kind: "types_without_cases", labels },
    });
  });

  it("is not known without an earlier case, or without one of its own", () => {
    const cases = casesOf("2015", "private_wtfh", [2]);
    const none = { thisSample: "2015", earlierSamples: [] };
    expect(mixOf(cases, none)).toMatchObject({
      atEarlierMix: null,
      why: { kind: "no_earlier_cases" },
    });
    const other = { thisSample: "2016", earlierSamples: ["2015"] };
    expect(mixOf(cases, other)).toMatchObject({
      atEarlierMix: null,
      why: { kind: "no_own_cases" },
    });
  });

  it("rounds a half up, which no binary fraction could tip", () => {
    // Means of 0.1 and 0.2 with equal weight: 0.15.
    const ten = (sum: number) => [sum, ...Array<number>(9).fill(0)];
    const cases = [
      ...casesOf("2014", "public_s31", [0]),
      ...casesOf("2014", "private_wtfh", [0]),
      ...casesOf("2015", "public_s31", ten(1)),
      ...casesOf("2015", "private_wtfh", ten(2)),
    ];
    expect(mixOf(cases).atEarlierMix).toBe("0.2");
  });
});
