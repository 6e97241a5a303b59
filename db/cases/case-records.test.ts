import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CaseRecord, emptyRecord, type Section } from "@/domain/case-record/case-record";
import { recordedSince } from "@/domain/case-record/recorded-since";
import { typedValue } from "@/domain/code-lists/edit";
import { notFound } from "@/domain/outcome";
import { assignCoders } from "../assignments/assignments";
import { listDataset } from "../dataset/dataset";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  person,
  rateAndSubmit,
  refusal,
  temporaryStudy,
} from "../fixtures";
import { draftOf, imported } from "../imports/drafts.fixtures";
import { commandLineViewer, type Viewer } from "../people/people";
import { changeCodeList, currentCodeLists } from "../study/code-lists";
import { countedForTable10 } from "../tables/report.fixtures";
import { changeRecord, getCaseRecord, listRevisions, type RecordChange } from "./case-records";
import { getCase } from "./cases";
import { listHistory } from "./history";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;

beforeEach(async () => {
  study = await temporaryStudy();
  [lead, ann, bob] = [
    await person("Lena", "lead"),
    await person("Ann", "coder"),
    await person("Bob", "coder"),
  ];
  await caseFor(lead, "2016-01", [ann, bob]);
});
afterEach(() => study.end());

const registered = emptyRecord({
  sample: "2016",
  caseType: "public_s31",
  incidentType: "neglect_fatal",
});

const recordNow = async () => (await getCaseRecord(lead, "2016-01"))?.record;

const change = (over: Partial<RecordChange> = {}) =>
  changeRecord(lead, "2016-01", {
    section: "incident",
    facts: { incidentType: "suicide", incidentRationale: "Page 2" },
    seenRevision: 1,
    reason: "",
    ...over,
  } as RecordChange);

async function committed(): Promise<void> {
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-01", "3210000000000");
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
}

describe("the record of a case", () => {
  test("begins with what the case was registered with", async () => {
    expect(await getCaseRecord(ann, "2016-01")).toEqual({
      reference: "2016-01",
      record: registered,
      revision: 1,
      committed: false,
      mayChange: false,
      untold: [],
    });
  });

  test("takes every fact of every section, and the rest stays as it was", async () => {
    const facts: CaseRecord = {
      sample: "2015",
      submissionKind: "full_report",
      methodology: "hybrid",
      caseType: "public_other",
      caseTypeDetail: "A supervision order",
      involvement: "at_time",
      periods: [
        { startDate: "2014-10-14", endDate: "2015-03-02", subject: "family" },
        { startDate: "2015-04-01", endDate: null, subject: null },
      ],
      incidentType: "other",
      incidentRationale: "Page 2",
      children: [
        { ageYears: 0, sex: "female", outcome: "died" },
        { ageYears: null, sex: null, outcome: null },
      ],
      motherAge: 19,
      motherAgeBand: null,
      practice: [{ kind: "strength", theme: "recording", description: "" }],
      actions: [{ description: "A letter", status: null }],
      included: false,
      exclusionReason: "Withdrawn",
    };
    const { sample, submissionKind, methodology, caseType, caseTypeDetail } = facts;
    const { children, motherAge, motherAgeBand, included, exclusionReason } = facts;
    const { involvement, periods, incidentType, incidentRationale } = facts;
    const steps = [
      ["case", { sample, submissionKind, methodology, caseType, caseTypeDetail }],
      ["involvement", { involvement, periods }],
      ["incident", { incidentType, incidentRationale }],
      ["children", { children, motherAge, motherAgeBand }],
      ["practice", { practice: facts.practice }],
      ["actions", { actions: facts.actions }],
      ["analysis", { included, exclusionReason }],
    ] as const;
    for (const [index, [section, own]] of steps.entries())
      must(await change({ section, facts: own, seenRevision: index + 1 } as RecordChange));
    expect(await getCaseRecord(lead, "2016-01")).toMatchObject({ record: facts, revision: 8 });
    expect(await getCase(lead, "2016-01")).toMatchObject({ sample: "2015", included: false });
  });

  test("is as it was when nothing is changed, and no revision is made", async () => {
    const same = { incidentType: "neglect_fatal", incidentRationale: "" };
    expect(await change({ facts: same } as RecordChange)).toEqual({
      kind: "done",
      value: { stored: true, moves: [] },
    });
    expect((await getCaseRecord(lead, "2016-01"))?.revision).toBe(1);
  });

  test("of a case that there is not cannot be changed", async () => {
    const nothing = { section: "practice", facts: { practice: [] } } as const;
    expect(
      await changeRecord(lead, "2099-99", { ...nothing, seenRevision: 1, reason: "" }),
    ).toEqual(notFound);
  });

  test("is changed by leads alone", async () => {
    for (const viewer of [ann, await person("Ana", "analyst"), await person("Adi", "admin")])
      expect(
        await changeRecord(viewer, "2016-01", {
          section: "practice",
          facts: { practice: [] },
          seenRevision: 1,
          reason: "",
        }),
      ).toEqual(notFound);
    expect(await recordNow()).toEqual(registered);
  });

  test("that somebody else changed meanwhile is not overwritten", async () => {
    must(await change());
    expect(await change({ facts: { incidentType: "other", incidentRationale: "" } })).toEqual(
      refusal(
        "revision",
        "This record has been changed since you opened the page: Index incident type, Why this type. What you typed is still here, and not saved. Compare it with what is recorded now, then save again.",
      ),
    );
    for (const seenRevision of [0, 1.5, 3, Number.NaN])
      expect(await change({ seenRevision })).toEqual(
        refusal(
          "revision",
          "This record has been changed since you opened the page. What you typed is still here, and not saved. Compare it with what is recorded now, then save again.",
        ),
      );
    expect(await recordNow()).toMatchObject({ incidentType: "suicide" });
  });

  test("cannot hold a code that is in no version of its list", async () => {
    const facts = { incidentType: "weather", incidentRationale: "" };
    await expect(change({ facts } as RecordChange)).rejects.toThrow(
      "incident_type has no value weather",
    );
  });

  test("is refused a reason that is too long", async () => {
    expect(await change({ reason: "x".repeat(4001) })).toEqual(
      refusal("reason", "Shorten the reason to 4,000 characters"),
    );
  });
});

