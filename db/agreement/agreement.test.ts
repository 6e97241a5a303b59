import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { always } from "@/domain/agreement/period";
import { assignCoders } from "../assignments/assignments";
import { changeRecord } from "../cases/case-records";
import { reopenCase } from "../dataset/reopening";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  must,
  person,
  rateAndSubmit,
  temporaryStudy,
} from "../fixtures";
import { finishedDraft, imported, levelsFrom } from "../imports/drafts.fixtures";
import type { Viewer } from "../people/people";
import { takeBackSubmission } from "../ratings/ratings";
import { getReconciliation } from "../reconciliation/reconciliations";
import { bringReferenceCases } from "../reference-cases.fixtures";
import { readAgain, secondLookAt } from "../second-look/second-look.fixtures";
import { reader } from "../store/store";
import { getAgreement } from "./agreement";
import { getFactorAgreement } from "./factor";
import { independentSubmissions } from "./submissions";

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

const everything = {
  ...{ samples: [], secondLook: null, period: always, coders: [], names: false },
} as const;
const ofNeglect = { ...everything, factor: "neglect", pair: null, cell: null } as const;

/** Ann and Bob rate neglect with these scores, and everything else the same. */
async function rated(reference: string, scores: readonly [number, number], sample = "2016") {
  await caseFor(lead, reference, [ann, bob], { sample });
  await rateAndSubmit(ann, reference, `${scores[0]}000000000000`);
  await rateAndSubmit(bob, reference, `${scores[1]}000000000000`);
}

async function committed(reference: string, scores: readonly [number, number], sample?: string) {
  await rated(reference, scores, sample);
  await agreeEverything(lead, reference);
  await commit(lead, reference);
}

const percentOn = async (viewer: Viewer, asked: Parameters<typeof getAgreement>[1]) => {
  const view = await getAgreement(viewer, asked);
  return view?.factors.find(({ factor }) => factor === "neglect")?.percent;
};

describe("the reference ratings", () => {
  beforeEach(async () => {
    await bringReferenceCases(lead);
  });

  test("come to figures of each factor, those that need attention first, and of the risk rating", async () => {
    const view = await getAgreement(lead, everything);
    expect(view?.cases).toBe(23);
    expect(view?.everyCoder?.map(({ label }) => label)).toEqual(["Coder A", "Coder B", "Coder C"]);
    expect(view?.factors.map(({ factor }) => factor).slice(0, 3)).toEqual([
      "parental_self_harm_suicide",
      "physical_abuse",
      "child_protection_plan",
    ]);
    const plan = view?.factors.find(({ factor }) => factor === "child_protection_plan");
    expect(plan?.scale).toEqual([0, 2, 3]);
    expect(plan?.levels.map(({ counts }) => counts)).toEqual([
      [8, 3, 8],
      [10, 6, 7],
      [10, 5, 7],
    ]);
    expect(view?.riskRating.map(({ correlation }) => correlation.cases)).toEqual([22, 18]);
    expect(view?.riskRating[1]?.correlation.single.value).toBeCloseTo(0.918398, 6);
  });

  test("lead from a cell to its cases, with who gave what and what was agreed", async () => {
    const detail = await getFactorAgreement(lead, {
      ...ofNeglect,
      ...({ pair: ["A", "B"], cell: [3, 2] } as const),
    });
    expect(detail?.table).toEqual([
      [5, 0, 0, 0],
      [1, 6, 0, 0],
      [0, 1, 2, 0],
      [0, 0, 1, 3],
    ]);
    expect(detail?.behind).toEqual({
      all: 1,
      told: [
        {
          reference: "2015-22",
          given: [
            { coder: "Coder A", score: 3, held: null },
            { coder: "Coder B", score: 2, held: null },
            { coder: "Coder C", score: 2, held: null },
          ],
          agreed: 3,
        },
      ],
    });
  });

  test("are told to an analyst as the team's, without coders and cases", async () => {
    const view = await getAgreement(dora, { ...everything, names: true, coders: ["A"] });
    expect([view?.cases, view?.coders]).toEqual([23, 3]);
    expect([view?.everyCoder, view?.compared, view?.pairs]).toEqual([null, null, null]);
    expect(view?.factors[0]?.levels.map(({ label }) => label)).toEqual(["All coders"]);
    const detail = await getFactorAgreement(dora, { ...ofNeglect, cell: [3, 2] });
    expect(detail?.behind).toEqual({ all: 2, told: [] });
    expect(detail?.pairs).toBeNull();
    expect(await getFactorAgreement(dora, { ...ofNeglect, pair: ["A", "B"] })).toBeNull();
  });

  test("show names to a lead who asks for them", async () => {
    const view = await getAgreement(lead, { ...everything, names: true, coders: ["A", "C"] });
    expect(view?.compared?.map(({ label }) => label)).toEqual(["coder_a", "coder_c"]);
    expect(view?.pairs?.map(({ pair }) => pair)).toEqual([[0, 1]]);
    const alone = await getAgreement(lead, { ...everything, coders: ["A"] });
    expect([alone?.cases, alone?.coders]).toEqual([19, 1]);
  });
});

