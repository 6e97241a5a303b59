import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CaseDraft } from "@/domain/import/draft";
import { assignCoders } from "../assignments/assignments";
import { changeRecord, getCaseRecord, type RecordChange } from "../cases/case-records";
import { listVersions } from "../dataset/dataset";
import { reopenCase } from "../dataset/reopening";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { getReconciliation } from "../reconciliation/reconciliations";
import { draftOf, finishedDraft, imported, importOf, levelsFrom } from "./drafts.fixtures";
import { reviewDrafts } from "./review";

/* Imported ratings never reach a case that is still blind, and an import tells nothing of one. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
});
afterEach(() => study.end());

const levels = levelsFrom("3210000000000");
const ratings = [{ coder: "A", levels }];
const rows = (table: string) =>
  pastTheProgram(study.dataDir, (db) => db.prepare(`select count(*) from ${table}`).pluck().get());
const stored = () =>
  [
    "imported_second_ratings",
    "imported_dissents",
    "dataset_versions",
    "rating_submissions",
    "case_records",
    "imports",
  ].map(rows);

/** What review and import say of a draft of 2016-01 with these ratings, which they must refuse. */
async function refusals(over: Partial<CaseDraft>, by = lead): Promise<string[]> {
  const draft = draftOf("2016-01", { facts: { sample: "2013" }, ...over });
  const before = stored();
  const review = await reviewDrafts(by, [[draft]]);
  const outcome = await importOf(by, [draft], { reason: "A slip" });
  expect(stored()).toEqual(before);
  const told = outcome.kind === "refused" ? outcome.problems.map((one) => one.message) : [];
  expect(review?.faults.map((one) => one.message)).toEqual(told);
  return told;
}

const noLevels =
  "Cases, row 2: scores found, expected no scores, because the study has this case already; a file brings scores for new cases only";
const noRatings =
  "Cases, row 2: independent ratings found, expected no independent ratings, because the study has this case already; a file brings them for new cases only";

test("a case that nobody rates yet takes neither scores nor ratings", async () => {
  await caseFor(lead, "2016-01", []);
  expect(await refusals({ levels })).toEqual([noLevels]);
  expect(await refusals({ ratings })).toEqual([noRatings]);
  expect(await refusals({ levels, ratings })).toEqual([noLevels, noRatings]);
  const told = { neglect: { level: "high", note: "Page 4", unsure: false } };
  const beside = [
    {
      coder: "A",
      levels,
      joinedLater: false,
      first: told,
      second: told,
      dissents: { neglect: "No" },
    },
  ];
  const decided = { neglect: { way: "lead_decision", reason: "Page 4", tags: [] } } as const;
  expect(await refusals({ levels, decided, ratings: beside })).toEqual([noLevels, noRatings]);
});

test("of a case that is being rated a change tells facts of its record, and nothing of a rating", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  const draft = draftOf("2016-01", { facts: { sample: "2013" } });
  const changed = async () => (await reviewDrafts(lead, [[draft]]))?.changed;
  const told = [
    {
      place: { sheet: "Cases", line: 2 },
      reference: "2016-01",
      changes: [{ fact: "sample", label: "Sample", before: ["2016"], after: ["2013"] }],
      committed: false,
    },
  ];
  expect(await changed()).toEqual(told);
  await rateAndSubmit(ann, "2016-01", "3210000000000");
  expect(await changed()).toEqual(told);
});

test("a case that is being rated answers alike, whether the file says what was submitted or not", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  await rateAndSubmit(ann, "2016-01", "3210000000000");
  const wrong = levelsFrom("0000000000000");
  expect(await refusals({ ratings })).toEqual([noRatings]);
  expect(await refusals({ ratings: [{ coder: "A", levels: wrong }] })).toEqual([noRatings]);
  await rateAndSubmit(bob, "2016-01", "3210000000000");
  const again = draftOf("2016-01", { facts: {}, ratings });
  expect((await reviewDrafts(lead, [[again]]))?.counts.unchanged).toBe(1);
});

test("a committed case answers alike while a coder who joined has not submitted", async () => {
  const cat = await person("Cat", "coder");
  await caseFor(lead, "2016-01", [ann, bob]);
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-01", "3210000000000");
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  must(await reopenCase(lead, "2016-01", "A chronology came in"));
  must(await assignCoders(lead, "2016-01", [cat.id]));
  const wrong = levelsFrom("0000000000000");
  expect(await refusals({ levels })).toEqual([noLevels]);
  expect(await refusals({ levels: wrong })).toEqual([noLevels]);
  expect(await refusals({ ratings })).toEqual([noRatings]);
  const total = draftOf("2016-01", { facts: {}, stated: { risk_rating: 6 } });
  expect((await reviewDrafts(lead, [[total]]))?.totals[0]?.computed).toBeNull();
  const doubts = async (version: number) => {
    const commitment = { version, on: null };
    const drafts = [[draftOf("2016-01", { facts: {}, commitment })]];
    return (await reviewDrafts(lead, drafts))?.doubts.map(({ expected }) => expected);
  };
  const kept = "nothing: the study has this case already, and a file says this of new cases only";
  expect([await doubts(1), await doubts(2)]).toEqual([[kept], [kept]]);
  await rateAndSubmit(cat, "2016-01", "3210000000000");
  expect((await reviewDrafts(lead, [[total]]))?.totals).toEqual([]);
  expect(await doubts(1)).toEqual([]);
});

