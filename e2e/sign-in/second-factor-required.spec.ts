import type { Page } from "@playwright/test";
import { caseFor, pastTheProgram } from "@/db/fixtures";
import { commandLineViewer } from "@/db/people/people";
import { requireSecondFactor } from "@/db/sign-in/second-factor";
import { withSecondFactor } from "@/db/sign-in/second-factor.fixtures";
import { actionsOfBuild, routesOfBuild } from "../built";
import { callAction, formOf } from "../calling";
import { problems } from "../page";
import { levelOf, saveState } from "../rating/rating";
import { expect, type Study, test } from "../study";
import { comeBackTo } from "./idle";
import {
  enterCode,
  enterPassword,
  longAfter,
  secondFactorPage,
  sendPassword,
  setUp,
} from "./second-factor";

test.use({ ownServer: true });

const setUpButton = (page: Page) => page.getByRole("button", { name: "Set up a second factor" });
const requireOfAll = () => requireSecondFactor(commandLineViewer(), true);

test("an admin requires a second factor of everyone", ({ study }) => requiring(study));
test("the same without scripts", { tag: "@nojs" }, ({ study }) => requiring(study));

async function requiring(study: Study): Promise<void> {
  const [lena, ann] = [await study.as("Lena"), await study.as("Ann")];
  await lena.goto("/people");
  const yes = lena.getByRole("radio", { name: "Yes" });
  await expect(lena.getByText("Each person decides whether they also")).toBeVisible();

  await test.step("only an admin who has one themselves", async () => {
    await yes.check();
    await lena.getByRole("button", { name: "Save" }).click();
    const group = lena.getByRole("group", { name: "Must everyone have a second factor?" });
    await expect(group).toHaveAccessibleDescription(/Error: Set up a second factor for yourself/);
    await expect(yes).toBeChecked();
    await lena.goto(secondFactorPage);
    await setUp(lena, "Lena");
    await lena.goto("/people");
    await yes.check();
    await lena.getByRole("button", { name: "Save" }).click();
    await expect(lena.getByText("Everyone must sign in with a password and a code")).toBeVisible();
    await expect(yes).toBeChecked();
    await expect(lena.getByRole("row", { name: /^Lena .* Set up$/ })).toBeVisible();
    await expect(lena.getByRole("row", { name: /^Ann .* None$/ })).toBeVisible();
  });

  await test.step("a colleague signed in from before is led to set one up, then works", async () => {
    await ann.getByRole("link", { name: "Codebook" }).click();
    await expect(ann.getByText("Set yours up to go on.")).toBeVisible();
    expect(ann.url()).toBe(study.url + secondFactorPage);
    await expect(ann.getByRole("banner").getByRole("link")).toHaveText(["Concord"]);
    await setUp(ann, "Ann");
    await ann.getByRole("link", { name: "I have kept them: go to your work" }).click();
    await expect(ann.getByRole("heading", { name: "Your work" })).toBeVisible();
  });

  await test.step("nobody removes their own now", async () => {
    await ann.goto(`${secondFactorPage}/remove`);
    await expect(ann.getByText("so you cannot remove yours.")).toBeVisible();
    await expect(ann.getByRole("link", { name: "Remove the second factor" })).toHaveCount(0);
  });

  await test.step("an admin removes one that was lost, and it is set up anew", async () => {
    await lena.getByRole("link", { name: "Ann", exact: true }).click();
    await lena.getByRole("button", { name: "Remove the second factor" }).click();
    await expect(lena.getByText("Ann has none.")).toBeVisible();
    await ann.goto("/");
    await sendPassword(ann, "Ann");
    await expect(setUpButton(ann)).toBeVisible();
  });
}

test("whoever must set one up first can open no other page", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Lena, Ann, Bob]);
  const lena = await study.as("Lena");
  const opened = async () => {
    const answers: string[] = [];
    for (const path of [...pages(Lena.id), "/export/agreed-ratings.csv"]) {
      const answer = await lena.request.get(path, { maxRedirects: 0 });
      answers.push(`${path} ${answer.status()} ${answer.headers().location ?? ""}`.trim());
    }
    return answers.filter((line) => !line.endsWith(`307 ${secondFactorPage}`));
  };
  expect(await opened()).toContain("/export/agreed-ratings.csv 200");
  await requireOfAll();
  expect(await opened()).toEqual([
    `${secondFactorPage} 200`,
    "/first-run 404",
    "/sign-in 307 /",
    "/sign-in/code 307 /",
  ]);
});

/** The address of every page of ours, as it is for a case and a person. */
function pages(personId: string): string[] {
  return routesOfBuild()
    .filter(({ kind, pattern }) => kind === "page" && !pattern.startsWith("/_"))
    .map(({ pattern }) => pattern.replace("[reference]", "2016-01").replace("[id]", personId));
}