test("only what was given first counts, not what a second look or the team made of it", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  await secondLookAt(lead, "2016-01", [
    [ann, "3000000000000"],
    [bob, "1000000000000"],
  ]);
  for (const coder of [ann, bob]) await readAgain(coder, "2016-01", { neglect: { level: "low" } });
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  await committed("2016-02", [3, 3]);
  expect(await percentOn(lead, everything)).toMatchObject({ value: 0.5, cases: 2 });
  const [withOne, without] = [
    { ...everything, secondLook: "with" },
    { ...everything, secondLook: "without" },
  ] as const;
  expect(await percentOn(lead, withOne)).toMatchObject({ value: 0, cases: 1 });
  expect(await percentOn(lead, without)).toMatchObject({ value: 1, cases: 1 });
});

test("cases of the chosen samples count alone", async () => {
  await committed("2016-01", [3, 3]);
  await committed("2017-01", [3, 0], "2017");
  expect(await percentOn(lead, everything)).toMatchObject({ value: 0.5, cases: 2 });
  expect(await percentOn(lead, { ...everything, samples: ["2017"] })).toMatchObject({ value: 0 });
  expect((await getAgreement(lead, everything))?.samples).toEqual(["2016", "2017"]);
});

test("cases that are left out of the analysis count like others: they were rated alike", async () => {
  await committed("2016-01", [3, 3]);
  await committed("2016-02", [3, 0]);
  const change = {
    facts: { included: false, exclusionReason: "Too thin" },
    ...{ seenRevision: 1, reason: "Too thin", confirmed: true },
  };
  must(await changeRecord(lead, "2016-02", { section: "analysis", ...change }));
  expect(await percentOn(lead, everything)).toMatchObject({ value: 0.5, cases: 2 });
});

test("pairs are told to leads alone", async () => {
  await committed("2016-01", [3, 0]);
  const found = await Promise.all(
    [lead, ann, dora].map(async (viewer) => (await getAgreement(viewer, everything))?.pairs),
  );
  expect(found.map((pairs) => pairs?.map(({ cases }) => cases) ?? null)).toEqual([[1], null, null]);
});

test("a coder who has not submitted takes the case out of everybody's figures", async () => {
  await committed("2016-01", [3, 3]);
  await committed("2016-02", [3, 0]);
  const cy = await person("Cy", "coder");
  for (const viewer of [lead, ann, cy, dora])
    expect(await percentOn(viewer, everything)).toMatchObject({ value: 0.5, cases: 2 });
  must(await reopenCase(lead, "2016-02", "Another reader"));
  must(await assignCoders(lead, "2016-02", [cy.id]));
  for (const viewer of [lead, ann, cy, dora])
    expect(await percentOn(viewer, everything)).toMatchObject({ value: 1, cases: 1 });
  await rateAndSubmit(cy, "2016-02", "0000000000000");
  for (const viewer of [lead, ann, cy, dora])
    expect(await percentOn(viewer, everything)).toMatchObject({ value: 0.5, cases: 2 });
});

test("what a coder gave who joined after the case had opened is not independent, and never counts", async () => {
  const cy = await person("Cy", "coder");
  await rated("2016-01", [3, 3]);
  must(await assignCoders(lead, "2016-01", [cy.id]));
  await rateAndSubmit(cy, "2016-01", "0000000000000");
  const found = await getFactorAgreement(lead, { ...ofNeglect, cell: [3, 0] });
  expect(found?.view).toMatchObject({ coders: 2, percent: { value: 1 } });
  expect(found?.behind?.all).toBe(0);
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  for (const viewer of [lead, ann, cy, dora])
    expect(await percentOn(viewer, everything)).toMatchObject({ value: 1, cases: 1 });
});

