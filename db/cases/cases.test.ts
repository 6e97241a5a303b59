import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  caseFor,
  csvFile,
  must,
  person,
  rateAndSubmit,
  refusal,
  temporaryStudy,
} from "../fixtures";
import { importCases } from "../imports/cases";
import type { Viewer } from "../people/people";
import { casesPerPage, listCases, listSamples } from "./case-list";
import { changeRecord } from "./case-records";
import { getCase, registerCase } from "./cases";
import { listHistory } from "./history";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;

beforeAll(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
});
afterAll(() => study.end());

const registration = {
  reference: "2016-01",
  sample: "2016",
  caseType: "private_wtfh",
  incidentType: "sexual_abuse",
} as const;

describe("registering a case", () => {
  test("makes a case without coders, which knows what it was registered with", async () => {
    expect(await registerCase(lead, registration)).toEqual({
      kind: "done",
      value: { reference: "2016-01" },
    });
    expect(await getCase(lead, "2016-01")).toMatchObject({
      ...registration,
      origin: "registered",
      stage: "registered",
      included: true,
      may: { assign: true, goOnWithout: false, rate: false, takeBack: false, reopen: false },
      codebookVersion: "0.1",
      coders: [],
    });
  });

  test("with coders assigns them in the same step, or does neither", async () => {
    const second = { ...registration, reference: "2016-02" };
    expect(await registerCase(lead, second, [ann.id])).toEqual(
      refusal("coders", "Select at least two coders: a case needs two to be reconciled"),
    );
    expect(await getCase(lead, "2016-02")).toBeNull();
    must(await registerCase(lead, second, [ann.id, bob.id]));
    expect((await getCase(ann, "2016-02"))?.coders?.map((one) => one.name)).toEqual(["Ann", "Bob"]);
    expect((await listHistory(ann, "2016-02"))?.map((one) => [one.action, one.subject])).toEqual([
      ["registered the case", ""],
      ["assigned a coder", "Ann"],
      ["assigned a coder", "Bob"],
    ]);
  });

  test.each(["2016-01", "A-1", "a-1"])(
    "under a reference that is taken is refused",
    async (ref) => {
      await registerCase(lead, { ...registration, reference: "a-1" });
      expect(await registerCase(lead, { ...registration, reference: ref })).toEqual(
        refusal("reference", `There is already a case ${ref}`),
      );
    },
  );

  test("twice at once makes one case", async () => {
    const twin = { ...registration, reference: "2016-03" };
    const outcomes = await Promise.all([registerCase(lead, twin), registerCase(lead, twin)]);
    expect(outcomes.map((one) => one.kind)).toEqual(["done", "refused"]);
  });

  test("is for leads: to a coder there is no such thing", async () => {
    expect(await registerCase(ann, { ...registration, reference: "2016-04" })).toEqual({
      kind: "not_found",
    });
    expect(await getCase(lead, "2016-04")).toBeNull();
  });
});

test("a case that is not yours reads as one that does not exist", async () => {
  await caseFor(lead, "2016-05", []);
  expect(await getCase(ann, "2016-05")).toBeNull();
  expect(await getCase(ann, "2016-99")).toBeNull();
  expect(await listHistory(ann, "2016-05")).toBeNull();
  expect(await listHistory(ann, "2016-99")).toBeNull();
});

describe("the list of cases", () => {
  test("is narrowed to a sample, to a stage, or to both", async () => {
    const details = { sample: "2017" };
    await caseFor(lead, "2017-01", [ann, bob], details);
    await caseFor(lead, "2017-02", [ann, bob], details);
    await caseFor(lead, "2017-03", [], details);
    await rateAndSubmit(ann, "2017-01", "0000000000000");
    await rateAndSubmit(bob, "2017-01", "0000000000000");
    await rateAndSubmit(ann, "2017-02", "0000000000000");
    const refs = async (viewer: Viewer, filter: Parameters<typeof listCases>[1]) =>
      (await listCases(viewer, filter))?.rows.map((row) => row.reference);
    expect(await refs(lead, { sample: "2017" })).toEqual(["2017-01", "2017-02", "2017-03"]);
    expect(await refs(lead, { sample: "2017", stage: "open" })).toEqual(["2017-01"]);
    expect(await refs(lead, { sample: "2017", stage: "registered" })).toEqual(["2017-03"]);
    expect(await refs(lead, { sample: "2018" })).toEqual([]);
    expect(await refs(ann, { stage: "open" })).toEqual(["2017-01"]);
    expect((await listCases(ann, { sample: "2017", stage: "coding" }))?.rows).toEqual([
      {
        reference: "2017-02",
        sample: "2017",
        caseType: "public_s31",
        incidentType: "neglect_fatal",
        stage: "coding",
        included: true,
        origin: "registered",
        coders: 2,
        submitted: 1,
      },
    ]);
    expect(await listSamples(lead)).toEqual(["2016", "2017"]);
    expect(await listSamples(ann)).toEqual(["2016", "2017"]);
    const facts = { submissionKind: null, methodology: null, caseTypeDetail: "" };
    const change = { ...facts, sample: "2018", caseType: "public_s31" };
    for (const reference of ["2017-01", "2017-02"])
      must(
        await changeRecord(lead, reference, {
          ...{ section: "case", facts: change, seenRevision: 1, reason: "" },
        }),
      );
    // The third case of 2017 is not Ann's, and what another case was in does not count.
    expect(await listSamples(lead)).toEqual(["2016", "2017", "2018"]);
    expect(await listSamples(ann)).toEqual(["2016", "2018"]);
  });

  test("can be looked through by a part of the reference, and no more of it is told than before", async () => {
    const found = async (viewer: Viewer, text: string) =>
      (await listCases(viewer, { text }))?.rows.map(({ reference }) => reference);
    expect(await found(lead, " 2017-0")).toEqual(["2017-01", "2017-02", "2017-03"]);
    expect(await found(lead, "17-03")).toEqual(["2017-03"]);
    expect(await found(ann, "2017-0")).toEqual(["2017-01", "2017-02"]);
    for (const nothing of ["2017_0", "%", "!", "2099"])
      expect(await found(lead, nothing)).toEqual([]);
  });

  test("comes a hundred at a time, and continues after the last", async () => {
    const rows = Array.from({ length: 250 }, (_, index) => ({
      case_ref: `m-${String(index + 1).padStart(3, "0")}`,
      scores: "",
      cells: { sample: "many" },
    }));
    must(await importCases(lead, { cases: csvFile("cases.csv", rows) }));
    expect(casesPerPage).toBe(100);
    const first = await listCases(lead, { sample: "many" });
    const second = await listCases(lead, { sample: "many", after: "m-100" });
    const third = await listCases(lead, { sample: "many", after: "m-200" });
    expect([first?.rows.length, first?.next]).toEqual([100, "m-100"]);
    expect([second?.rows.length, second?.next]).toEqual([100, "m-200"]);
    expect([third?.rows.length, third?.next]).toEqual([50, null]);
    expect(
      [first, second, third].flatMap((page) => page?.rows.map((row) => row.reference)),
    ).toEqual(rows.map((row) => row.case_ref));
  });
});
