import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { always } from "@/domain/agreement/period";
import { assignCoders } from "../assignments/assignments";
import { reopenCase } from "../dataset/reopening";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  person,
  rateAndSubmit,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { bringReferenceCases } from "../reference-cases.fixtures";
import { readAgain, secondLookAt } from "../second-look/second-look.fixtures";
import { reader } from "../store/store";
import { getAgreement } from "./agreement";
import type { AgreementAsked } from "./choice";
import { lettersOfCoders } from "./letters";
import { getAgreementOverTime } from "./over-time";
import { getAgreementStages } from "./stages";

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
afterEach(async () => {
  vi.useRealTimers();
  await study.end();
});

const everything: AgreementAsked = {
  ...{ samples: [], secondLook: null, period: always, coders: [], names: false },
};

async function rated(reference: string, scores: readonly [number, number], coders = [ann, bob]) {
  await caseFor(lead, reference, coders);
  for (const [index, coder] of coders.entries())
    await rateAndSubmit(coder, reference, `${scores[index]}000000000000`);
}

async function committed(reference: string, scores: readonly [number, number], coders?: Viewer[]) {
  await rated(reference, scores, coders);
  await agreeEverything(lead, reference);
  await commit(lead, reference);
}

/** What is done from now on is done at this time. */
function itIs(at: string) {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(at) });
}

const onNeglect = async (viewer: Viewer, asked = everything) => {
  const view = await getAgreementStages(viewer, asked);
  return view?.factors.find(({ factor }) => factor === "neglect");
};

/** A case in which Ann and Bob read neglect again, and Ann thinks better of it. */
async function readAgainAndOpen(reference: string) {
  await caseFor(lead, reference, [ann, bob]);
  await secondLookAt(lead, reference, [
    [ann, "3000000000000"],
    [bob, "1000000000000"],
  ]);
  await readAgain(ann, reference, { neglect: { level: "low" } });
  await readAgain(bob, reference);
}

test("a second look and the agreed level stand beside the first ratings", async () => {
  await readAgainAndOpen("2016-01");
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  await committed("2016-02", [3, 3]);
  const neglect = await onNeglect(lead);
  expect(neglect?.secondLook).toMatchObject({
    before: { cases: 1, percent: { value: 0 } },
    after: { cases: 1, percent: { value: 1 } },
    ratings: 2,
    changed: 1,
  });
  expect(neglect?.agreed).toEqual({
    cases: 2,
    first: { ratings: 4, exact: 3, withinOne: 3 },
    held: { ratings: 4, exact: 4, withinOne: 4 },
  });
  const view = await getAgreementStages(dora, everything);
  expect([view?.cases, view?.secondLooks, view?.all.secondLook.changed]).toEqual([2, 1, 1]);
});

test("a second look counts for nobody before it ends, and for others once it is committed", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  await secondLookAt(lead, "2016-01", [
    [ann, "3000000000000"],
    [bob, "1000000000000"],
  ]);
  await readAgain(ann, "2016-01", { neglect: { level: "low" } });
  for (const viewer of [lead, ann, bob, dora])
    expect((await getAgreementStages(viewer, everything))?.cases).toBe(0);
  await readAgain(bob, "2016-01");
  for (const viewer of [lead, ann, bob])
    expect((await onNeglect(viewer))?.secondLook.changed).toBe(1);
  expect((await getAgreementStages(dora, everything))?.cases).toBe(0);
});

test("a coder who has not submitted takes second look and agreed level out of everybody's figures", async () => {
  await readAgainAndOpen("2016-01");
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  must(await reopenCase(lead, "2016-01", "Another reader"));
  const cy = await person("Cy", "coder");
  must(await assignCoders(lead, "2016-01", [cy.id]));
  for (const viewer of [lead, ann, cy, dora]) {
    expect((await getAgreementStages(viewer, everything))?.cases).toBe(0);
    const overTime = await getAgreementOverTime(viewer, { ...everything, factor: null });
    expect(overTime?.windows).toEqual([]);
  }
});

