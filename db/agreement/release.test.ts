import { afterEach, beforeEach, expect, test } from "vitest";
import { always } from "@/domain/agreement/period";
import { notFound } from "@/domain/outcome";
import { assignCoders } from "../assignments/assignments";
import { changeRecord } from "../cases/case-records";
import { reopenCase } from "../dataset/reopening";
import { exportReliability } from "../exports/reliability/export-reliability";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  must,
  person,
  rateAndSubmit,
  refusal,
  release,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { getAgreement } from "./agreement";
import type { AgreementAsked } from "./choice";
import { getFactorAgreement } from "./factor";
import { getAgreementOverTime } from "./over-time";
import { getRiskRatings } from "./risk-ratings";
import { getAgreementStages } from "./stages";

/* Agreement of a release is of its cases as they were, whatever is rated, agreed and recorded since. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  [ann, bob] = [await person("Ann", "coder"), await person("Bob", "coder")];
  await committed("2016-01", "2210000000000");
  await committed("2016-02", "1210000000000");
});
afterEach(() => study.end());

async function committed(reference: string, bobs: string): Promise<void> {
  await caseFor(lead, reference, [ann, bob]);
  await rateAndSubmit(ann, reference, "3210000000000");
  await rateAndSubmit(bob, reference, bobs);
  await agreeEverything(lead, reference);
  await commit(lead, reference);
}

const all: AgreementAsked = {
  ...{ samples: [], secondLook: null, period: always, coders: [], names: false },
};
const ofRelease = { ...all, release: 1 };

async function allFigures(asked: AgreementAsked) {
  return {
    all: await getAgreement(lead, asked),
    sample: await getAgreement(lead, { ...asked, samples: ["2016"] }),
    factor: await getFactorAgreement(lead, { ...asked, factor: "neglect", pair: null, cell: null }),
    stages: await getAgreementStages(lead, asked),
    time: await getAgreementOverTime(lead, { ...asked, factor: null }),
    risk: await getRiskRatings(lead, asked),
  };
}

async function muchChanges(): Promise<void> {
  await committed("2016-03", "0000000000000");
  must(await reopenCase(lead, "2016-01", "A chronology came in"));
  await agree(lead, "2016-01", {
    factor: "neglect",
    level: "low",
    reason: "Page 4",
  });
  await commit(lead, "2016-01");
  must(
    await changeRecord(lead, "2016-02", {
      ...{ section: "case", seenRevision: 1, reason: "A slip", confirmed: true },
      facts: {
        ...{ sample: "2015", submissionKind: null, methodology: null },
        ...{ caseType: "public_s31", caseTypeDetail: "" },
      },
    }),
  );
}

test("its figures are those that there were, whatever happened since", async () => {
  const before = await allFigures(all);
  await release(lead);
  expect(await allFigures(ofRelease)).toEqual(before);
  await muchChanges();
  expect(await allFigures(ofRelease)).toEqual(before);
  expect([before.all?.cases, (await getAgreement(lead, all))?.cases]).toEqual([2, 3]);
});

test("its reliability report can be made again, and says of which release it is", async () => {
  await release(lead);
  const report = async () =>
    must(await exportReliability(lead, "reliability.txt", ofRelease)).bytes.toString("utf8");
  const before = await report();
  expect(before).toMatch(/Release 1 of \d+ \w+ \d{4}, SHA-256 [0-9a-f]{64}\. All samples\./);
  await muchChanges();
  expect(await report()).toBe(before);
});

test("is without a case that was left out of the analysis then, and is rated since", async () => {
  await caseFor(lead, "2016-03", [ann, bob]);
  const analysed = async (seenRevision: number, included: boolean, exclusionReason: string) =>
    must(
      await changeRecord(lead, "2016-03", {
        ...{ section: "analysis", facts: { included, exclusionReason }, seenRevision, reason: "" },
      }),
    );
  await analysed(1, false, "Too thin");
  await release(lead);
  await analysed(2, true, "");
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-03", "3210000000000");
  expect((await getAgreement(lead, ofRelease))?.cases).toBe(2);
  expect((await getAgreement(lead, all))?.cases).toBe(3);
});

test("is told to nobody while a case of it is being rated again, and of no release that there is not", async () => {
  await release(lead);
  const nine = { ...all, release: 9 };
  expect((await getAgreement(lead, nine))?.cases).toBe(0);
  expect(await exportReliability(lead, "reliability.txt", nine)).toEqual(notFound);
  must(await reopenCase(lead, "2016-01", "A chronology came in"));
  must(await assignCoders(lead, "2016-01", [(await person("Cy", "coder")).id]));
  expect((await getAgreement(lead, ofRelease))?.cases).toBe(0);
  expect(await exportReliability(lead, "reliability.txt", ofRelease)).toEqual(
    refusal(
      "release",
      "A case of this release is being rated again. It can be taken away when all coders of that case have submitted.",
    ),
  );
});

test("is for those who read releases: coders have their own cases as they are now", async () => {
  await release(lead);
  const dora = await person("Dora", "analyst");
  expect((await getAgreement(dora, ofRelease))?.cases).toBe(2);
  expect((await getAgreement(ann, ofRelease))?.cases).toBe(0);
  expect((await getAgreement(ann, all))?.cases).toBe(2);
});
