import { lettersOfCoders } from "@/db/agreement/letters";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  pastTheProgram,
  rateAndSubmit,
  release,
  textFile,
} from "@/db/fixtures";
import { commandLineViewer } from "@/db/people/people";
import {
  draftPractice,
  practiceCaseFor,
  practise,
  saveRequirement,
} from "@/db/practice-cases/practice.fixtures";
import { holdOpening } from "@/db/ratings/opening";
import { draftAgain, readAgain } from "@/db/second-look/second-look.fixtures";
import { requireSecondFactor } from "@/db/sign-in/second-factor";
import { reader } from "@/db/store/store";
import { uploadFor, uploadOfTests } from "@/db/uploads/uploads.fixtures";
import { expectAccessible, faultsOn } from "./accessible";
import { problems, unfold } from "./page";
import { chooseLevels, levelOf, openSubmission, saveState } from "./rating/rating";
import { pdfFile } from "./rating/submission-files";
import { agree, openNotes, rowOf } from "./reconciling/reconciling";
import {
  appFor,
  beginSetUp,
  enterCode,
  enterPassword,
  secondFactorPage,
} from "./sign-in/second-factor";
import { expect, type Study, test } from "./study";

test.setTimeout(300_000);

test("pages before signing in", async ({ study }) => {
  const page = await study.stranger();
  await page.goto("/sign-in");
  await expectAccessible(page, "sign in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(problems(page)).toBeVisible();
  await expectAccessible(page, "sign in, with an error");
});

test("a page with faults is found out", async ({ concord }) => {
  const page = await concord.stranger();
  await page.goto("/first-run");
  await page.getByLabel("One-time code").evaluate((field) => field.removeAttribute("id"));
  expect(await faultsOn(page)).toHaveLength(1);
});

test("the first run", async ({ concord }) => {
  const page = await concord.stranger();
  await page.goto("/first-run");
  await expectAccessible(page, "first run");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(problems(page)).toBeVisible();
  await expectAccessible(page, "first run, with errors");
});

test("lists and forms, empty", async ({ study }) => {
  const lena = await study.as("Lena");
  for (const path of [
    "/",
    "/board",
    "/board/assign",
    "/board/replace",
    "/cases",
    "/precedents",
    "/dataset",
    "/releases",
    "/tables",
    "/tables/analyses",
    "/tables/coders",
    "/agreement",
  ]) {
    await lena.goto(path);
    await expectAccessible(lena, `${path}, empty`);
  }
});

/** Cases at several stages, one of them committed and in a release. */
async function filled({ people }: Study): Promise<void> {
  const { Lena, Ann, Bob, Cy } = people;
  await caseFor(Lena, "2016-01", []);
  await caseFor(Lena, "2016-02", [Lena, Ann, Bob]);
  for (const reference of ["2016-03", "2016-04"]) {
    await caseFor(Lena, reference, [Ann, Bob, Cy]);
    for (const coder of [Ann, Bob, Cy]) await rateAndSubmit(coder, reference, "3210000000201");
  }
  await agreeEverything(Lena, "2016-04");
  await commit(Lena, "2016-04");
  await release(Lena);
}

test("tables, agreement and exports", async ({ study }) => {
  const { Ann, Bob } = study.people;
  await filled(study);
  const lena = await study.as("Lena");
  const letters = await lettersOfCoders(reader());
  const letterOf = ({ id }: { id: string }) => letters.get(id);
  for (const path of [
    "/dataset",
    "/tables",
    "/tables?release=1&view=publication",
    "/tables?view=publication",
    "/tables/context",
    "/tables/cases?table=table_10&line=total-total&column=this",
    "/tables/cases?by=coders&table=table_10&line=total-total&column=this+agreed",
    "/tables/analyses?intervals=yes",
    "/tables/coders",
    "/agreement",
    `/agreement?names=shown&coder=${letterOf(Ann)}&coder=${letterOf(Bob)}&sample=2016`,
    "/agreement?view=stages",
    "/agreement?view=risk&window=1",
    "/agreement?factor=neglect&stage=first-agreed&cell=3-3",
    "/agreement?view=time",
    "/agreement?from=soon&to=1+May+2016&coder=Z",
    "/agreement?factor=neglect&cell=3-3",
    `/agreement?factor=neglect&pair=${letterOf(Ann)}-${letterOf(Bob)}&cell=3-3`,
    "/export",
    "/export?references=2016-09&columns-ratings=level&columns-children=name",
    "/export?show=methods&analysed=yes",
    "/releases",
    "/releases/1",
  ]) {
    await lena.goto(path);
    await expectAccessible(lena, path);
  }
});

test("lists and forms, filled", async ({ study }) => {
  const { Ann, Cy } = study.people;
  await filled(study);
  const lena = await study.as("Lena");
  const cases = "cases=2016-01&cases=2016-02&cases=2016-03&how=every&each=2&show=yes";
  const paths = [
    "/",
    "/board",
    `/board/assign?${cases}`,
    `/board/assign?${cases}&coders=${Ann.id}&coders=${Cy.id}`,
    "/board/replace",
    "/cases",
    "/codebook",
    "/people",
    `/people/${Ann.id}`,
    "/account",
    "/settings",
    "/code-lists",
    "/code-lists/case_type",
    "/code-lists/methodology",
    "/samples",
    "/cases/2016-04/record",
    "/cases/2016-04/record/check",
    "/cases/2016-04/record/history",
    ...["case", "involvement", "incident", "children", "practice", "actions", "analysis"].map(
      (section) => `/cases/2016-04/record/${section}`,
    ),
  ];
  for (const path of [...paths, "/cases/2016-01", "/nothing-here"]) {
    await lena.goto(path);
    await expectAccessible(lena, path);
  }
  for (const [path, button] of [
    ["/cases/new", "Register the case"],
    ["/people", "Add the person"],
    ["/account", "Change the password"],
    ["/cases/2016-04/reopen", "Reopen the case"],
    ["/code-lists/case_type", "Save the list"],
    ["/releases", "Make release 2"],
  ] as const) {
    await lena.goto(path);
    await expectAccessible(lena, path);
    await lena.getByRole("button", { name: button }).click();
    await expect(problems(lena)).toBeVisible();
    await expectAccessible(lena, `${path}, with errors`);
  }
});

test("the steps of an import", async ({ study }) => {
  const header = "Ref,Sample,Case type,Incident type,Meth,Total score";
  const rows = ["2015-01,2015,s31,suicide,hybrid,", "2015-02,2015,purple,suicide,hybrid,7"];
  const file = textFile("cases.csv", `${[header, ...rows].join("\n")}\n`);
  await uploadFor(study.people.Lena, file);
  const lena = await study.as("Lena");
  const upload = `/import/${uploadOfTests}`;
  for (const path of ["/import", "/import?problem=none", upload, `${upload}/values`]) {
    await lena.goto(path);
    await expectAccessible(lena, path);
  }
  await lena.goto(upload);
  await lena.getByLabel("What “Meth” holds").selectOption("Sample");
  await lena.getByRole("button", { name: "Save and go on" }).click();
  await expect(problems(lena)).toBeVisible();
  await expectAccessible(lena, "columns, with errors");
  await lena.goto(`${upload}/check`);
  await expectAccessible(lena, "check, with faults");
  await lena.goto(`${upload}/values`);
  await lena.getByLabel(/^What “purple” stands for/).selectOption("Public law, other");
  await lena.getByRole("button", { name: "Save and check" }).click();
  await expect(lena.getByRole("button", { name: "Import 2 cases" })).toBeVisible();
  await expectAccessible(lena, "check, without faults");
  await lena.getByRole("button", { name: "Import 2 cases" }).click();
  await lena.getByText("Undo this import").click();
  await expectAccessible(lena, "an import");
  await lena.getByRole("button", { name: "Undo the import" }).click();
  await expect(problems(lena)).toBeVisible();
  await expectAccessible(lena, "an import, with errors");
  await lena.getByLabel("Why is it undone?").fill("A slip");
  await lena.getByRole("button", { name: "Undo the import" }).click();
  await expect(lena.getByText(/^Undone on/)).toBeVisible();
  await expectAccessible(lena, "an import that was undone");
});

test("a case at each stage, and the pages on which it is rated", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Lena, Ann, Bob]);
  await rateAndSubmit(Bob, "2016-01", "1210000000301", "Page 4");
  const ann = await study.as("Ann");
  await ann.goto("/cases/2016-01");
  await expectAccessible(ann, "case, coding");
  await ann.goto("/cases/2016-01/rate");
  await expectAccessible(ann, "rate, empty");
  await levelOf(ann, "Neglect", "High").check();
  await ann.getByLabel("Note for Neglect").fill("Page 4, paragraph 2");
  await ann.getByLabel("Unsure between two levels of Neglect").check();
  await expect(saveState(ann)).toHaveText(/^Saved/);
  await expectAccessible(ann, "rate, in part");
  await unfold(ann, "Add a quote: quote 1 for Neglect");
  await ann.getByLabel("Passage of quote 1 for Neglect").fill("Seen at AB99 9ZZ");
  await expect(ann.getByText(/^This looks like a postcode/)).toBeVisible();
  await expectAccessible(ann, "rate, with the fields of a quote and a warning");
  await openSubmission(ann, pdfFile("a.pdf", [["Seen at home in May."], []]));
  await expect(ann.getByRole("button", { name: "Close the file" })).toBeVisible();
  await ann.getByRole("button", { name: "Guidance" }).click();
  await ann.getByLabel("Passage of quote 1 for Neglect").fill("Seen at home");
  await ann.getByRole("button", { name: "Done with quote 1 for Neglect" }).click();
  await ann.getByRole("button", { name: "Show in the file quote 1 for Neglect" }).click();
  await expect(ann.locator("mark")).toBeVisible();
  await expectAccessible(ann, "rate, with the submission open");
  await ann.getByRole("button", { name: "Submit ratings" }).click();
  await expect(problems(ann)).toBeVisible();
  await expectAccessible(ann, "rate, with errors");
  await chooseLevels(ann, "3210000000201");
  await ann.getByRole("button", { name: "Submit ratings" }).click();
  await expect(problems(ann).getByRole("link")).toHaveCount(2);
  await expectAccessible(ann, "rate, with errors on Other");
  await problems(ann).getByRole("link").first().click();
  await ann.getByRole("group", { name: "Themes" }).getByRole("checkbox").first().check();
  await ann.getByLabel("Description").fill("Seen on page 12");
  await ann.getByRole("button", { name: "Submit ratings" }).click();
  await expect(ann.getByRole("heading", { name: "Check your ratings" })).toBeVisible();
  await expectAccessible(ann, "check ratings");
  await ann.getByRole("button", { name: "Confirm and submit" }).click();
  await expect(ann.getByRole("button", { name: "Take your submission back" })).toBeVisible();
  await expectAccessible(ann, "case, submitted by the viewer");
  const lena = await study.as("Lena");
  await lena.goto("/cases/2016-01");
  await lena.locator("summary").first().click();
  await expectAccessible(lena, "case, with the lead's forms");
});

