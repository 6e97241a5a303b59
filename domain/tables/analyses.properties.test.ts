import { expect, it } from "vitest";
import { randomFrom, shuffled } from "../random";
import { caseMixOf } from "./case-mix";
import { addTogether, factorsTogether } from "./factors-together";
import { countsTogether, intervalOfMean } from "./intervals";
import { makeTable } from "./make-table";
import { formatMean } from "./mean";
import { practiceShortcomings, practiceStrengths } from "./practice";
import { randomCases } from "./random-cases.fixtures";
import { firstBook } from "./reference-cases.fixtures";
import { table10 } from "./risk-ratings";
import type { SampleChoice } from "./table";
import { isAnalysed, riskRatingOf, type TableCase } from "./table-case";

const samples = ["2012", "2013", "2014", "2015"];
const choice: SampleChoice = { thisSample: "2015", earlierSamples: ["2012", "2013", "2014"] };
const { codebook } = firstBook;

const datasets = Array.from({ length: 1000 }, (_, index) => {
  const seed = index + 1;
  return { seed, cases: randomCases(seed, { most: 60, samples }) };
});

const mixOf = (cases: readonly TableCase[]) =>
  caseMixOf(makeTable(table10, firstBook, cases, choice).atoms, firstBook, choice);

function togetherOf(cases: readonly TableCase[]) {
  const counts = new Map();
  addTogether(counts, codebook, cases);
  return factorsTogether(counts, codebook, samples);
}

const practiceOf = (cases: readonly TableCase[]) =>
  [practiceStrengths, practiceShortcomings].map(
    (kind) => makeTable(kind, firstBook, cases, choice).lines,
  );

/** Everything that is worked out of these cases. */
function everythingOf(cases: readonly TableCase[]): string {
  const ratings = cases.filter(isAnalysed).flatMap((each) => riskRatingOf(each) ?? []);
  const counts = countsTogether(ratings.map((rating) => new Map([[rating, 1]])));
  const interval = intervalOfMean(counts, { resamples: 40, seed: 1 });
  return JSON.stringify([mixOf(cases), togetherOf(cases), practiceOf(cases), interval]);
}

it("does not depend on the order of cases, nor on what they are called", () => {
  for (const { seed, cases } of datasets) {
    const others = shuffled(cases, randomFrom(seed)).map((each, index) => ({
      ...each,
      reference: `other-${index}`,
    }));
    expect(everythingOf(others), `seed ${seed}`).toBe(everythingOf(cases));
  }
});

it("leaves a mean as it is where the earlier mix is the same", () => {
  let compared = 0;
  for (const { seed, cases } of datasets) {
    const own = cases.filter(({ sample }) => sample === "2015");
    // The earlier samples have each case three times over, rated otherwise.
    const earlier = ["2012", "2013", "2014"].flatMap((sample) =>
      own.map((each) => ({ ...each, sample, scores: each.scores && { neglect: 3 } })),
    );
    const mix = mixOf([...own, ...earlier]);
    const expected = mix.own.n === 0 ? null : formatMean(mix.own.sum, mix.own.n);
    expect(mix.atEarlierMix, `seed ${seed}`).toBe(expected);
    compared += Number(expected !== null);
  }
  expect(compared).toBeGreaterThan(900);
});

it("is the sum over earlier cases of the mean that their type has in this sample", () => {
  let [known, unknown] = [0, 0];
  for (const { seed, cases } of datasets) {
    const analysed = cases.filter(isAnalysed);
    const meanOfType = (type: string) => {
      const own = analysed.filter(({ sample, caseType }) => sample === "2015" && caseType === type);
      const sum = own.reduce((all, each) => all + (riskRatingOf(each) ?? 0), 0);
      return own.length === 0 ? null : sum / own.length;
    };
    const earlier = analysed.filter(({ sample }) => sample !== "2015");
    const means = earlier.map(({ caseType }) => meanOfType(caseType));
    const mean = means.reduce<number | null>(
      (sum, one) => (sum === null || one === null ? null : sum + one / means.length),
      means.length === 0 ? null : 0,
    );
    const { atEarlierMix, why } = mixOf(cases);
    expect(atEarlierMix === null, `seed ${seed}`).toBe(mean === null);
    expect(why === null, `seed ${seed}`).toBe(mean !== null);
    expect(Math.abs(Number(atEarlierMix) - (mean ?? 0)), `seed ${seed}`).toBeLessThan(0.0501);
    known += Number(mean !== null);
    unknown += Number(mean === null);
  }
  expect(Math.min(known, unknown)).toBeGreaterThan(150);
});

it("has factors together the same both ways, and beside itself how often each is present", () => {
  for (const { seed, cases } of datasets) {
    const { rows, cases: n } = togetherOf(cases);
    const analysed = cases.filter(isAnalysed);
    expect(n, `seed ${seed}`).toBe(analysed.length);
    const counted = rows.map(({ key }) =>
      rows.map(
        (other) =>
          analysed.filter(
            ({ scores }) => (scores?.[key] ?? 0) > 0 && (scores?.[other.key] ?? 0) > 0,
          ).length,
      ),
    );
    const found = rows.map(({ together }) => together);
    expect(found, `seed ${seed}`).toEqual(counted);
    expect(rows.map((_, at) => found.map((row) => row[at]))).toEqual(found);
    // Each row is of the cases that have its factor, and its own place of all.
    const of = rows.map((_, row) => found.map((__, at) => (at === row ? n : found[row]?.[row])));
    expect(rows.map((row) => row.of)).toEqual(of);
  }
});

it("counts under a theme of practice no more cases than have any, nor those more than all", () => {
  for (const { seed, cases } of datasets)
    for (const lines of practiceOf(cases)) {
      const counts = (key: string) =>
        lines.find((line) => line.key === key)?.cells.map(({ n }) => n) ?? [];
      const [any, recorded, total] = [counts("any"), counts("recorded"), counts("total")];
      const themes = lines.slice(0, -3).map(({ cells }) => cells.map(({ n }) => n));
      const most = any.map((_, at) => Math.max(...themes.map((theme) => theme[at] ?? 0)));
      const sums = any.map((_, at) => themes.reduce((sum, theme) => sum + (theme[at] ?? 0), 0));
      const inOrder = any.map((n, at) => [most[at], n, recorded[at], total[at]]);
      expect(
        inOrder.map((row) => [...row].sort((a, b) => Number(a) - Number(b))),
        `seed ${seed}`,
      ).toEqual(inOrder);
      expect(any.map((n, at) => n <= (sums[at] ?? 0))).toEqual(any.map(() => true));
    }
});
