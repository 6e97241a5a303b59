import { caseFor, must, rateAndSubmit } from "@/db/fixtures";
import { holdOpening } from "@/db/ratings/opening";
import { draftAgain, readAgain } from "@/db/second-look/second-look.fixtures";
import { problems, unfold } from "../page";
import { chooseLevels, levelOf, openSubmission, saveState } from "../rating/rating";
import { pdfFile } from "../rating/submission-files";
import { agreedLevel, openNotes, rowOf } from "../reconciling/reconciling";
import { expect, test as ofAStudy } from "../study";
import { picture, pictureOf } from "./camera";
import { test } from "./demonstration";

/* Not a test: `npm run pictures` takes these, for whoever wants to look at every page and state. */

test.setTimeout(600_000);

ofAStudy("the first run", async ({ concord }) => {
  const page = await concord.stranger();
  await pictureOf(page, "/first-run", "first-run");
});

test("signing in, and pages that are not there", async ({ demonstration }) => {
  const page = await demonstration.stranger();
  await pictureOf(page, "/sign-in", "sign-in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(problems(page)).toBeVisible();
  await picture(page, "sign-in-problems");
  const lead = await demonstration.as("lead");
  await pictureOf(lead, "/cases/2016-99", "not-found");
});

test("work and cases", async ({ demonstration }) => {
  const lead = await demonstration.as("lead");
  for (const [path, name] of [
    ["/", "work-lead"],
    ["/board?sample=2016", "board"],
    ["/board/replace", "replace"],
    ["/cases?sample=2016", "cases"],
    ["/cases/2016-04", "case-coding"],
    ["/cases/2016-05", "case-open"],
    ["/cases/2016-08", "case-reopened"],
    ["/cases/2015-01", "case-imported"],
    ["/cases/2015-01/reopen", "reopen"],
  ] as const)
    await pictureOf(lead, path, name);
  await lead.goto("/board?sample=2016");
  await lead.getByRole("button", { name: "Assign coders to all of them" }).click();
  for (const box of await lead.getByRole("checkbox").all()) await box.check();
  await lead.getByLabel("coders for each case").selectOption("3");
  await lead.getByRole("button", { name: "Show who gets what" }).click();
  await expect(lead.getByRole("heading", { name: "Who gets what" })).toBeVisible();
  await picture(lead, "assign");
  await lead.goto("/cases/2016-04");
  await unfold(lead, "Go on without a coder");
  await picture(lead, "case-go-on-without");
  await lead.goto("/cases/new");
  await picture(lead, "register");
  await lead.getByRole("button", { name: "Register the case" }).click();
  await expect(problems(lead)).toBeVisible();
  await picture(lead, "register-problems");
  const coder = await demonstration.as("coder2");
  await picture(coder, "work-coder");
  const analyst = await demonstration.as("analyst");
  await picture(analyst, "work-nothing");
});

test("rating", async ({ demonstration }) => {
  const lead = await demonstration.as("lead");
  await pictureOf(lead, "/cases/2016-01/rate", "rate-fresh");
  await lead.goto("/cases/2016-03/rate");
  await levelOf(lead, "Parental mental health", "High").check();
  await lead.getByLabel("Note for Parental mental health").fill("Page 7: two crisis contacts");
  await expect(saveState(lead)).toHaveText(/^Saved/);
  await picture(lead, "rate");
  const lines = [
    "4.1 The worker visited in May and",
    "found nobody at home.",
    "4.2 A letter was left.",
  ];
  await openSubmission(lead, pdfFile("Invented submission.pdf", [lines, lines]));
  await lead.getByRole("region", { name: "Text of" }).press("ArrowDown");
  await lead.getByRole("button", { name: "Use as evidence for" }).click();
  await picture(lead, "rate-submission");
  await lead.getByRole("button", { name: "Guidance" }).click();
  await expect(saveState(lead)).toHaveText(/^Saved/);
  await lead.getByRole("button", { name: "Submit ratings" }).click();
  await expect(problems(lead)).toBeVisible();
  await picture(lead, "rate-problems");
  await lead.context().setOffline(true);
  await levelOf(lead, "Neglect", "Low").check();
  await expect(saveState(lead)).toHaveText(/^Not saved/);
  await picture(lead, "rate-no-connection");
  await lead.context().setOffline(false);
  await expect(saveState(lead)).toHaveText(/^Saved/);
  await chooseLevels(lead, "2301312010200");
  await lead.getByRole("button", { name: "Submit ratings" }).click();
  await expect(lead.getByRole("heading", { name: "Check your ratings" })).toBeVisible();
  await picture(lead, "rate-check");
  await lead.getByRole("button", { name: "Confirm and submit" }).click();
  await expect(lead.getByRole("heading", { name: "Your ratings" })).toBeVisible();
  await picture(lead, "case-submitted");
});

test("reconciling", async ({ demonstration }) => {
  const lead = await demonstration.as("lead");
  await pictureOf(lead, "/cases/2016-05/reconcile", "reconcile");
  await agreedLevel(lead, "Sexual abuse", "High").check({ force: true });
  await lead.getByRole("button", { name: "Save Sexual abuse", exact: true }).click();
  await expect(lead.getByText("Enter a reason for Sexual abuse")).toBeVisible();
  await picture(lead, "reconcile-problems");
  await lead.goto("/cases/2016-07/reconcile");
  await openNotes(lead, "Neglect");
  await picture(lead, "reconcile-part");
  const coder = await demonstration.as("coder2");
  await pictureOf(coder, "/cases/2016-07/reconcile", "reconcile-coder");
  await lead.getByRole("button", { name: "Show names to everybody here" }).click();
  await expect(lead.getByRole("button", { name: "Hide names" })).toBeVisible();
  await pictureOf(lead, "/cases/2016-07/reconcile?show=undecided", "reconcile-undecided-first");
  await pictureOf(lead, "/cases/2016-08/reconcile/commit", "commit");
  await lead.getByRole("button", { name: "Confirm and commit" }).click();
  await expect(lead.getByRole("heading", { name: "In the dataset" })).toBeVisible();
  await picture(lead, "case-committed");
});

ofAStudy("a second look", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const lead = await study.as("Lena");
  await lead.goto("/cases/2016-01");
  await unfold(lead, "Second look before it opens");
  await picture(lead, "case-hold");
  must(await holdOpening(Lena, "2016-01"));
  await rateAndSubmit(Ann, "2016-01", "3210000000202", "Page 4");
  await rateAndSubmit(Bob, "2016-01", "1110000000000", "Page 9");
  await pictureOf(lead, "/cases/2016-01", "case-waiting");
  await lead.getByRole("button", { name: "Begin a second look" }).click();
  await expect(lead.getByRole("button", { name: "End it and open the case" })).toBeVisible();
  await picture(lead, "case-second-look");
  const coder = await study.as("Ann");
  await picture(coder, "work-read-again");
  await coder.goto("/cases/2016-01/second-look");
  await coder.getByText("What the codebook says").first().click();
  await picture(coder, "second-look");
  await coder.getByRole("button", { name: "Check your second look" }).click();
  await expect(problems(coder)).toBeVisible();
  await picture(coder, "second-look-problems");
  await draftAgain(Ann, "2016-01", { neglect: { level: "medium", note: "Page 6" } });
  await pictureOf(coder, "/cases/2016-01/second-look/check", "second-look-check");
  await coder.getByRole("button", { name: "Submit second look" }).click();
  await expect(coder.getByRole("heading", { name: "Your second look", exact: true })).toBeVisible();
  await picture(coder, "case-read-again");
  await readAgain(Bob, "2016-01", { neglect: { level: "medium", unsure: true } });
  await lead.goto("/cases/2016-01/reconcile");
  await openNotes(lead, "Neglect");
  await rowOf(lead, "Neglect").getByText("What the codebook says").click();
  await picture(lead, "reconcile-second-look");
});

test("what is committed, and accounts", async ({ demonstration }) => {
  const lead = await demonstration.as("lead");
  for (const path of [
    "/precedents",
    "/dataset",
    "/tables",
    "/export",
    "/codebook",
    "/settings",
    "/people",
    "/account",
  ])
    await pictureOf(lead, path, path.slice(1));
  await lead.getByRole("button", { name: "Change the password" }).click();
  await expect(problems(lead)).toBeVisible();
  await picture(lead, "account-problems");
  await lead.goto("/people");
  await lead.getByRole("link", { name: "Coder 2" }).click();
  await expect(lead.getByRole("heading", { name: "Coder 2" })).toBeVisible();
  await picture(lead, "person");
  await pictureOf(lead, "/account/second-factor", "second-factor");
});