test("an open case counts for its coders and leads, and for others once it is committed", async () => {
  await rated("2016-01", [3, 1]);
  expect(await percentOn(ann, everything)).toMatchObject({ value: 0, cases: 1 });
  expect(await percentOn(dora, everything)).toBeUndefined();
  const cy = await person("Cy", "coder");
  await caseFor(lead, "2016-02", [ann, cy]);
  for (const coder of [ann, cy]) await rateAndSubmit(coder, "2016-02", "3000000000000");
  const own = await getFactorAgreement(ann, { ...ofNeglect, cell: [3, 1] });
  expect(own?.view.levels).toEqual([
    { label: "You", counts: [0, 0, 0, 2] },
    { label: "The others", counts: [0, 1, 0, 1] },
  ]);
  expect(own?.view.own).toEqual({ cases: 2, difference: 1 });
  expect(own?.behind?.told).toEqual([
    {
      reference: "2016-01",
      given: [
        { coder: null, score: 3, held: null },
        { coder: null, score: 1, held: null },
      ],
      agreed: null,
    },
  ]);
});

test("a submission that was taken back does not count, and the latest version is the agreed one", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  await rateAndSubmit(ann, "2016-01", "0000000000000");
  must(await takeBackSubmission(ann, "2016-01"));
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-01", "3000000000000");
  const change = { facts: { incidentType: "suicide", incidentRationale: "" }, reason: "A slip" };
  must(await changeRecord(lead, "2016-01", { section: "incident", ...change, seenRevision: 1 }));
  expect(await independentSubmissions(reader(), lead)).toHaveLength(2);
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  must(await reopenCase(lead, "2016-01", "The level was a slip"));
  const { revision = 0 } = (await getReconciliation(lead, "2016-01"))?.rows[0]?.agreed ?? {};
  await agree(lead, "2016-01", { factor: "neglect", level: "medium", seenRevision: revision });
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  expect(await independentSubmissions(reader(), lead)).toHaveLength(2);
  const detail = await getFactorAgreement(lead, { ...ofNeglect, cell: [3, 3] });
  expect(detail?.behind?.told.map(({ agreed }) => agreed)).toEqual([2]);
});

test("submissions are the same however many are read at once", async () => {
  await bringReferenceCases(lead);
  const all = await independentSubmissions(reader(), lead);
  expect(all).toHaveLength(64);
  expect(all.map(({ reference }) => reference)).toEqual(
    all.map(({ reference }) => reference).sort(),
  );
  for (const atOnce of [1, 2, 7])
    expect(await independentSubmissions(reader(), lead, null, atOnce)).toEqual(all);
});

test("there is no such factor, pair or cell", async () => {
  await rated("2016-01", [3, 1]);
  expect(await getFactorAgreement(lead, { ...ofNeglect, factor: "luck" })).toBeNull();
  // Which letters two people have is for their ids to say, and those are random.
  const [one, other] = (await getFactorAgreement(lead, ofNeglect))?.compared ?? [];
  const ofPair = (first = "", second = "") =>
    getFactorAgreement(lead, { ...ofNeglect, pair: [first, second] });
  expect((await ofPair(one?.key, other?.key))?.pair).toEqual([one, other]);
  expect(await ofPair(one?.key, one?.key)).toBeNull();
  expect(await ofPair(one?.key, "Z99")).toBeNull();
  expect(await getFactorAgreement(lead, { ...ofNeglect, cell: [3, 7] })).toBeNull();
  const admin = await person("Adi", "admin");
  expect(await getAgreement(admin, everything)).toBeNull();
  expect(await getFactorAgreement(admin, ofNeglect)).toBeNull();
});

test("who joined later counts no more in another study than in their own", async () => {
  const given = (coder: string, scores: string, joinedLater: boolean) => ({
    ...{ coder, levels: levelsFrom(scores), joinedLater },
  });
  const ratings = [
    given("A", "0000000000000", false),
    given("B", "0000000000000", false),
    given("C", "3000000000000", true),
  ];
  await imported(lead, [finishedDraft("2012-01", { ratings })]);
  expect(await independentSubmissions(reader(), lead)).toHaveLength(2);
  const found = await getAgreement(lead, everything);
  expect(found?.everyCoder).toHaveLength(2);
});
