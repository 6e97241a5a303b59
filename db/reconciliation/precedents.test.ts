import { afterEach, beforeEach, expect, test } from "vitest";
import { assignCoders } from "../assignments/assignments";
import { mayLearnPrecedents } from "../blinding/blinding";
import { changeRecord } from "../cases/case-records";
import { reopenCase } from "../dataset/reopening";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  csvFile,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  refusal,
  temporaryStudy,
  textFile,
} from "../fixtures";
import { importCases } from "../imports/cases";
import type { Viewer } from "../people/people";
import { takeBackSubmission } from "../ratings/ratings";
import { cases } from "../schema";
import { reader } from "../store/store";
import { currentCodebook } from "../study/codebooks";
import { listDisagreements, makePrecedent, takePrecedentBack } from "./disagreements";
import { listPrecedents } from "./precedents";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let cy: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  cy = await person("Cy", "coder");
});
afterEach(() => study.end());

/** A case whose coders differ on Neglect and Physical abuse, all agreed. */
async function agreedCase(reference: string): Promise<void> {
  await caseFor(lead, reference, [ann, bob]);
  await rateAndSubmit(ann, reference, "2222222222220");
  must(await takeBackSubmission(ann, reference));
  await rateAndSubmit(ann, reference, "3010000000000");
  await rateAndSubmit(bob, reference, "1020000000000");
  await agree(lead, reference, { factor: "neglect", level: "medium", reason: "Page 4" });
  await agreeEverything(lead, reference);
}

const neglect = { factor: "neglect", summary: "Missed visits alone" };
const seenBy = async (viewer: Viewer, filter = {}) =>
  (await listPrecedents(viewer, filter))?.map(
    ({ reference, factor, given, level }) => `${reference} ${factor}: ${given.join("+")} ${level}`,
  );

test("a precedent made in the room counts once the case is committed", async () => {
  await agreedCase("2016-01");
  must(await makePrecedent(lead, "2016-01", neglect));
  expect(await seenBy(lead)).toEqual([]);
  expect((await listDisagreements(lead, "2016-01"))?.map(({ precedent }) => precedent)).toEqual([
    "Missed visits alone",
    null,
  ]);
  await commit(lead, "2016-01");
  expect(await listPrecedents(cy, {})).toMatchObject([
    {
      ...{ reference: "2016-01", factor: "neglect", summary: "Missed visits alone" },
      ...{ given: ["high", "low"], level: "medium", way: "after_discussion", reason: "Page 4" },
    },
  ]);
});

test("the room tells the newest on each factor of its own case, whatever was said more often", async () => {
  for (const reference of ["2016-01", "2016-02"]) await agreedCase(reference);
  must(await makePrecedent(lead, "2016-02", neglect));
  must(await makePrecedent(lead, "2016-01", { factor: "physical_abuse", summary: "Bruises" }));
  for (const summary of ["Visits", "Missed visits", "Missed visits, twice"])
    must(await makePrecedent(lead, "2016-01", { ...neglect, summary }));
  const toldIn = async (reference: string) =>
    (await listDisagreements(lead, reference))?.map(({ precedent }) => precedent);
  expect(await toldIn("2016-01")).toEqual(["Missed visits, twice", "Bruises"]);
  expect(await toldIn("2016-02")).toEqual(["Missed visits alone", null]);
});

test("a precedent is there once, with the record of its case as it is now", async () => {
  await agreedCase("2016-01");
  await commit(lead, "2016-01");
  must(await makePrecedent(lead, "2016-01", neglect));
  must(
    await changeRecord(lead, "2016-01", {
      ...{ section: "case", seenRevision: 1, reason: "A slip", confirmed: true },
      facts: {
        ...{ sample: "2015", submissionKind: null, methodology: null },
        ...{ caseType: "private_wtfh", caseTypeDetail: "" },
      },
    }),
  );
  expect((await listPrecedents(cy, {}))?.map(({ sample }) => sample)).toEqual(["2015"]);
});

