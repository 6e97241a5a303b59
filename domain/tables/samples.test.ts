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
