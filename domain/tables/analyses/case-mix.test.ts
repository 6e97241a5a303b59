import { expect, it } from "vitest";
import { caseMixOf } from "../case-mix";
import { makeTable } from "../make-table";
import { firstBook, referenceCases } from "../reference-cases.fixtures";
import { table10 } from "../risk-ratings";
import { caseMixTable } from "./case-mix";

/** What stands above the table, of the reference cases of these samples. */
function sentencesFor(thisSample: string, samples: readonly string[]) {
  const cases = referenceCases().filter(({ sample }) => samples.includes(sample));
  const choice = { thisSample, earlierSamples: [] };
  const { atoms } = makeTable(table10, firstBook, cases, choice);
  return caseMixTable({
    ...{ choice, samples, withheldUpTo: 5, codebook: firstBook.codebook },
    caseMix: caseMixOf(atoms, firstBook, choice),
    ...{ means: null, together: { rows: [], cases: cases.length }, children: [], practice: [] },
  }).shown.summary;
}

it("asks for earlier samples where there are others to choose", () => {
  expect(sentencesFor("2012", ["2012", "2013"])).toEqual([
    expect.stringMatching(/^The mean risk rating of 2012 is /),
    "There is no earlier case to compare its mix with. Choose earlier samples.",
  ]);
});

it("asks for none where a study has one sample", () => {
  expect(sentencesFor("2015", ["2015"])).toEqual([
    "The mean risk rating of 2015 is 14.7, over 23 cases.",
    "There is no earlier case to compare its mix with: 2015 is the only sample with a case to count.",
  ]);
});