test("only a decided disagreement is one, and only a lead makes it", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  await rateAndSubmit(ann, "2016-01", "3010000000000");
  expect(await makePrecedent(lead, "2016-01", neglect)).toEqual({ kind: "not_found" });
  await rateAndSubmit(bob, "2016-01", "1020000000000");
  const refused = refusal(
    "factor",
    "Select a factor on which the coders disagreed and a level is agreed",
  );
  expect(await makePrecedent(lead, "2016-01", neglect)).toEqual(refused);
  await agreeEverything(lead, "2016-01");
  for (const factor of ["emotional_abuse", "poverty"])
    expect(await makePrecedent(lead, "2016-01", { ...neglect, factor })).toEqual(refused);
  expect(await makePrecedent(ann, "2016-01", neglect)).toEqual({ kind: "not_found" });
  expect(await listDisagreements(ann, "2016-01")).toBeNull();
  expect(await makePrecedent(lead, "2016-99", neglect)).toEqual({ kind: "not_found" });
  must(await makePrecedent(lead, "2016-01", neglect));
});

test("taking one back is another row, and so is making it again", async () => {
  await agreedCase("2016-01");
  await commit(lead, "2016-01");
  const gone = refusal("factor", "This precedent was taken back already");
  expect(await takePrecedentBack(lead, "2016-01", "neglect")).toEqual(gone);
  must(await makePrecedent(lead, "2016-01", neglect));
  expect(await takePrecedentBack(ann, "2016-01", "neglect")).toEqual({ kind: "not_found" });
  must(await takePrecedentBack(lead, "2016-01", "neglect"));
  expect(await takePrecedentBack(lead, "2016-01", "neglect")).toEqual(gone);
  expect(await seenBy(cy)).toEqual([]);
  must(await makePrecedent(lead, "2016-01", { ...neglect, summary: "Said better" }));
  must(await makePrecedent(lead, "2016-01", { factor: "physical_abuse", summary: "Bruises" }));
  await agreedCase("2016-02");
  await commit(lead, "2016-02");
  must(await makePrecedent(lead, "2016-02", { ...neglect, summary: "Elsewhere" }));
  const summaries = (await listPrecedents(cy, {}))?.map(({ summary }) => summary).sort();
  expect(summaries).toEqual(["Bruises", "Elsewhere", "Said better"]);
  const rows = pastTheProgram(study.dataDir, (db) =>
    db
      .prepare(
        `select p.revision, p.stands, p.summary from precedents p
         join cases c on c.id = p.case_id where c.reference = '2016-01' and p.factor = 'neglect'
         order by p.revision`,
      )
      .raw()
      .all(),
  );
  expect(rows).toEqual([
    [1, 1, "Missed visits alone"],
    [2, 0, ""],
    [3, 1, "Said better"],
  ]);
});

test("they are found by factor and by words, newest first", async () => {
  for (const reference of ["2016-01", "2016-02"]) {
    await agreedCase(reference);
    await commit(lead, reference);
    must(await makePrecedent(lead, reference, { ...neglect, summary: `Visits in ${reference}` }));
  }
  must(
    await makePrecedent(lead, "2016-01", { factor: "physical_abuse", summary: "An old bruise" }),
  );
  const [first, second, bruise] = [
    "2016-01 neglect: high+low medium",
    "2016-02 neglect: high+low medium",
    "2016-01 physical_abuse: low+medium high",
  ];
  expect((await seenBy(cy))?.sort()).toEqual([first, bruise, second].sort());
  expect((await seenBy(cy, { factor: "neglect" }))?.sort()).toEqual([first, second]);
  expect(await seenBy(cy, { text: "VISITS 2016-02" })).toEqual([second]);
  expect(await seenBy(cy, { text: "page 4", factor: "physical_abuse" })).toEqual([]);
});

test("what is made or changed in a reopened round is told outside with the next version, what is taken back at once", async () => {
  const dora = await person("Dora", "analyst");
  const summaries = async () =>
    (await listPrecedents(dora, {}))?.map((one) => [one.factor, one.summary, one.level]);
  await caseFor(lead, "2016-01", [ann, bob]);
  await rateAndSubmit(ann, "2016-01", "3010000000000");
  await rateAndSubmit(bob, "2016-01", "3020000000200");
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  const bruise = { factor: "physical_abuse", summary: "An old bruise" };
  const plan = { factor: "child_protection_plan", summary: "A plan of long ago" };
  for (const made of [bruise, plan]) must(await makePrecedent(lead, "2016-01", made));
  const told = [["physical_abuse", "An old bruise", "high"]];
  expect(await summaries()).toEqual([
    ["child_protection_plan", "A plan of long ago", "currently"],
    ...told,
  ]);
  must(await takePrecedentBack(lead, "2016-01", plan.factor));
  expect(await summaries()).toEqual(told);

  must(await reopenCase(lead, "2016-01", "A later page was missed"));
  must(await assignCoders(lead, "2016-01", [cy.id]));
  await rateAndSubmit(cy, "2016-01", "1000000000000");
  await agree(lead, "2016-01", { factor: "neglect", level: "low" });
  const seen = { ...bruise, summary: "A bruise that was seen" };
  for (const made of [neglect, seen, plan]) must(await makePrecedent(lead, "2016-01", made));
  expect(await summaries()).toEqual(told);
  expect((await listDisagreements(lead, "2016-01"))?.map(({ precedent }) => precedent)).toEqual([
    "Missed visits alone",
    "A bruise that was seen",
    "A plan of long ago",
  ]);
  must(await takePrecedentBack(lead, "2016-01", bruise.factor));
  expect(await summaries()).toEqual([]);

  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  expect(await summaries()).toEqual([
    ["child_protection_plan", "A plan of long ago", "currently"],
    ["neglect", "Missed visits alone", "low"],
  ]);
});

