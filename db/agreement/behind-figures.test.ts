import { afterEach, beforeEach, expect, test } from "vitest";
import { always } from "@/domain/agreement/period";
import {
  agreeEverything,
  caseFor,
  commit,
  person,
  rateAndSubmit,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { bringReferenceCases } from "../reference-cases.fixtures";
import { readAgain, secondLookAt } from "../second-look/second-look.fixtures";
import { getAgreement } from "./agreement";
import type { AgreementAsked } from "./choice";
import { type FactorAsked, getFactorAgreement } from "./factor";
import { getAgreementOverTime } from "./over-time";
import { getRiskRatings } from "./risk-ratings";
import { getAgreementStages } from "./stages";

/* Which levels and cases are behind a figure. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let dora: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  [lead, ann, bob, dora] = [
    await person("Lena", "lead"),
    await person("Ann", "coder"),
    await person("Bob", "coder"),
    await person("Dora", "analyst"),
  ];
});
afterEach(() => study.end());

const everything: AgreementAsked = {
  ...{ samples: [], secondLook: null, period: always, coders: [], names: false },
};
/** A window that is cut of everything. */
const ofAll = { coders: [], secondLook: null } as const;
const ofNeglect: FactorAsked = { ...everything, factor: "neglect", pair: null, cell: null };

/** Ann and Bob give neglect 3 and 1; Ann thinks better of it, and High is agreed. */
async function readAgainAndCommitted() {
  await caseFor(lead, "2016-01", [ann, bob]);
  await secondLookAt(lead, "2016-01", [
    [ann, "3000000000000"],
    [bob, "1000000000000"],
  ]);
  await readAgain(ann, "2016-01", { neglect: { level: "medium" } });
  await readAgain(bob, "2016-01");
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
}

async function committed(reference: string, scores: readonly string[], coders = [ann, bob]) {
  await caseFor(lead, reference, coders);
  for (const [index, coder] of coders.entries())
    await rateAndSubmit(coder, reference, scores[index] ?? "");
  await agreeEverything(lead, reference);
  await commit(lead, reference);
}

test("each figure of the stages has its table of levels, from the lowest level to the highest", async () => {
  await readAgainAndCommitted();
  await committed("2016-02", ["2000000000000", "2000000000000"]);
  const tableOf = async (stage: FactorAsked["stage"]) =>
    (await getFactorAgreement(dora, { ...ofNeglect, stage }))?.table;
  expect(await tableOf("again")).toEqual([
    [0, 0, 0, 0],
    [0, 0, 1, 0],
    [0, 1, 0, 0],
    [0, 0, 0, 0],
  ]);
  expect(await tableOf("changed")).toEqual([
    [0, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 1, 0],
  ]);
  expect(await tableOf("first-agreed")).toEqual([
    [0, 0, 0, 0],
    [0, 0, 0, 1],
    [0, 0, 2, 0],
    [0, 0, 0, 1],
  ]);
  expect(await tableOf("held-agreed")).toEqual([
    [0, 0, 0, 0],
    [0, 0, 0, 1],
    [0, 0, 2, 1],
    [0, 0, 0, 0],
  ]);
});

test("a cell of the stages leads to its cases: with coders for leads, without for the coders of it", async () => {
  await readAgainAndCommitted();
  const asked = { ...ofNeglect, names: true, stage: "changed", cell: [3, 2] } as const;
  const behind = async (viewer: Viewer) => (await getFactorAgreement(viewer, asked))?.behind;
  expect(await behind(lead)).toEqual({
    all: 1,
    told: [
      {
        reference: "2016-01",
        given: [
          { coder: "Ann", score: 3, held: 2 },
          { coder: "Bob", score: 1, held: null },
        ],
        agreed: 3,
      },
    ],
  });
  expect((await behind(bob))?.told[0]?.given).toEqual([
    { coder: null, score: 3, held: 2 },
    { coder: null, score: 1, held: null },
  ]);
  expect(await behind(dora)).toEqual({ all: 1, told: [] });
});

test("the tables of the stages are of all coders: a pair has none", async () => {
  await readAgainAndCommitted();
  const pair = ["A", "Z99"] as const;
  expect(await getFactorAgreement(lead, { ...ofNeglect, pair })).toBeNull();
  const staged = await getFactorAgreement(lead, { ...ofNeglect, pair, stage: "changed" });
  expect([staged?.pair, staged?.stage]).toEqual([null, "changed"]);
});

test("a window over time leads to the figures of its cases alone", async () => {
  await bringReferenceCases(lead);
  const window = { ...ofAll, factor: null, number: 2 };
  const whole = await getAgreementOverTime(lead, { ...everything, factor: null });
  const view = await getAgreement(lead, { ...everything, window });
  expect([view?.cases, whole?.windows[1]?.agreement.cases]).toEqual([12, 12]);
  const ofWindow = { ...ofAll, factor: "neglect", number: 1 };
  const neglect = await getFactorAgreement(dora, { ...ofNeglect, window: ofWindow });
  const course = await getAgreementOverTime(dora, { ...everything, factor: "neglect" });
  expect(neglect?.view.alpha.value).toBeCloseTo(course?.windows[0]?.agreement.alpha.value ?? 0, 12);
  expect((await getAgreementStages(lead, { ...everything, window }))?.cases).toBe(12);
  const none = await getAgreement(lead, { ...everything, window: { ...window, number: 9 } });
  expect(none?.cases).toBe(0);
});

test("what is looked at within a window leaves it as it was cut", async () => {
  await bringReferenceCases(lead);
  const casesIn = async (number: number, coders: string[], cutFor: string[] = []) => {
    const window = { ...ofAll, coders: cutFor, factor: null, number };
    return (await getRiskRatings(lead, { ...everything, coders, window }))?.cases;
  };
  const ofPair = [await casesIn(1, ["A", "B"]), await casesIn(2, ["A", "B"])];
  const whole = (await getRiskRatings(lead, { ...everything, coders: ["A", "B"] }))?.cases;
  expect([whole, ofPair]).toEqual([19, [9, 10]]);
  // Of the 19 cases that both rated there is one window alone.
  expect(await casesIn(1, ["A", "B"], ["A", "B"])).toBe(19);
  expect(await casesIn(2, ["A", "B"], ["A", "B"])).toBe(0);
});

test("an intraclass correlation leads to the risk ratings, those furthest apart first", async () => {
  await committed("2016-01", ["3000000000000", "2000000000000"]);
  await committed("2016-02", ["3300000000000", "0000000000000"]);
  const cy = await person("Cy", "coder");
  await committed("2016-03", ["3000000000000", "3000000000000"], [bob, cy]);
  const named = await getRiskRatings(lead, { ...everything, names: true });
  expect(named?.told.map(({ reference, apart }) => [reference, apart])).toEqual([
    ["2016-02", 6],
    ["2016-01", 1],
    ["2016-03", 0],
  ]);
  expect(named?.told[0]).toMatchObject({
    given: [
      { coder: "Ann", riskRating: 6 },
      { coder: "Bob", riskRating: 0 },
    ],
    agreed: 6,
  });
  const anns = await getRiskRatings(ann, everything);
  expect([anns?.cases, anns?.told.map(({ reference }) => reference)]).toEqual([
    3,
    ["2016-02", "2016-01"],
  ]);
  expect(anns?.told[0]?.given).toEqual([
    { coder: null, riskRating: 6 },
    { coder: null, riskRating: 0 },
  ]);
  expect(await getRiskRatings(dora, everything)).toMatchObject({ cases: 3, told: [] });
  expect(await getRiskRatings(await person("Adi", "admin"), everything)).toBeNull();
});
