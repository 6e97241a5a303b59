import { getCase } from "@/db/cases/cases";
import { caseFor, rateAndSubmit } from "@/db/fixtures";
import type { Viewer } from "@/db/people/people";
import { getDraft } from "@/db/ratings/drafts";
import { problems, unfold } from "../page";
import { expect, signIn } from "../study";
import { levelOf, saveState, test } from "./rating";

const saved = /^Saved \d\d:\d\d$/;
const notFound = { name: "Page not found" };

/** What is stored of Neglect and Emotional abuse. A save can bring a part, and the next the rest. */
async function stored(coder: Viewer) {
  const ratings = (await getDraft(coder, "2016-01"))?.ratings;
  return [ratings?.neglect?.level, ratings?.neglect?.note, ratings?.emotional_abuse?.level];
}

test("a draft is saved while the coder works, and after the connection comes back", async ({
  ann,
  study,
}) => {
  const { Ann } = study.people;
  const note = ann.getByLabel("Note for Neglect");

  await test.step("soon after a change, without being asked", async () => {
    await levelOf(ann, "Neglect", "High").check();
    await expect(saveState(ann)).toHaveText(saved, { timeout: 4_000 });
    await note.fill("Page 4");
    await expect.poll(() => stored(Ann)).toEqual(["high", "Page 4", null]);
  });

  await test.step("without a connection it says so, and saves when it is back", async () => {
    await ann.context().setOffline(true);
    await note.fill("Page 4, typed in a tunnel");
    await levelOf(ann, "Emotional abuse", "Low").check();
    await expect(saveState(ann)).toHaveText("Not saved: no connection, still trying");
    await expect(note).toHaveValue("Page 4, typed in a tunnel");
    expect((await getDraft(Ann, "2016-01"))?.ratings.neglect?.note).toBe("Page 4");
    await ann.context().setOffline(false);
    await expect(saveState(ann)).toHaveText(saved);
    await expect.poll(() => stored(Ann)).toEqual(["high", "Page 4, typed in a tunnel", "low"]);
  });

  await test.step("submitting without a connection loses nothing either", async () => {
    await ann.context().setOffline(true);
    await ann.getByRole("button", { name: "Submit ratings" }).click();
    await expect(problems(ann)).toContainText("This could not be sent.");
    await expect(note).toHaveValue("Page 4, typed in a tunnel");
    await ann.context().setOffline(false);
    await ann.getByRole("button", { name: "Submit ratings" }).click();
    await expect(problems(ann).getByRole("link")).toHaveCount(11);
  });
});

test("who is signed out in another tab keeps what they typed, and saves after signing in", async ({
  ann,
  study,
}) => {
  const { Ann } = study.people;
  const other = await study.tabBeside(ann);
  const note = ann.getByLabel("Note for Neglect");
  await other.goto("/");
  await other.getByRole("button", { name: "Sign out" }).click();
  await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await levelOf(ann, "Neglect", "High").check();
  await note.fill("Typed after the session ended");
  await expect(saveState(ann)).toHaveText(
    "You have been signed out. What you typed is still here, and is saved when you have signed in again.",
  );
  await ann.getByRole("button", { name: "Submit ratings" }).click();
  await expect(problems(ann)).toContainText("You have been signed out.");
  await expect(note).toHaveValue("Typed after the session ended");
  expect((await getDraft(Ann, "2016-01"))?.revision).toBe(0);

  await signIn(other, "Ann");
  await levelOf(ann, "Emotional abuse", "Low").check();
  await expect(saveState(ann)).toHaveText(saved);
  await expect.poll(() => stored(Ann)).toEqual(["high", "Typed after the session ended", "low"]);
});

test("a submission is taken back until the case opens; who joins later closes it again", async ({
  study,
}) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-01", "3210000000000", "Page 9");
  const ann = await study.as("Ann");
  const lena = await study.as("Lena");

  await test.step("Ann takes hers back and finds the draft as she left it", async () => {
    await ann.goto("/cases/2016-01");
    await ann.getByRole("button", { name: "Take your submission back" }).click();
    await expect(ann.getByRole("heading", { name: "Rate case 2016-01" })).toBeVisible();
    await expect(levelOf(ann, "Neglect", "High")).toBeChecked();
    await expect(ann.getByLabel("Note for Neglect")).toHaveValue("Page 9");
    await ann.getByRole("button", { name: "Submit ratings" }).click();
    await ann.getByRole("button", { name: "Confirm and submit" }).click();
    await expect(ann.getByRole("heading", { name: "Case 2016-01", exact: true })).toBeVisible();
  });

  await test.step("once Bob has submitted too, nobody can take theirs back", async () => {
    await rateAndSubmit(Bob, "2016-01", "1210000000000");
    await ann.reload();
    await expect(ann.getByRole("link", { name: "Reconcile" })).toBeVisible();
    await expect(ann.getByRole("button", { name: "Take your submission back" })).toHaveCount(0);
  });

  await test.step("Cy joins, and the case closes for the others", async () => {
    await lena.goto("/cases/2016-01");
    await unfold(lena, "Assign another coder");
    await lena.getByLabel("Cy").check();
    await lena.getByRole("button", { name: "Assign" }).click();
    await expect(lena.getByText("Not submitted yet")).toHaveCount(1);
    for (const page of [ann, lena]) {
      await page.goto("/cases/2016-01/reconcile");
      await expect(page.getByRole("heading", notFound)).toBeVisible();
    }
  });

  await test.step("the lead goes on without Cy, for a reason, and it opens", async () => {
    await lena.goto("/cases/2016-01");
    await unfold(lena, "Go on without a coder");
    await lena.getByLabel("Cy").check();
    await lena.getByRole("button", { name: "Go on without them" }).click();
    await expect(problems(lena)).toContainText("Enter a reason for going on without Cy");
    expect((await getCase(Lena, "2016-01"))?.coders).toHaveLength(3);
    await lena.getByLabel("Reason").fill("Cy has left the team");
    await lena.getByRole("button", { name: "Go on without them" }).click();
    await expect(lena.getByText("Reason: Cy has left the team")).toBeVisible();
    await ann.goto("/cases/2016-01/reconcile");
    await expect(ann.getByRole("heading", { name: "Reconcile case 2016-01" })).toBeVisible();
  });
});