test("the pages on which a case is reconciled, committed and reopened", async ({ study }) => {
  const { Lena, Ann, Bob, Cy } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob, Cy]);
  await rateAndSubmit(Ann, "2016-01", "3210000000201", "Page 4");
  await rateAndSubmit(Bob, "2016-01", "1210000000301", "Page 5");
  await rateAndSubmit(Cy, "2016-01", "1010000000200", "Page 6");
  const [lena, ann] = [await study.as("Lena"), await study.as("Ann")];
  await lena.goto("/cases/2016-01");
  await expectAccessible(lena, "case, ready to reconcile");
  await lena.goto("/cases/2016-01/reconcile");
  await expectAccessible(lena, "reconcile, lead");
  await lena.getByRole("button", { name: "Commit to the dataset" }).click();
  await expect(problems(lena)).toBeVisible();
  await expectAccessible(lena, "reconcile, with what is left");
  await agree(lena, "Neglect", "Medium");
  await expect(rowOf(lena, "Neglect")).toContainText("Enter a reason for Neglect");
  await expectAccessible(lena, "reconcile, with an error");
  await agree(lena, "Neglect", "Medium", "Page 4");
  await expect(rowOf(lena, "Neglect").getByRole("status")).toHaveText("Neglect saved");
  await openNotes(lena, "Other");
  await expectAccessible(lena, "reconcile, in part");
  await ann.goto("/cases/2016-01/reconcile");
  await expectAccessible(ann, "reconcile, coder");
  await lena.getByLabel("Notes of this case’s meetings").fill("Start with page 4");
  await lena.getByRole("button", { name: "Save the notes" }).click();
  await expect(lena.getByText("Saved by Lena")).toBeVisible();
  await lena.getByRole("button", { name: "Show names to everybody here" }).click();
  await expect(lena.getByRole("button", { name: "Hide names" })).toBeVisible();
  await lena.getByRole("link", { name: "Undecided first (12)" }).click();
  await expect(lena.getByRole("rowheader", { name: "Decided (1)" })).toBeVisible();
  await expectAccessible(lena, "reconcile, undecided first, with names and notes");
  await agreeEverything(Lena, "2016-01");
  await lena.goto("/cases/2016-01/reconcile/commit");
  await expectAccessible(lena, "check and commit");
  await lena.getByRole("button", { name: "Confirm and commit" }).click();
  await expect(lena.getByText("Version 1, risk rating")).toBeVisible();
  await expectAccessible(lena, "case, committed");
  await lena.goto("/cases/2016-01/reopen");
  await lena.getByLabel("Why is the case reopened?").fill("A chronology came in later");
  await lena.getByRole("button", { name: "Reopen the case" }).click();
  await expect(lena.getByRole("heading", { name: "Reconcile case 2016-01" })).toBeVisible();
  await expectAccessible(lena, "reconcile, reopened");
  await lena.goto("/cases/2016-01");
  await expectAccessible(lena, "case, reopened");
});

