import type { Page } from "@playwright/test";
import { agreeEverything, caseFor, commit, rateAndSubmit } from "@/db/fixtures";
import { chooseLevels } from "../rating/rating";
import { agree } from "../reconciling/reconciling";
import { expect, test } from "../study";
import { keptBy, nothing } from "./kept";

const note = "Two broken ribs, seen on page 4";
// “Other” stays at 0, which needs no description.
const allLow = "1111111111200";

// A page, a file of the build, what Next asks with, or an export of all cases; anything else behind
// a ? would be ours.
function saysMore(address: string): boolean {
  const { pathname, search } = new URL(address);
  if (pathname === "/icon.svg") return !/^\?icon\.\w+\.svg$/.test(search);
  const path = pathname.startsWith("/_next/static/") ? "/" : pathname;
  return !/^[a-z0-9/.-]*$/.test(path) || !/^(\?_rsc=\w+|\?dpl=\w+|\?references=|)$/.test(search);
}

/** Follows a page: each step says where it leads, and leaves nothing in the browser. */
function follow(page: Page) {
  const asked: string[] = [];
  const seen: string[] = [];
  page.on("request", (request) => asked.push(decodeURIComponent(request.url())));
  return {
    asked,
    seen,
    /** To be called where the page has its heading, and so is there. */
    async look(heading: string) {
      await expect(
        page.getByRole("heading", { name: heading, level: 1, exact: true }),
      ).toBeVisible();
      await expect(page).toHaveTitle(/ – Concord$/);
      expect(await keptBy(page), heading).toEqual(nothing);
      const state: string = await page.evaluate(() => JSON.stringify(window.history.state));
      expect(state, heading).not.toContain(note);
      const { pathname, search, hash } = new URL(page.url());
      seen.push(`${pathname}${search}${hash} ${await page.title()}`);
    },
  };
}

test("rating leaves nothing in the browser, and only the reference in titles and addresses", async ({
  study,
}) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const ann = await study.as("Ann");
  const steps = follow(ann);
  await steps.look("Your work");
  await ann.goto("/cases/2016-01/rate");
  await ann.getByLabel("Note for Neglect").fill(note);
  await steps.look("Rate case 2016-01");
  await chooseLevels(ann, allLow);
  await ann.getByRole("button", { name: "Submit ratings" }).click();
  await steps.look("Check your ratings of case 2016-01");
  await ann.getByRole("button", { name: "Confirm and submit" }).click();
  await steps.look("Case 2016-01");
  expect(steps.seen).toEqual([
    "/ Your work – Concord",
    "/cases/2016-01/rate Rate case 2016-01 – Concord",
    "/cases/2016-01/rate/check Check your ratings of case 2016-01 – Concord",
    "/cases/2016-01 Case 2016-01 – Concord",
  ]);
  expect(steps.asked.filter(saysMore)).toEqual([]);
});

test("reconciling, committing and reading leave nothing in the browser either", async ({
  study,
}) => {
  const { Lena, Ann, Bob, Dora } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await caseFor(Lena, "2016-02", [Ann, Bob]);
  for (const reference of ["2016-01", "2016-02"]) {
    await rateAndSubmit(Ann, reference, "3000000000000", note);
    await rateAndSubmit(Bob, reference, "1000000000000", note);
  }
  await agreeEverything(Lena, "2016-02");
  await commit(Lena, "2016-02");
  const lena = await study.as("Lena");
  const steps = follow(lena);
  await lena.goto("/cases/2016-01/reconcile");
  await lena.getByRole("button", { name: "Accept all the same" }).click();
  await agree(lena, "Neglect", "Medium", note);
  await expect(lena.getByText("Neglect saved")).toBeVisible();
  await steps.look("Reconcile case 2016-01");
  await lena.getByRole("button", { name: "Commit to the dataset" }).click();
  await steps.look("Check case 2016-01 before you commit it");
  await lena.getByRole("button", { name: "Confirm and commit" }).click();
  await steps.look("Case 2016-01");
  await lena.getByRole("link", { name: "Dataset", exact: true }).click();
  await steps.look("Dataset");
  await lena.getByRole("link", { name: "Tables", exact: true }).click();
  await steps.look("Tables");
  await lena.getByRole("link", { name: "Export", exact: true }).click();
  await steps.look("Export");
  const download = lena.waitForEvent("download");
  await lena.getByRole("button", { name: "Download agreed-ratings.csv" }).click();
  expect((await download).suggestedFilename()).toMatch(
    /^agreed-ratings_not-for-publication_\d{4}-\d\d-\d\d_[A-Z][a-z]+\.csv$/,
  );
  await steps.look("Export");
  await lena.getByRole("link", { name: "People", exact: true }).click();
  await steps.look("People");
  await lena.getByRole("link", { name: "Dora" }).click();
  await steps.look("Dora");
  expect(steps.seen).toEqual([
    "/cases/2016-01/reconcile Reconcile case 2016-01 – Concord",
    "/cases/2016-01/reconcile/commit Commit case 2016-01 – Concord",
    "/cases/2016-01 Case 2016-01 – Concord",
    "/dataset Dataset – Concord",
    "/tables Tables – Concord",
    "/export Export – Concord",
    "/export Export – Concord",
    "/people People – Concord",
    `/people/${Dora.id} Change an account – Concord`,
  ]);
  expect(steps.asked.filter(saysMore)).toEqual([]);
});