test("whoever must set one up first can do nothing else, but sign out", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Lena, Ann, Bob]);
  const lena = await study.as("Lena");
  const untouched = { problems: [], values: {} };
  const newCase = formOf({
    reference: "2016-02",
    sample: "2016",
    caseType: "public_s31",
    incidentType: "neglect_fatal",
  });
  const calls: [name: string, path: string, args: readonly unknown[]][] = [
    ["registerCaseAction", "/cases/new", [untouched, newCase]],
    ["changeAccountAction", `/people/${Ann.id}`, [Ann.id, untouched, formOf({ active: "no" })]],
    ["requireSecondFactorAction", "/people", [untouched, formOf({ required: "no" })]],
    ["removeSecondFactorAction", secondFactorPage, [untouched, formOf({ password: "x" })]],
    ["renewRecoveryCodesAction", secondFactorPage, [untouched, formOf({ password: "x" })]],
  ];
  const call = async ([name, path, args]: (typeof calls)[number]) => {
    const action = actionsOfBuild().find((one) => one.name === name);
    if (!action) throw new Error(`There is no ${name}`);
    return (await callAction(lena.request, study.url, path, action, args)).text();
  };
  const entries = () =>
    pastTheProgram(study.dataDir, (db) => db.prepare("select count(*) from audit_entries").get());

  await requireOfAll();
  const before = entries();
  for (const one of calls) {
    expect(await call(one), one[0]).toContain("Everyone must have a second factor now");
    expect(entries(), one[0]).toEqual(before);
  }

  await test.step("what was typed on a page that was open stays, and is saved afterwards", async () => {
    await requireSecondFactor(commandLineViewer(), false);
    await lena.goto("/cases/2016-01/rate");
    await requireOfAll();
    await levelOf(lena, "Neglect", "High").check();
    await expect(saveState(lena)).toHaveText(
      "Everyone must have a second factor now. What you typed is still here, and is saved when you have set yours up.",
    );
    await lena.getByRole("button", { name: "Submit ratings" }).click();
    await expect(problems(lena)).toContainText("What you typed is still here: set yours up");
    const opening = lena.waitForEvent("popup");
    await lena.getByRole("link", { name: "Set it up in a new tab" }).click();
    const beside = await opening;
    await setUp(beside, "Lena");
    await beside.close();
    await comeBackTo(lena);
    await expect(saveState(lena)).toHaveText(/^Saved /);
    await lena.getByRole("button", { name: "Save and come back later" }).click();
    await expect(lena.getByText("1 of 13 rated")).toBeVisible();
  });

  await test.step("the same call goes through for whoever has one", async () => {
    expect(await call(calls[0] as (typeof calls)[number])).not.toContain("Everyone must");
    await lena.goto("/cases/2016-02");
    await expect(lena.getByRole("heading", { name: "Case 2016-02" })).toBeVisible();
  });

  await test.step("signing out ends the session of whoever has none, too", async () => {
    const ann = await study.stranger();
    await ann.goto("/sign-in");
    await sendPassword(ann, "Ann");
    await expect(setUpButton(ann)).toBeVisible();
    const kept = await ann.context().cookies();
    await ann.getByRole("button", { name: "Sign out" }).click();
    await expect(ann.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await ann.context().addCookies(kept);
    await ann.goto(secondFactorPage);
    await expect(ann.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });

  await test.step("signing in again in another tab ends it, too", async () => {
    const bob = await study.stranger();
    const beside = await bob.context().newPage();
    for (const tab of [bob, beside]) await tab.goto("/sign-in");
    await sendPassword(bob, "Bob");
    await expect(setUpButton(bob)).toBeVisible();
    const kept = await bob.context().cookies();
    await sendPassword(beside, "Bob");
    await expect(setUpButton(beside)).toBeVisible();
    await bob.context().addCookies(kept);
    await bob.goto(secondFactorPage);
    await expect(bob.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
});

test("the password alone opens no page to whoever has a second factor", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const { app } = await withSecondFactor(Ann);
  longAfter(study);
  const ann = await study.stranger();
  await ann.goto("/cases/2016-01/rate");
  await enterPassword(ann, "Ann");
  const ticket = (await ann.context().cookies()).find((one) => one.name === "concord.ticket");
  expect(ticket).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  for (const path of [...pages(Ann.id), "/export/agreed-ratings.csv"]) {
    const answer = await ann.request.get(path, { maxRedirects: 0 });
    const { location = "" } = answer.headers();
    const kind = location.startsWith("/api/auth/signin?") ? "sign in" : answer.status();
    expect(kind, path).toBe(withoutSigningIn[path] ?? "sign in");
  }
  await enterCode(ann, app());
  await expect(ann.getByRole("heading", { name: "Rate case 2016-01" })).toBeVisible();
  expect(ann.url()).toBe(`${study.url}/cases/2016-01/rate`);
});

const withoutSigningIn: Readonly<Record<string, number>> = {
  "/first-run": 404,
  "/sign-in": 200,
  "/sign-in/code": 200,
};

test("the code never leads to another site", async ({ study }) => {
  const { app } = await withSecondFactor(study.people.Ann);
  for (const elsewhere of ["https://evil.example/", "//evil.example/", "/\\evil.example"]) {
    longAfter(study);
    const page = await study.stranger();
    const callbackUrl = encodeURIComponent(elsewhere);
    await page.goto(`/api/auth/signin?callbackUrl=${callbackUrl}`);
    await page.goto(`/sign-in?callbackUrl=${callbackUrl}`);
    await enterPassword(page, "Ann");
    await page.goto(`/sign-in/code?callbackUrl=${callbackUrl}`);
    await enterCode(page, app());
    await expect(page.getByLabel("Code", { exact: true })).toHaveCount(0);
    expect(new URL(page.url()).origin, elsewhere).toBe(study.url);
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "Your work" })).toBeVisible();
  }
});