test("the pages of a second look", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  must(await holdOpening(Lena, "2016-01"));
  await rateAndSubmit(Ann, "2016-01", "3210000000002", "Page 4");
  await rateAndSubmit(Bob, "2016-01", "1210000000300", "Page 5");
  const [lena, ann] = [await study.as("Lena"), await study.as("Ann")];
  await lena.goto("/cases/2016-01");
  await expectAccessible(lena, "case, waiting for a lead");
  await lena.getByRole("button", { name: "Begin a second look" }).click();
  await expect(lena.getByRole("button", { name: "End it and open the case" })).toBeVisible();
  await expectAccessible(lena, "case, in its second look");
  await ann.goto("/cases/2016-01/second-look");
  await expectAccessible(ann, "second look");
  await ann.getByRole("button", { name: "Check your second look" }).click();
  await expect(problems(ann)).toBeVisible();
  await expectAccessible(ann, "second look, with errors");
  await draftAgain(Ann, "2016-01", { neglect: { level: "medium", note: "Page 6" } });
  await ann.goto("/cases/2016-01/second-look/check");
  await expectAccessible(ann, "check second look");
  await ann.getByRole("button", { name: "Submit second look" }).click();
  await expect(ann.getByRole("heading", { name: "Your second look", exact: true })).toBeVisible();
  await expectAccessible(ann, "case, with the viewer's second look");
  await readAgain(Bob, "2016-01", { neglect: { level: "medium", unsure: true } });
  await lena.goto("/cases/2016-01/reconcile");
  await openNotes(lena, "Neglect");
  await expectAccessible(lena, "reconcile, after a second look");
});

