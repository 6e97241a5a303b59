import { describe, expect, it } from "vitest";
import { firstCodeLists, valueFor } from "../code-lists/code-lists";
import { meanOf } from "./mean";
import { type Table10Case, table10, table10Columns } from "./table10";

const caseTypes = firstCodeLists.case_type;
const types = caseTypes.values.map(({ key }) => key);
const choice = { thisSample: "2015", earlierSamples: ["2012", "2013", "2014"] };

describe("Table 10 of 300 invented datasets", () => {
  /** Numbers from 0 to below 1 that follow from the seed (mulberry32). */
  function numbersFrom(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
  }

  const seeds = Array.from({ length: 300 }, (_, index) => index + 1);
  const samples = ["2012", "2013", "2014", "2015", "2016"];
  const datasets = seeds.map((seed) => {
    const next = numbersFrom(seed);
    const pick = <T>(list: readonly T[]) => list.slice(Math.floor(next() * list.length))[0] as T;
    const cases = Array.from(
      { length: Math.floor(next() * 60) },
      (): Table10Case => ({
        caseType: pick(types),
        sample: pick(samples),
        riskRating: Math.floor(next() * 40),
      }),
    );
    const shuffled = cases
      .map((each) => ({ each, place: next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ each }) => each);
    return { seed, cases, shuffled };
  });

  it("does not depend on the order of the cases", () => {
    for (const { seed, cases, shuffled } of datasets)
      expect(table10(caseTypes, shuffled, choice), `seed ${seed}`).toEqual(
        table10(caseTypes, cases, choice),
      );
  });

  it("adds up: earlier and this sample are all, types are sub-totals and total", () => {
    const parts = {
      public: ["public_s31", "public_other"],
      private: ["private_wtfh", "private_wtfh_wafh"],
      all: ["public", "private", "public_and_private"],
    };
    for (const { seed, cases } of datasets) {
      const rows = table10(caseTypes, cases, choice);
      for (const { cells } of rows)
        expect([cells.all.sum, cells.all.n], `seed ${seed}`).toEqual([
          cells.earlier.sum + cells.this.sum,
          cells.earlier.n + cells.this.n,
        ]);
      for (const [whole, keys] of Object.entries(parts))
        for (const column of table10Columns) {
          const added = rows
            .filter(({ key }) => keys.includes(key))
            .map(({ cells }) => cells[column]);
          const cell = rows.find(({ key }) => key === whole)?.cells[column];
          expect([cell?.sum, cell?.n], `seed ${seed}, ${whole}, ${column}`).toEqual([
            added.reduce((sum, part) => sum + part.sum, 0),
            added.reduce((n, part) => n + part.n, 0),
          ]);
        }
    }
  });

  it("pools each sub-total over the cases themselves", () => {
    for (const { seed, cases } of datasets)
      for (const group of ["public", "private"]) {
        const ratings = cases
          .filter(
            ({ caseType, sample }) =>
              valueFor(caseTypes, caseType).lawGroup === group && sample === "2015",
          )
          .map(({ riskRating }) => riskRating);
        const row = table10(caseTypes, cases, choice).find(({ key }) => key === group);
        expect(row?.cells.this, `seed ${seed}, ${group}`).toEqual(meanOf(ratings));
      }
  });

  it("keeps every mean between the lowest and the highest rating of its cases", () => {
    for (const { seed, cases } of datasets) {
      const ratings = cases
        .filter(({ sample }) => sample !== "2016")
        .map(({ riskRating }) => riskRating);
      const means = table10(caseTypes, cases, choice)
        .flatMap(({ cells }) => table10Columns.map((column) => cells[column].mean))
        .filter((mean) => mean !== null);
      expect(Math.min(...means), `seed ${seed}`).toBeGreaterThanOrEqual(Math.min(...ratings));
      expect(Math.max(...means), `seed ${seed}`).toBeLessThanOrEqual(Math.max(...ratings));
    }
  });
});
