import { afterAll, beforeAll, expect, test } from "vitest";
import { listCases } from "@/db/cases/case-list";
import { listDataset, listVersions } from "@/db/dataset/dataset";
import { temporaryStudy, tokenFor } from "@/db/fixtures";
import { commandLineViewer, listPeople, viewerOf } from "@/db/people/people";
import { getPracticeComparison } from "@/db/practice-cases/comparison";
import { getPracticeDraft } from "@/db/practice-cases/drafts";
import { listPracticeCases } from "@/db/practice-cases/list";
import { getDraft } from "@/db/ratings/drafts";
import { getReconciliation } from "@/db/reconciliation/reconciliations";
import { viewerOfSession } from "@/db/sign-in/sessions";
import { compareEvidence, evidenceInWords } from "@/domain/ratings/passages";
import { differenceOf } from "@/domain/reconciliation/reconciliation";
import { loadDemonstration } from "./load";
import { demonstrationPassword } from "./people";

/* The demonstration, as it stands when somebody opens it for the first time. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
beforeAll(async () => {
  study = await temporaryStudy("demonstration");
  await loadDemonstration();
}, 30_000);
afterAll(() => study.end());

const operator = commandLineViewer();

async function signedIn(email: string) {
  const session = await tokenFor(email, demonstrationPassword);
  const viewer = await viewerOfSession(session ?? "");
  if (!viewer) throw new Error(`${email} could not sign in`);
  return viewer;
}

test("four people can sign in with the one password", async () => {
  const people = await listPeople(operator);
  expect(people?.map(({ name, email, roles }) => [name, email, roles.join(", ")])).toEqual([
    ["Analyst", "analyst@concord.example", "analyst"],
    ["Coder 2", "coder2@concord.example", "coder"],
    ["Coder 3", "coder3@concord.example", "coder"],
    ["Lead", "lead@concord.example", "coder, lead, admin"],
  ]);
  for (const { id, email } of people ?? [])
    expect((await signedIn(email)).id).toBe((await viewerOf(id))?.id);
});

test("the 86 reference cases are there, 82 of them and one of 2016 in the dataset", async () => {
  const samples = ["2012", "2013", "2014", "2015"];
  const counts: (number | undefined)[] = [];
  for (const sample of samples) counts.push((await listCases(operator, { sample }))?.rows.length);
  expect(counts).toEqual([23, 12, 28, 23]);
  expect((await listDataset(operator, {}))?.total).toBe(83);
});

test("eight cases of 2016 stand at every stage of the work", async () => {
  const list = await listCases(operator, { sample: "2016" });
  expect(
    list?.rows.map((row) => `${row.reference} ${row.stage} ${row.submitted}/${row.coders}`),
  ).toEqual([
    "2016-01 coding 0/3",
    "2016-02 coding 0/2",
    "2016-03 coding 0/3",
    "2016-04 coding 2/3",
    "2016-05 open 3/3",
    "2016-06 open 2/2",
    "2016-07 reconciling 3/3",
    "2016-08 reopened 3/3",
  ]);
});

test("one case is half rated, another half agreed, and one has been committed before", async () => {
  const lead = await signedIn("lead@concord.example");
  const draft = await getDraft(lead, "2016-03");
  const rated = Object.values(draft?.ratings ?? {}).filter((rating) => rating.level !== null);
  expect(rated).toHaveLength(7);
  const half = await getReconciliation(lead, "2016-07");
  expect(half?.rows.filter((row) => row.agreed)).toHaveLength(11);
  expect(await listVersions(lead, "2016-08")).toHaveLength(1);
});

test("one practice case is offered, which one coder has done and the other can", async () => {
  const [second, third] = [
    await signedIn("coder2@concord.example"),
    await signedIn("coder3@concord.example"),
  ];
  expect(await listPracticeCases(second)).toMatchObject([{ number: 1, toRate: true }]);
  expect((await getPracticeDraft(second, 1))?.text).toContain("made up for practice");
  expect((await getPracticeComparison(third, 1))?.result).toEqual({
    ...{ factors: 13, same: 10, withinOne: 13, higher: 1, lower: 2 },
  });
});

test("the case to show has every kind of difference", async () => {
  const open = await getReconciliation(operator, "2016-05");
  expect([...new Set(open?.rows.map(differenceOf))]).toEqual([
    "presence_differs",
    "two_or_more_apart",
    "one_apart",
    "same",
  ]);
});

test("its coders quote the same passages and others", async () => {
  const open = await getReconciliation(operator, "2016-05");
  const sentences = open?.rows.flatMap((row) => compareEvidence(row.ratings).map(evidenceInWords));
  // Which of them is called A is left to chance.
  expect(sentences?.map((sentence) => sentence.replace(/^. and . /, "")).sort()).toEqual([
    "cite different passages.",
    "cite different passages.",
    "cite the same passage and judge it alike.",
    "cite the same passage and judge it differently.",
  ]);
});