test("a round of one case keeps back nothing of another, nor does what is taken back in it", async () => {
  for (const reference of ["2016-01", "2016-02"]) {
    await agreedCase(reference);
    await commit(lead, reference);
  }
  must(await makePrecedent(lead, "2016-01", neglect));
  must(await reopenCase(lead, "2016-01", "A later page was missed"));
  must(await makePrecedent(lead, "2016-02", neglect));
  const [first, second] = ["2016-01 neglect: high+low medium", "2016-02 neglect: high+low medium"];
  expect((await seenBy(cy))?.sort()).toEqual([first, second]);
  must(await takePrecedentBack(lead, "2016-01", neglect.factor));
  expect(await seenBy(cy)).toEqual([second]);
});

test("a coder who joins a reopened case hides its precedents, and has no part in them before the next version", async () => {
  await agreedCase("2016-01");
  await commit(lead, "2016-01");
  must(await makePrecedent(lead, "2016-01", neglect));
  must(await reopenCase(lead, "2016-01", "A later page was missed"));
  must(await assignCoders(lead, "2016-01", [cy.id]));
  for (const viewer of [lead, ann, cy]) expect(await seenBy(viewer)).toEqual([]);
  expect(await listPrecedents(await person("Adi", "admin"), {})).toBeNull();
  await rateAndSubmit(cy, "2016-01", "2010000000000");
  await agreedCase("2016-02");
  await commit(lead, "2016-02");
  expect(await seenBy(ann)).toEqual(["2016-01 neglect: high+low medium"]);
  await agree(lead, "2016-01", { factor: "neglect", level: "low" });
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  expect(await seenBy(ann)).toEqual(["2016-01 neglect: high+low+medium low"]);
});

test("what is to be decided again is no precedent until it is", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-01", "3000000000000");
  await agreeEverything(lead, "2016-01");
  must(await assignCoders(lead, "2016-01", [cy.id]));
  await rateAndSubmit(cy, "2016-01", "1000000000000");
  expect((await makePrecedent(lead, "2016-01", neglect)).kind).toBe("refused");
  await agreeEverything(lead, "2016-01");
  must(await makePrecedent(lead, "2016-01", neglect));
});

test("an imported case can be one, where its coders’ ratings came with it", async () => {
  const { factors } = await currentCodebook();
  const rows = (coder: string, score: string) =>
    factors.map(({ key }, index) => `2012-01,${coder},${key},${index === 0 ? score : "0"}\n`);
  const ratings = [...rows("A", "3"), ...rows("B", "1")].join("");
  must(
    await importCases(lead, {
      cases: csvFile("cases.csv", [{ case_ref: "2012-01", scores: "2000000000000" }]),
      ratings: textFile("ratings.csv", `case_ref,coder,factor,score\n${ratings}`),
    }),
  );
  must(await makePrecedent(lead, "2012-01", neglect));
  expect(await seenBy(cy)).toEqual(["2012-01 neglect: high+low medium"]);
});

test("of a case that is not committed nobody may learn any, whatever is read and however", async () => {
  await agreedCase("2016-01");
  await commit(lead, "2016-01");
  await agreedCase("2016-02");
  for (const viewer of [lead, ann, bob, cy]) {
    const references = await reader()
      .select({ reference: cases.reference })
      .from(cases)
      .where(mayLearnPrecedents(viewer, cases.id));
    expect(references).toEqual([{ reference: "2016-01" }]);
  }
});