describe("the record of a case that has opened", () => {
  const words = "Ann gave High on neglect, Bob nothing";
  const actions = [{ description: words, status: null }];
  const nothing = { section: "actions", facts: { actions: [] } } as const;
  let lea: Viewer;
  beforeEach(async () => {
    must(await change());
    for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-01", "3210000000000");
    lea = await person("Lea", "lead");
    must(await change({ section: "actions", facts: { actions }, seenRevision: 2, reason: "" }));
    const out = { included: false, exclusionReason: words };
    must(await assignCoders(lead, "2016-01", [(await person("Cy", "coder")).id]));
    must(await change({ section: "analysis", facts: out, seenRevision: 3 } as RecordChange));
  });

  test("tells what was written before to everybody, and what was written since to whoever wrote it", async () => {
    const hidden = "Written after the case opened, so not shown yet";
    expect(await getCaseRecord(lea, "2016-01")).toMatchObject({
      record: {
        incidentRationale: "Page 2",
        actions: [{ description: hidden }],
        exclusionReason: hidden,
      },
      untold: ["actions"],
    });
    expect(await recordNow()).toMatchObject({ actions, exclusionReason: words });
  });

  test("tells what others wrote to nobody because they changed something else beside it", async () => {
    const facts = { practice: [{ kind: "strength", theme: "recording", description: "Page 5" }] };
    const seen = { seenRevision: 4, reason: "" };
    must(
      await changeRecord(lea, "2016-01", { section: "practice", facts, ...seen } as RecordChange),
    );
    expect(await getCaseRecord(lea, "2016-01")).toMatchObject({
      record: facts,
      untold: ["actions"],
    });
  });

  test("tells a lead whose page is older what was changed since, and no words that they may not read", async () => {
    const newer = (await listRevisions(lea, "2016-01"))?.filter(({ revision }) => revision > 1);
    const told = (section: Section) =>
      recordedSince(section, newer ?? []).map(({ message }) => message.split(". Changed by")[0]);
    const hidden = "Written after the case opened, so not shown yet";
    expect(told("actions")).toEqual([`Actions, now recorded: ${hidden}`]);
    expect(told("analysis")).toEqual([
      "In the analysis, now recorded: No, excluded",
      `Reason for exclusion, now recorded: ${hidden}`,
    ]);
    expect(told("incident")).toEqual([
      "Index incident type, now recorded: Suicide (fatal)",
      "Why this type, now recorded: Page 2",
    ]);
  });

  test("is told no more because the same words stood in another case before it opened", async () => {
    const description = words;
    const facts = { incidentRationale: words, actions: [{ description, status: null }] };
    const seen = { sample: "2016", caseType: "public_s31", incidentType: "suicide" };
    await imported(lead, [draftOf("2016-02", { facts: { ...seen, ...facts } })]);
    expect(await getCaseRecord(lea, "2016-02")).toMatchObject({ record: facts, untold: [] });
    const hidden = "Written after the case opened, so not shown yet";
    expect(await getCaseRecord(lea, "2016-01")).toMatchObject({
      record: { actions: [{ description: hidden }], exclusionReason: hidden },
    });
  });

  test("is not written over by a lead who may not read it, and can be taken in again by them", async () => {
    const seen = { seenRevision: 4, reason: "" };
    expect(await changeRecord(lea, "2016-01", { ...nothing, ...seen })).toEqual(
      refusal(
        "",
        "Something that stands here was written after the case opened. It can be read and changed when every coder of the case has submitted.",
      ),
    );
    const back = { included: true, exclusionReason: "" };
    must(await changeRecord(lea, "2016-01", { section: "analysis", facts: back, ...seen }));
    expect(await recordNow()).toMatchObject({ actions, included: true, exclusionReason: "" });
    must(await changeRecord(lead, "2016-01", { ...nothing, seenRevision: 5, reason: "" }));
  });
});

