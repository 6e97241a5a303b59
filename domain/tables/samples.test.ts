import { expect, test } from "vitest";
import { makeTable } from "./make-table";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { analysedBySample, choiceFrom, samplesOf, usualChoice } from "./samples";
import { table1 } from "./submissions";

/** What is counted for Table 1 when every case of a sample is left out. */
function withoutCasesOf(sample: string) {
  const cases = referenceCases().map((each) =>
    each.sample === sample ? { ...each, included: false } : each,
  );
  return makeTable(table1, firstBook, cases, { thisSample: "", earlierSamples: [] }).atoms;
}

test("a sample of which every case is left out is an earlier one, and never chosen by itself", () => {
  expect(samplesOf(withoutCasesOf("2013")).get("2013")).toBe(0);
  expect(usualChoice(samplesOf(withoutCasesOf("2013")))).toEqual({
    ...{ thisSample: "2015", earlierSamples: ["2012", "2013", "2014"] },
  });
  expect(usualChoice(samplesOf(withoutCasesOf("2015")))).toEqual({
    ...{ thisSample: "2014", earlierSamples: ["2012", "2013"] },
  });
  expect(usualChoice(new Map([["2016", 0]]))).toBeNull();
});

test("somebody can choose it", () => {
  const samples = samplesOf(withoutCasesOf("2015"));
  expect(choiceFrom(samples, { thisSample: "2015" })).toEqual({
    ...{ thisSample: "2015", earlierSamples: ["2012", "2013", "2014"] },
  });
});

test("figures of analysed cases are of samples that have any", () => {
  expect([...analysedBySample(withoutCasesOf("2013")).keys()].sort()).toEqual([
    ...["2012", "2014", "2015"],
  ]);
});

/** The usual choice among samples with so many analysed cases each. */
const usual = (samples: readonly string[], days: Record<string, string> = {}) =>
  usualChoice(new Map(samples.map((sample) => [sample, 12])), new Map(Object.entries(days)));

test("numbers in names are compared as numbers", () => {
  expect(usual(["Wave 10", "Wave 8", "Wave 9"])).toEqual({
    ...{ thisSample: "Wave 10", earlierSamples: ["Wave 8", "Wave 9"] },
  });
});

test("where every sample has a day, the one that began last is this sample", () => {
  const samples = ["2014", "2015", "Pilot"];
  const days = { 2014: "2014-04-01", 2015: "2015-04-01", Pilot: "2013-10-01" };
  expect(usual(samples, days)).toEqual({
    ...{ thisSample: "2015", earlierSamples: ["Pilot", "2014"] },
  });
  expect(usual(samples, { Pilot: "2013-10-01" })?.thisSample).toBe("Pilot");
});

test("the samples before the one that somebody chose are those that began before it", () => {
  const samples = new Map([
    ["2014", 12],
    ["2015", 12],
    ["Pilot", 12],
  ]);
  const days = new Map([
    ["2014", "2014-04-01"],
    ["2015", "2015-04-01"],
    ["Pilot", "2013-10-01"],
  ]);
  expect(choiceFrom(samples, { thisSample: "2014" }, days)).toEqual({
    ...{ thisSample: "2014", earlierSamples: ["Pilot"] },
  });
  expect(
    choiceFrom(samples, { thisSample: "Pilot", earlierSamples: ["2015", "2014"] }, days),
  ).toEqual({ thisSample: "Pilot", earlierSamples: ["2014", "2015"] });
});