test("a case lies in the period of its last rating, whichever coders are chosen, by the day in Britain", async () => {
  for (const [reference, score, last] of [
    ["2016-01", 3, "2016-03-31T22:59:00Z"],
    ["2016-02", 0, "2016-03-31T23:01:00Z"],
  ] as const) {
    itIs("2016-03-01T10:00:00Z");
    await caseFor(lead, reference, [ann, bob]);
    await rateAndSubmit(ann, reference, "3000000000000");
    itIs(last);
    await rateAndSubmit(bob, reference, `${score}000000000000`);
    await agreeEverything(lead, reference);
    await commit(lead, reference);
  }
  const casesIn = async (from: string | null, to: string | null, coders: string[] = []) =>
    (await getAgreement(lead, { ...everything, period: { from, to }, coders }))?.cases;
  expect(await casesIn(null, null)).toBe(2);
  expect(await casesIn(null, "2016-03-31")).toBe(1);
  expect(await casesIn("2016-04-01", null)).toBe(1);
  expect(await casesIn("2016-04-01", "2016-04-01")).toBe(1);
  expect(await casesIn("2016-03-01", "2016-03-30")).toBe(0);
  const everyCoder = (await getAgreement(lead, everything))?.everyCoder ?? [];
  expect(everyCoder).toHaveLength(2);
  for (const { key } of everyCoder) expect(await casesIn("2016-04-01", null, [key])).toBe(1);
  expect(
    (await onNeglect(dora, { ...everything, period: { from: "2016-04-01", to: null } }))?.agreed,
  ).toMatchObject({ cases: 1 });
});

test("a coder who joined after the case had opened moves it to no other day", async () => {
  itIs("2016-03-02T10:00:00Z");
  await rated("2016-01", [3, 3]);
  const cy = await person("Cy", "coder");
  must(await assignCoders(lead, "2016-01", [cy.id]));
  itIs("2016-05-01T10:00:00Z");
  await rateAndSubmit(cy, "2016-01", "0000000000000");
  const period = { from: null, to: "2016-03-02" };
  expect((await getAgreement(lead, { ...everything, period }))?.cases).toBe(1);
});

test("windows follow the order in which cases were rated, and say who and what is new", async () => {
  const cy = await person("Cy", "coder");
  itIs("2016-01-29T10:00:00Z");
  await committed("2015-01", [3, 3]);
  for (let place = 0; place < 20; place++) {
    const reference = `2016-${99 - place}`;
    const late = place >= 15;
    itIs(`2016-02-${String(place + 1).padStart(2, "0")}T10:00:00Z`);
    await committed(reference, [3, late ? 0 : 3], late ? [ann, cy] : [ann, bob]);
  }
  const ofFebruary: AgreementAsked = { ...everything, period: { from: "2016-02-01", to: null } };
  const overTime = await getAgreementOverTime(lead, { ...ofFebruary, factor: "neglect" });
  expect(
    overTime?.windows.map(({ agreement, from, to }) => [
      ...[agreement.cases, from.slice(0, 10), to.slice(0, 10)],
    ]),
  ).toEqual([
    [10, "2016-02-01", "2016-02-10"],
    [10, "2016-02-11", "2016-02-20"],
  ]);
  expect(overTime?.windows.map(({ agreement }) => agreement.percent.value)).toEqual([1, 0.5]);
  const joined = async (viewer: Viewer, asked = ofFebruary) =>
    (await getAgreementOverTime(viewer, { ...asked, factor: null }))?.windows.map(
      (one) => one.joined,
    );
  expect(await joined(lead, { ...ofFebruary, names: true })).toEqual([[], ["Cy"]]);
  expect(await joined(lead, { ...everything, names: true })).toEqual([[], ["Cy"]]);
  expect((await joined(lead))?.map((one) => one.length)).toEqual([0, 1]);
  expect(await joined(cy)).toEqual([[], ["You"]]);
  for (const viewer of [ann, dora]) expect(await joined(viewer)).toEqual([[], []]);
  const fewer = await getAgreementOverTime(dora, {
    ...{ ...everything, period: { from: "2016-02-12", to: null } },
    factor: null,
  });
  expect(fewer?.windows.map(({ agreement }) => agreement.cases)).toEqual([9]);
}, 60_000);

