import { afterAll, beforeAll, expect, test } from "vitest";
import { csvFile, must, person, release, temporaryStudy } from "../fixtures";
import { importCases } from "../imports/cases";
import type { Viewer } from "../people/people";
import { reader } from "../store/store";
import { allCases, casesOfState } from "./cases";
import { releasesTold } from "./told";

/* A case that is left out of the analysis, without ratings: what is told of it, and to whom. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
beforeAll(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  const cells = { included: "no", exclusion_reason: "Too thin" };
  const file = csvFile("cases.csv", [{ case_ref: "2012-02", scores: "", cells }]);
  must(await importCases(lead, { cases: file }));
  await release(lead);
});
afterAll(() => study.end());

const told = async (viewer: Viewer) => {
  const cases = await casesOfState(reader(), viewer, { release: null, ...allCases });
  const ofRelease = await casesOfState(reader(), viewer, { release: 1, ...allCases });
  return {
    now: cases.map(({ reference }) => reference),
    released: ofRelease.map(({ reference }) => reference),
    releases: await releasesTold(reader(), viewer),
  };
};

test("whoever leads, codes or analyses is told of it, now and in a release", async () => {
  const all = { now: ["2012-02"], released: ["2012-02"], releases: [1] };
  expect(await told(lead)).toEqual(all);
  expect(await told(await person("Ann", "coder"))).toEqual(all);
  expect(await told(await person("Dora", "analyst"))).toEqual(all);
});

test("an admin alone is told nothing of it", async () => {
  const none = { now: [], released: [], releases: [] };
  expect(await told(await person("Olga", "admin"))).toEqual(none);
});