test("the pages of practice cases", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  const [lena, ann] = [await study.as("Lena"), await study.as("Ann")];
  await lena.goto("/practice");
  await expectAccessible(lena, "/practice, empty");
  await lena.goto("/practice/new");
  await expectAccessible(lena, "/practice/new");
  await lena.getByRole("button", { name: "Make the practice case" }).click();
  await expect(problems(lena).getByRole("link")).toHaveCount(27);
  await expectAccessible(lena, "/practice/new, with errors");
  await practiceCaseFor(Lena);
  await practiceCaseFor(Lena);
  await practise(Bob, 1, "1200000000002");
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  must(await saveRequirement(Lena, { cases: 1, percent: 80 }));
  for (const path of ["/practice", "/practice/1", "/practice/1/change", "/cases/new"]) {
    await lena.goto(path);
    await expectAccessible(lena, `${path}, lead`);
  }
  for (const path of ["/", "/cases/2016-01/rate", "/practice", "/practice/1/rate"]) {
    await ann.goto(path);
    await expectAccessible(ann, `${path}, yet to practise`);
  }
  await practise(Ann, 1, "1200000000002");
  for (const path of ["/practice", "/practice/1"]) {
    await ann.goto(path);
    await expectAccessible(ann, `${path}, practised`);
  }
  await draftPractice(Ann, 2, "1200000000002");
  await ann.goto("/practice/2/rate/check");
  await expectAccessible(ann, "check practice ratings");
});

