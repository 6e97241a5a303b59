import type { Page } from "@playwright/test";
import { caseFor, passwordOf } from "@/db/fixtures";
import { getDraft } from "@/db/ratings/drafts";
import { withSecondFactor } from "@/db/sign-in/second-factor.fixtures";
import { expectAccessible } from "../accessible";
import { builtAnew } from "../altered-build";
import { comeBackTo, dialogOf, sessionsAre } from "../sign-in/idle";
import { enterCode, enterPassword } from "../sign-in/second-factor";
import { expect, type Study, test } from "../study";
import { levelOf, saveState } from "./rating";

test.use({ ownServer: true });

const saved = /^Saved \d\d:\d\d$/;

/** Ann rates a case, on a machine whose clock the test moves. */
async function annRates(study: Study, signsIn = () => study.as("Ann")) {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const ann = await signsIn();
  await ann.clock.install();
  await ann.goto("/cases/2016-01/rate");
  await levelOf(ann, "Neglect", "High").check();
  await expect(saveState(ann)).toHaveText(saved);
  const stored = async () => {
    const ratings = (await getDraft(Ann, "2016-01"))?.ratings;
    return [ratings?.neglect?.level, ratings?.neglect?.note, ratings?.emotional_abuse?.level];
  };
  return { ann, note: ann.getByLabel("Note for Neglect"), dialog: dialogOf(ann), stored };
}

test("two minutes without a connection lose nothing", async ({ study }) => {
  const { ann, note, stored } = await annRates(study);
  await ann.context().setOffline(true);
  await note.fill("Typed in a tunnel");
  await expect(saveState(ann)).toHaveText("Not saved: no connection, still trying");
  await ann.clock.runFor("02:00");
  await levelOf(ann, "Emotional abuse", "Low").check();
  await expect(saveState(ann)).toHaveText("Not saved: no connection, still trying");
  expect(await stored()).toEqual(["high", "", null]);
  await ann.context().setOffline(false);
  await expect(saveState(ann)).toHaveText(saved);
  await expect.poll(stored).toEqual(["high", "Typed in a tunnel", "low"]);
});

test("a laptop that sleeps until the session has ended loses nothing: one signs in again in place", async ({
  study,
}) => {
  const { ann, note, dialog, stored } = await annRates(study);
  const password = dialog.getByLabel("Password of ann@example.org");
  await ann.context().setOffline(true);
  await note.fill("Typed as the lid closed");
  sessionsAre(study.dataDir, { unusedFor: "45:00" });
  await ann.clock.fastForward("45:00");
  await expect(dialog).toHaveAccessibleName("You have been signed out");
  await expect(note).toBeHidden();

  await test.step("without a connection, and with a wrong password, it says so", async () => {
    await password.fill(passwordOf("Ann"));
    await dialog.getByRole("button", { name: "Sign in again" }).click();
    await expect(dialog.getByRole("alert")).toHaveText(
      "Concord could not be reached. Check the connection and try again.",
    );
    await ann.context().setOffline(false);
    await password.fill("not the password of Ann");
    await ann.keyboard.press("Enter");
    await expect(dialog.getByRole("alert")).toHaveText("This is not your password");
    await expectAccessible(ann, "covered, after a wrong password");
    await expect(note).toBeHidden();
  });

  await password.fill(passwordOf("Ann"));
  await ann.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(note).toHaveValue("Typed as the lid closed");
  await expect(saveState(ann)).toHaveText(saved);
  await expect.poll(stored).toEqual(["high", "Typed as the lid closed", null]);
});

test("wrong passwords on a covered page wait as they do on the sign-in page", async ({ study }) => {
  const { ann, dialog } = await annRates(study);
  sessionsAre(study.dataDir, { unusedFor: "31:00" });
  await comeBackTo(ann);
  for (let tries = 0; tries < 10; tries++) {
    await dialog.getByLabel("Password of ann@example.org").fill(`wrong ${tries}`);
    await ann.keyboard.press("Enter");
    await expect(dialog.getByRole("alert")).toHaveText("This is not your password");
  }
  await dialog.getByLabel("Password of ann@example.org").fill(passwordOf("Ann"));
  await ann.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toHaveText(
    "Too many wrong tries. Try again in 15 minutes",
  );
});

test("an expired session is told at the next save; with a second factor one signs in in a new tab", async ({
  study,
}) => {
  const { recovery } = await withSecondFactor(study.people.Ann);
  const signInWith = async (page: Page, code = "") => {
    await enterPassword(page, "Ann");
    await enterCode(page, code);
    await expect(page.getByRole("heading", { name: "Your work" })).toBeVisible();
  };
  const { ann, note, dialog, stored } = await annRates(study, async () => {
    const page = await study.stranger();
    await page.goto("/sign-in");
    await signInWith(page, recovery[0]);
    return page;
  });
  sessionsAre(study.dataDir, { unusedFor: "31:00" });
  await note.fill("Typed too late");
  await expect(saveState(ann)).toHaveText(/^You have been signed out\./);
  await ann.getByRole("button", { name: "Sign in again" }).click();
  await dialog.getByLabel("Password of ann@example.org").fill(passwordOf("Ann"));
  await ann.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("You have a second factor");

  const opening = ann.waitForEvent("popup");
  await dialog.getByRole("link", { name: "Sign in in a new tab instead" }).click();
  await signInWith(await opening, recovery[1]);
  await comeBackTo(ann);
  await expect(dialog).toBeHidden();
  await expect(saveState(ann)).toHaveText(saved);
  await expect.poll(stored).toEqual(["high", "Typed too late", null]);
});

test("a new build in place of the one that the page came from loses nothing", async ({ study }) => {
  const { ann, note, stored } = await annRates(study);
  await note.fill("Typed before, and");
  await study.redeploy(builtAnew());
  await note.fill("Typed before, and after");
  await expect.poll(stored).toEqual(["high", "Typed before, and after", null]);
  await expect(saveState(ann)).toHaveText(saved);
  await ann.getByRole("button", { name: "Save and come back later" }).click();
  await expect(ann.getByText("1 of 13 rated")).toBeVisible();
});