test("who joined with a case that is not chosen is new in the first window after it", async () => {
  await bringReferenceCases(lead);
  await caseFor(lead, "2017-01", [ann, bob], { sample: "2017" });
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2017-01", "3000000000000");
  await committed("2016-01", [3, 3]);
  const asked = { ...everything, samples: ["2015", "2016"], names: true, factor: null };
  const found = await getAgreementOverTime(lead, asked);
  expect(found?.windows.map(({ joined }) => [...joined].sort())).toEqual([[], ["Ann", "Bob"]]);
});

test("windows hold the cases that two of the chosen coders rated", async () => {
  await committed("2016-01", [3, 3]);
  await committed("2016-02", [3, 0]);
  const cy = await person("Cy", "coder");
  await committed("2016-03", [3, 0], [ann, cy]);
  const both = (await getAgreement(lead, { ...everything, names: true }))?.compared ?? [];
  const coders = both.flatMap(({ key, label }) => (label === "Cy" ? [] : key));
  const found = await getAgreementOverTime(lead, { ...everything, coders, factor: null });
  expect(found?.cases).toBe(2);
  expect(found?.windows.map(({ agreement }) => agreement.cases)).toEqual([2]);
});

test("figures over time are the team's: of all factors the mean of those that vary", async () => {
  await bringReferenceCases(lead);
  for (const viewer of [lead, dora]) {
    const view = await getAgreementOverTime(viewer, { ...everything, factor: null });
    expect(view?.windows.map(({ agreement }) => agreement.cases)).toEqual([11, 12]);
    expect(view?.windows.map(({ agreement }) => agreement.factors)).toEqual([13, 13]);
    expect(view?.windows.map(({ codebooks }) => codebooks)).toEqual([[], []]);
  }
});

test("a coder who is chosen and cannot be compared is named to leads, and to nobody else", async () => {
  await committed("2016-01", [3, 3]);
  const asked = { ...everything, coders: ["A2"] };
  expect((await getAgreement(lead, asked))?.unknownCoders).toEqual(["A2"]);
  expect((await getAgreementStages(dora, asked))?.unknownCoders).toEqual([]);
  expect((await getAgreementStages(dora, asked))?.everyCoder).toBeNull();
});

test("those who read no ratings are told nothing, and there is no such factor", async () => {
  await committed("2016-01", [3, 3]);
  const admin = await person("Adi", "admin");
  expect(await getAgreementStages(admin, everything)).toBeNull();
  expect(await getAgreementOverTime(admin, { ...everything, factor: null })).toBeNull();
  expect(await getAgreementOverTime(lead, { ...everything, factor: "luck" })).toBeNull();
});

test("letters stay with coders whoever joins, and whatever is chosen or counts", async () => {
  const lettersNow = async (asked: Partial<AgreementAsked> = {}) => {
    const view = await getAgreement(lead, { ...everything, names: true, ...asked });
    return Object.fromEntries((view?.everyCoder ?? []).map(({ key, label }) => [label, key]));
  };
  await committed("2016-01", [3, 3]);
  await committed("2016-02", [3, 0]);
  const { Ann, Bob } = await lettersNow();
  expect((await lettersOfCoders(reader())).size).toBe(2);
  expect([Ann, Bob]).toEqual([expect.stringMatching(/^[A-Z]$/), expect.stringMatching(/^[A-Z]$/)]);
  const joiners = await Promise.all(
    ["Cy", "Di", "Ed", "Flo", "Gus"].map((name) => person(name, "coder")),
  );
  for (const [index, joiner] of joiners.entries())
    await committed(`2017-0${index + 1}`, [3, 1], [joiner, ann]);
  await bringReferenceCases(lead);
  const all = await lettersNow();
  expect(all).toMatchObject({ Ann, Bob });
  expect(new Set(Object.values(all)).size).toBe(10);
  expect(await lettersNow({ samples: ["2016"], coders: [Bob ?? ""] })).toEqual(all);
  must(await reopenCase(lead, "2017-03", "Another reader"));
  must(await assignCoders(lead, "2017-03", [bob.id]));
  const { Ed, ...others } = all;
  expect(await lettersNow()).toEqual(others);
  await rateAndSubmit(bob, "2017-03", "0000000000000");
  expect(await lettersNow()).toEqual({ ...others, Ed });
}, 60_000);