test("the second factor, from none to on, and where everyone must have one", async ({ study }) => {
  const lena = await study.as("Lena");
  await lena.goto("/people");
  await lena.getByRole("radio", { name: "Yes" }).check();
  await lena.getByRole("button", { name: "Save", exact: true }).click();
  await expect(problems(lena)).toBeVisible();
  await expectAccessible(lena, "/people, with an error on the second factor");
  await lena.goto(secondFactorPage);
  await expectAccessible(lena, "second factor, none");
  await beginSetUp(lena, "Lena");
  await appFor(lena);
  await expectAccessible(lena, "second factor, begun");
  await lena.getByRole("button", { name: "Turn it on" }).click();
  await expect(problems(lena)).toBeVisible();
  await expectAccessible(lena, "second factor, begun, with an error");
  const app = await appFor(lena);
  await lena.getByLabel("Code", { exact: true }).fill(app());
  await lena.getByRole("button", { name: "Turn it on" }).click();
  await expect(lena.getByRole("button", { name: "Print this page" })).toBeVisible();
  await expectAccessible(lena, "second factor, recovery codes");
  await lena.goto("/account");
  await expectAccessible(lena, "/account, with a second factor");
  await lena.goto(`/people/${study.people.Lena.id}`);
  await expectAccessible(lena, "a person with a second factor");
  await lena.goto(`${secondFactorPage}/remove`);
  await lena.getByRole("button", { name: "Remove the second factor" }).click();
  await expect(problems(lena)).toBeVisible();
  await expectAccessible(lena, "second factor, removal, with an error");
  await requireSecondFactor(commandLineViewer(), true);
  pastTheProgram(study.dataDir, (db) =>
    db.exec("update recovery_codes set used_at = '2026-01-01T00:00:00.000Z'"),
  );
  await lena.goto(secondFactorPage);
  await expect(lena.getByText("You have no recovery codes left.")).toBeVisible();
  await expectAccessible(lena, "second factor, on, no codes left, required");
  await lena.getByRole("button", { name: "Sign out" }).click();
  await enterPassword(lena, "Lena");
  await expectAccessible(lena, "code");
  await enterCode(lena, "");
  await expect(problems(lena)).toBeVisible();
  await expectAccessible(lena, "code, with an error");
  await lena.goto("/sign-in");
  await lena.getByLabel("Email").fill("ann@example.org");
  await lena.getByLabel("Password").fill("the password of Ann");
  await lena.getByRole("button", { name: "Sign in" }).click();
  await expect(lena.getByText("Set yours up to go on.")).toBeVisible();
  await expectAccessible(lena, "second factor, for whoever must have one");
});

test("the record of a committed case as it is changed", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  for (const coder of [Ann, Bob]) await rateAndSubmit(coder, "2016-01", "3210000000000");
  await agreeEverything(Lena, "2016-01");
  await commit(Lena, "2016-01");
  const lena = await study.as("Lena");
  const save = lena.getByRole("button", { name: "Save", exact: true }).last();
  await lena.goto("/cases/2016-01/record/involvement");
  await lena.getByLabel("End").fill("31/2/2014");
  await save.click();
  await expect(problems(lena)).toBeVisible();
  await expectAccessible(lena, "periods, with errors");
  await lena.goto("/cases/2016-01/record/children");
  await lena.getByRole("button", { name: "Add another child" }).click();
  await expectAccessible(lena, "children, two rows");
  await lena.goto("/cases/2016-01/record/incident");
  await lena.getByLabel("Index incident type").selectOption("Sexual abuse");
  await lena.getByLabel("Why is it changed?").fill("Page 9");
  await save.click();
  await expect(lena.getByText("It is not stored yet.")).toBeVisible();
  await expectAccessible(lena, "what a change moves");
  await lena.getByRole("button", { name: "Confirm the change" }).click();
  await expect(lena.getByRole("heading", { name: "Record of case 2016-01" })).toBeVisible();
  await lena.goto("/cases/2016-01/record/history");
  await expectAccessible(lena, "history of a record, changed");
});