describe("the record of a committed case", () => {
  beforeEach(committed);

  test("is changed with a reason, once the lead has seen what that moves", async () => {
    expect(await change()).toEqual(
      refusal("reason", "Say why the record of a committed case is changed"),
    );
    const moves = ["Table 9, index incidents", "The dataset and its files"];
    expect(await change({ reason: "A slip" })).toEqual({
      kind: "done",
      value: { stored: false, moves },
    });
    expect(await recordNow()).toMatchObject({ incidentType: "neglect_fatal" });
    expect(await change({ reason: "A slip", confirmed: true })).toEqual({
      kind: "done",
      value: { stored: true, moves },
    });
    expect(await recordNow()).toMatchObject({ incidentType: "suicide" });
  });

  test("moves the case in the dataset, and takes it out and back in", async () => {
    const facts = {
      ...{ sample: "2015", submissionKind: null, methodology: null },
      ...{ caseType: "private_wtfh", caseTypeDetail: "" },
    };
    must(
      await change({ section: "case", facts, reason: "A slip", confirmed: true } as RecordChange),
    );
    expect(await countedForTable10(lead)).toEqual(["2015 private_wtfh: 1, 6"]);
    const out = { included: false, exclusionReason: "Withdrawn" };
    const analysis = { section: "analysis", reason: "Told so", confirmed: true } as const;
    must(await change({ ...analysis, facts: out, seenRevision: 2 } as RecordChange));
    expect((await listDataset(lead, {}))?.rows).toEqual([]);
    const back = { included: true, exclusionReason: "" };
    must(await change({ ...analysis, facts: back, seenRevision: 3 } as RecordChange));
    expect((await listDataset(lead, {}))?.rows).toHaveLength(1);
  });
});