test("what came with an imported case is hidden from those who rate it again", async () => {
  await imported(lead, [finishedDraft("2012-01", { ratings })]);
  must(await reopenCase(lead, "2012-01", "To be rated again"));
  must(await assignCoders(lead, "2012-01", [ann.id, bob.id]));
  await rateAndSubmit(ann, "2012-01", "0000000000000");
  for (const viewer of [lead, ann, bob]) {
    expect(await getReconciliation(viewer, "2012-01")).toBeNull();
    expect(await listVersions(viewer, "2012-01")).toEqual([]);
  }
  await rateAndSubmit(bob, "2012-01", "0000000000000");
  const room = await getReconciliation(bob, "2012-01");
  expect(room?.rows[0]?.ratings.map(({ letter, level }) => `${letter} ${level}`)).toEqual([
    "A high",
    "B not_indicated",
    "C not_indicated",
  ]);
});

describe("of a case in whose record somebody wrote since it opened, and which is rated again,", () => {
  const words = "Ann gave High on neglect, Bob nothing";
  const hidden = "Written after the case opened, so not shown yet";
  const actions = [{ description: words, status: null }];
  const action = (description: string) => ({ actions: [{ description, status: null }] });
  let lea: Viewer;
  let cy: Viewer;
  beforeEach(async () => {
    [lea, cy] = [await person("Lea", "lead"), await person("Cy", "coder")];
    await caseFor(lead, "2016-01", [ann, bob]);
    for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-01", "3210000000000");
    await change(1, { section: "actions", facts: { actions } });
    must(await assignCoders(lead, "2016-01", [cy.id]));
  });

  const change = async (seenRevision: number, one: Pick<RecordChange, "section" | "facts">) =>
    must(await changeRecord(lead, "2016-01", { ...one, seenRevision, reason: "" }));
  const leaveOut = () =>
    change(2, { section: "analysis", facts: { included: false, exclusionReason: words } });

  const writtenOver = `Cases, row 2: a change to “Actions” found, expected none, because something that stands there was written after the case opened; it can be changed when every coder of the case has submitted`;

  test("what may not be read is not written over, and what a file says of it is answered alike", async () => {
    for (const facts of [{ actions: [] }, action("Page 2"), action(words)])
      expect(await refusals({ facts }, lea)).toEqual([writtenOver]);
    await rateAndSubmit(cy, "2016-01", "3210000000000");
    await imported(lea, [draftOf("2016-01", { facts: action("Page 2") })]);
    expect((await getCaseRecord(lea, "2016-01"))?.record).toMatchObject(action("Page 2"));
  });

  test("whoever wrote it changes it with a file as well, and others what stands elsewhere", async () => {
    await imported(lea, [draftOf("2016-01", { facts: { incidentRationale: "Page 2" } })]);
    await imported(lead, [draftOf("2016-01", { facts: action("Page 3") })]);
    expect((await getCaseRecord(lead, "2016-01"))?.record).toMatchObject(action("Page 3"));
    expect((await getCaseRecord(lea, "2016-01"))?.record).toMatchObject({
      ...action(hidden),
      incidentRationale: "Page 2",
    });
  });

  test("what stands for a text in a file does not take the place of that text", async () => {
    const stands = `Cases, row 2: “${hidden}” found, expected the text that it stands for, or no such column`;
    for (const viewer of [lea, lead])
      expect(await refusals({ facts: action(hidden) }, viewer)).toEqual([stands]);
  });

  test("why it was left out is not shown to a lead who takes it in again and may not read that", async () => {
    await leaveOut();
    const drafts = [[draftOf("2016-01", { facts: { included: true } })]];
    const beforeFor = async (viewer: Viewer) =>
      (await reviewDrafts(viewer, drafts))?.changed[0]?.changes.map(({ before }) => before);
    expect(await beforeFor(lea)).toEqual([["No, excluded"], [hidden]]);
    expect(await beforeFor(lead)).toEqual([["No, excluded"], [words]]);
  });

  test("nothing is warned of in what may not be read, whatever stands there", async () => {
    const actions = [{ description: "DOB 01/05/2001", status: null }];
    await change(2, { section: "actions", facts: { actions } });
    const drafts = [[draftOf("2016-01", { facts: { sample: "2013" } })]];
    for (const viewer of [lea, lead])
      expect((await reviewDrafts(viewer, drafts))?.warnings).toEqual([]);
  });

  test("what a file has blank is counted alike for whoever may read it and may not", async () => {
    await leaveOut();
    const emptied = async (viewer: Viewer, facts: CaseDraft["facts"]) =>
      (await reviewDrafts(viewer, [[draftOf("2016-01", { facts })]]))?.emptied;
    for (const viewer of [lea, lead])
      expect(await emptied(viewer, { included: true })).toEqual({ facts: 1, cases: 1 });
    expect(await emptied(lea, { actions: [] })).toEqual({ facts: 0, cases: 0 });
  });

  test("what a file says is shown beside it", async () => {
    await leaveOut();
    const facts = { included: false, exclusionReason: "Page 2" };
    const review = await reviewDrafts(lea, [[draftOf("2016-01", { facts })]]);
    expect(review?.changed[0]?.changes).toEqual([
      {
        ...{ fact: "exclusionReason", label: "Reason for exclusion" },
        ...{ before: [hidden], after: ["Page 2"] },
      },
    ]);
  });
});
