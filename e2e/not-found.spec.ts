import { caseFor, rateAndSubmit } from "@/db/fixtures";
import { expect, test } from "./study";

test("who has submitted is led from the rating page to the case, where their ratings are", async ({
  study,
}) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-01", "3210000000000");
  const ann = await study.as("Ann");
  for (const page of ["/cases/2016-01/rate", "/cases/2016-01/rate/check"]) {
    await ann.goto(page);
    await expect(ann).toHaveURL(/\/cases\/2016-01$/);
    await expect(ann).toHaveTitle("Case 2016-01 – Concord");
    await expect(ann.getByRole("heading", { name: "Your ratings", exact: true })).toBeVisible();
  }
  const bob = await study.as("Bob");
  await bob.goto("/cases/2016-01/rate");
  await expect(bob).toHaveTitle("Rate case 2016-01 – Concord");
});

test("a page that is not there says so in its title, also at an address of a case", async ({
  study,
}) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Lena, Bob]);
  await caseFor(Lena, "2016-02", [Ann, Bob]);
  const ann = await study.as("Ann");
  for (const page of [
    "/audit",
    "/cases/9999-99",
    "/cases/2016-01",
    "/cases/2016-01/rate",
    "/cases/2016-01/reconcile",
    "/cases/2016-02/reconcile",
    "/cases/2016-02/record/nothing",
    "/cases/2016-02/second-look",
    "/cases/2016-02/reopen",
  ]) {
    const answer = await ann.goto(page);
    expect(answer?.status(), page).toBe(404);
    await expect(ann, page).toHaveTitle("Page not found – Concord");
    await expect(ann.getByRole("heading", { level: 1 }), page).toHaveText("Page not found");
    await expect(ann.getByRole("link", { name: "your work" })).toBeVisible();
  }

  const stranger = await study.stranger();
  await stranger.goto("/audit");
  await expect(stranger).toHaveTitle("Page not found – Concord");
});