describe("the history of a record", () => {
  test("says what was changed, by whom and why, the newest first", async () => {
    must(await change({ reason: "A slip" }));
    must(
      await changeRecord(commandLineViewer(), "2016-01", {
        section: "incident",
        facts: { incidentType: "suicide", incidentRationale: "Page 3" },
        seenRevision: 2,
        reason: "",
      }),
    );
    expect(await listRevisions(lead, "2016-01")).toMatchObject([
      {
        revision: 3,
        who: null,
        reason: "",
        changes: [{ label: "Why this type", before: ["Page 2"], after: ["Page 3"] }],
      },
      {
        revision: 2,
        who: "Lena",
        reason: "A slip",
        changes: [
          {
            label: "Index incident type",
            before: ["Neglect (fatal)"],
            after: ["Suicide (fatal)"],
          },
          { label: "Why this type", before: [], after: ["Page 2"] },
        ],
      },
      { revision: 1, who: "Lena", reason: "", changes: [] },
    ]);
    expect((await listHistory(ann, "2016-01"))?.at(-1)).toMatchObject({
      action: "changed the record",
      subject: "Index incident",
      reason: "",
    });
  });

  test("tells coders the reasons only when the case is open to them", async () => {
    const reasons = async (viewer: Viewer) =>
      (await listRevisions(viewer, "2016-01"))?.map(({ reason }) => reason);
    must(await change({ reason: "A slip" }));
    expect(await reasons(ann)).toEqual(["", ""]);
    expect(await reasons(lead)).toEqual(["A slip", ""]);
    await committed();
    expect(await reasons(ann)).toEqual(["A slip", ""]);
    expect(await reasons(await person("Ana", "analyst"))).toEqual(["A slip", ""]);
    expect(await listRevisions(await person("Adi", "admin"), "2016-01")).toBeNull();
  });

  test("names a change since the case opened to those who may not know its ratings, not the words", async () => {
    for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-01", "3210000000000");
    const words = "Ann gave High on neglect, Bob nothing";
    const out = { section: "analysis", facts: { included: false, exclusionReason: words } };
    const back = { section: "analysis", facts: { included: true, exclusionReason: "" } };
    const action = {
      section: "actions",
      facts: { actions: [{ description: words, status: null }] },
    };
    for (const [index, one] of [out, back, action].entries())
      must(await change({ ...one, seenRevision: index + 1 } as RecordChange));
    const [cy, lea] = [await person("Cy", "coder"), await person("Lea", "lead")];
    must(await assignCoders(lead, "2016-01", [cy.id]));
    const hidden = "Written after the case opened, so not shown yet";
    const action1 = { label: "Actions", before: [], after: [hidden] };
    for (const viewer of [cy, ann, lea]) {
      const revisions = await listRevisions(viewer, "2016-01");
      expect(revisions?.map(({ changes }) => changes)).toMatchObject([
        [action1],
        [{ after: ["Yes"] }, { label: "Reason for exclusion", before: [hidden], after: [] }],
        [{ after: ["No, excluded"] }, { before: [], after: [hidden] }],
        [],
      ]);
      expect(await getCaseRecord(viewer, "2016-01")).toMatchObject({
        record: { actions: [{ description: hidden }] },
        untold: ["actions"],
      });
    }
    for (const viewer of [lead, cy]) {
      if (viewer === cy) await rateAndSubmit(cy, "2016-01", "3210000000000");
      expect((await listRevisions(viewer, "2016-01"))?.[0]?.changes).toMatchObject([
        { ...action1, after: [words] },
      ]);
      expect(await getCaseRecord(viewer, "2016-01")).toMatchObject({
        record: { actions: [{ description: words }] },
        untold: [],
      });
    }
  });

  test("is in the words that the code lists have now", async () => {
    must(await change());
    const { incident_type: list } = await currentCodeLists();
    const values = list.values
      .map((value) => typedValue(list, value))
      .map((one) => (one.key === "suicide" ? { ...one, mergedInto: "neglect_fatal" } : one));
    must(
      await changeCodeList(lead, "incident_type", { seenVersion: 1, values, reason: "One kind" }),
    );
    expect(await recordNow()).toMatchObject({ incidentType: "neglect_fatal" });
    // Of what was changed between two values that count as one now it says so much.
    expect((await listRevisions(lead, "2016-01"))?.[0]).toMatchObject({
      changes: [
        { fact: "incidentRationale", label: "Why this type", before: [], after: ["Page 2"] },
      ],
      merged: ["Index incident type"],
    });
    // The next revision stores the merged value, and that is no change of it.
    const left = { included: false, exclusionReason: "A duplicate" };
    const next = { section: "analysis", facts: left, seenRevision: 2, reason: "" } as const;
    must(await changeRecord(lead, "2016-01", next));
    expect((await listRevisions(lead, "2016-01"))?.[0]).toMatchObject({
      changes: [{ fact: "included" }, { fact: "exclusionReason" }],
      merged: [],
    });
  });
});
