import { afterEach, beforeEach, expect, test } from "vitest";
import { always } from "@/domain/agreement/period";
import { firstCodebook } from "@/domain/codebook/codebook";
import { exportReliability } from "../exports/reliability/export-reliability";
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
import { write } from "../store/store";
import { introduceCodebook } from "../study/codebooks";
import { getAgreement } from "./agreement";
import type { AgreementAsked } from "./choice";
import { getFactorAgreement } from "./factor";
import { getAgreementOverTime } from "./over-time";
import { getAgreementStages } from "./stages";

/* A codebook has 13 factors, so a factor comes in where another goes. */

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

/** Version 0.2 asks for harm online where the first asked for threats. */
async function harmOnlineComesIn() {
  const file = JSON.parse(
    JSON.stringify(firstCodebook).replaceAll("threats_or_abduction", "online"),
  );
  const factors = file.factors.map((one: { key: string; label: string }) =>
    one.key === "online" ? { ...one, label: "Harm online" } : one,
  );
  await write((tx) => introduceCodebook(tx, { ...file, version: "0.2", factors }));
}

async function committed(reference: string, ofAnn: string, ofBob: string, sample = "2016") {
  await caseFor(lead, reference, [ann, bob], { sample });
  await rateAndSubmit(ann, reference, ofAnn);
  await rateAndSubmit(bob, reference, ofBob);
  await agreeEverything(lead, reference);
  await commit(lead, reference);
}

/** Two cases by the first version, one of them with threats, and two by the second. */
async function fourCases() {
  await committed("2016-01", "3000000000030", "3000000000020");
  await committed("2016-02", "0000000000000", "0000000000000");
  await harmOnlineComesIn();
  await committed("2017-01", "2000000000010", "1000000000010", "2017");
  await committed("2017-02", "0000000000000", "0000000000000", "2017");
}

const in2016 = { ...everything, samples: ["2016"] };

test("a factor that only some cases have is measured on those, and named as they knew it", async () => {
  await fourCases();
  const view = await getAgreement(lead, everything);
  expect(view?.codebooks.map(({ version }) => version)).toEqual(["0.2", "0.1"]);
  expect(view?.factors).toHaveLength(14);
  const casesOn = (key: string) => view?.factors.find(({ factor }) => factor === key)?.alpha.cases;
  expect([casesOn("neglect"), casesOn("threats_or_abduction"), casesOn("online")]).toEqual([
    4, 2, 2,
  ]);
  expect(view?.codebook.factors.slice(11).map(({ label }) => label)).toEqual([
    "Harm online",
    "Other",
    "Threats to harm or abduct the child",
  ]);
  const threats = await getFactorAgreement(dora, {
    ...{ ...everything, factor: "threats_or_abduction", pair: null, cell: [3, 2] },
  });
  expect([threats?.view.percent.value, threats?.behind?.all]).toEqual([0.5, 1]);
});

test("a risk rating is the sum of the factors that the case was rated on", async () => {
  await fourCases();
  const view = await getAgreement(lead, everything);
  expect(view?.riskRating.map(({ correlation }) => correlation.cases)).toEqual([4]);
  expect(view?.pairs?.map(({ cases }) => cases)).toEqual([4]);
});

test("cases of an older version alone stand by that version", async () => {
  await fourCases();
  const view = await getAgreement(dora, in2016);
  expect(view?.codebooks.map(({ version }) => version)).toEqual(["0.1"]);
  expect(view?.factors.map(({ factor }) => factor)).not.toContain("online");
  expect(view?.factors.map(({ factor }) => factor)).toContain("threats_or_abduction");
  expect(
    await getFactorAgreement(dora, { ...in2016, factor: "online", pair: null, cell: null }),
  ).toBeNull();
});

test("stages count a factor in the cases that have it, and all factors together", async () => {
  await fourCases();
  const stages = await getAgreementStages(dora, everything);
  const casesOn = (key: string) =>
    stages?.factors.find(({ factor }) => factor === key)?.agreed.cases;
  expect([casesOn("neglect"), casesOn("threats_or_abduction"), casesOn("online")]).toEqual([
    4, 2, 2,
  ]);
  expect(stages?.all.agreed.first.ratings).toBe(4 * 13 * 2);
});

test("the report says which versions there were, and takes no rating for missing that nobody was asked for", async () => {
  await fourCases();
  const textFor = async (asked: AgreementAsked) =>
    must(await exportReliability(lead, "reliability.txt", asked)).bytes.toString("utf8");
  const text = await textFor(everything);
  expect(text).toContain(
    "4 cases were rated by 2 coders (4 by two) on 14 risk factors. The codebook changed: 2 cases by version 0.2 and 2 by 0.1. A case was rated on the factors of its version alone.",
  );
  expect(text).toContain("The 8 sets of ratings hold 104 ratings; none is missing.");
  expect(text).toContain("over 4 cases, and ICC(2,2)");
  const older = await textFor(in2016);
  expect(older).toContain("Codebook 0.1 of 13 risk factors");
  expect(older).not.toContain("Harm online");
});

test("over time a new codebook version is marked where its first case is", async () => {
  await bringReferenceCases(lead);
  await harmOnlineComesIn();
  await committed("2017-01", "2000000000010", "1000000000020", "2017");
  await committed("2017-02", "0000000000010", "0000000000010", "2017");
  for (const viewer of [lead, dora]) {
    const all = await getAgreementOverTime(viewer, { ...everything, factor: null });
    expect(all?.windows.map(({ agreement }) => agreement.cases)).toEqual([12, 13]);
    expect(all?.windows.map(({ codebooks }) => codebooks)).toEqual([[], ["0.2"]]);
    const neglect = await getAgreementOverTime(viewer, { ...everything, factor: "neglect" });
    expect(neglect?.windows.map(({ codebooks }) => codebooks)).toEqual([[], ["0.2"]]);
  }
});

test("windows of a factor are cut of the cases that have it", async () => {
  await bringReferenceCases(lead);
  await harmOnlineComesIn();
  await committed("2017-01", "2000000000010", "1000000000020", "2017");
  const windowsOf = async (factor: string) => {
    const found = await getAgreementOverTime(lead, { ...everything, factor });
    return [found?.cases, found?.windows.map(({ agreement }) => agreement.cases)];
  };
  expect(await windowsOf("threats_or_abduction")).toEqual([23, [11, 12]]);
  expect(await windowsOf("online")).toEqual([1, [1]]);
});

test("a version that came in with cases that are not chosen is marked with the first that is", async () => {
  await bringReferenceCases(lead);
  await harmOnlineComesIn();
  await committed("2017-01", "2000000000010", "1000000000020", "2017");
  await committed("2016-01", "2000000000010", "1000000000020");
  const chosen = { ...everything, samples: ["2015", "2016"], factor: null };
  const found = await getAgreementOverTime(dora, chosen);
  expect(found?.windows.map(({ codebooks }) => codebooks)).toEqual([[], ["0.2"]]);
});
