import { caseFor, rateAndSubmit } from "@/db/fixtures";
import { problems, unfold } from "../page";
import { levelOf, saveState } from "../rating/rating";
import { dialogOf, sessionsAre } from "../sign-in/idle";
import {
  appFor,
  beginSetUp,
  enterPassword,
  recoveryCodesOn,
  secondFactorPage,
} from "../sign-in/second-factor";
import { expect, test } from "../study";
import { picture, pictureOf } from "./camera";

/* Not a test: `npm run pictures` takes these, of what leads and coders do around a case. */

test.setTimeout(600_000);

test("the board, with late cases and a coder who left", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await caseFor(Lena, "2016-02", []);
  const lead = await study.as("Lena");
  await lead.goto("/board");
  await unfold(lead, "Change the days to rate");
  await lead.getByLabel("Days to rate").fill("soon");
  await lead.getByRole("button", { name: "Save the days to rate" }).click();
  await expect(problems(lead)).toBeVisible();
  await picture(lead, "board-problems");
  await pictureOf(lead, "/board?stage=committed", "board-none");
  await lead.goto("/board/replace");
  await lead.getByRole("button", { name: "Show who gets what" }).click();
  await expect(problems(lead)).toBeVisible();
  await picture(lead, "replace-problems");
  await lead.getByLabel("Who left?").selectOption("Ann, 1 to rate");
  await lead.getByLabel("Cy", { exact: true }).check();
  await lead.getByRole("button", { name: "Show who gets what" }).click();
  await expect(lead.getByRole("row", { name: "2016-01" })).toContainText("Cy");
  await picture(lead, "replace-chosen");
});

test("handing a case back, and the keys", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-01", "1210000000200", "Page 4");
  const coder = await study.as("Bob");
  const other = await study.as("Ann");
  await other.goto("/cases/2016-01");
  await picture(other, "case-submitted-first");
  await coder.goto("/cases/2016-01/rate");
  await levelOf(coder, "Neglect", "High").check();
  await expect(saveState(coder)).toHaveText(/^Saved/);
  await coder.getByRole("button", { name: "Keys ?" }).click();
  await expect(coder.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await picture(coder, "rate-keys");
  await coder.keyboard.press("Escape");
  await coder.getByRole("button", { name: "Criteria" }).click();
  await picture(coder, "rate-criteria");
  await pictureOf(coder, "/cases/2016-01/hand-back", "hand-back");
  await coder.getByRole("button", { name: "Hand the case back" }).click();
  await expect(coder.getByText("Nothing is waiting for you.")).toBeVisible();
  await pictureOf(await study.as("Lena"), "/cases/2016-01", "case-needs-a-coder");
});

test("a session that ends", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const coder = await study.as("Ann");
  await coder.clock.install();
  await coder.goto("/cases/2016-01/rate");
  await levelOf(coder, "Neglect", "High").check();
  await expect(saveState(coder)).toHaveText(/^Saved/);
  sessionsAre(study.dataDir, { unusedFor: "28:00" });
  await coder.clock.fastForward("27:00");
  await expect(dialogOf(coder)).toHaveAccessibleName("You will be signed out in 2 minutes");
  await picture(coder, "session-warning");
  sessionsAre(study.dataDir, { unusedFor: "31:00" });
  await coder.clock.fastForward("03:00");
  await expect(dialogOf(coder)).toHaveAccessibleName("You have been signed out");
  await picture(coder, "session-ended");
});

test("a second factor", async ({ study }) => {
  const coder = await study.as("Ann");
  await coder.goto(secondFactorPage);
  await beginSetUp(coder, "Ann");
  await coder.getByRole("button", { name: "Turn it on" }).click();
  await expect(problems(coder)).toBeVisible();
  await picture(coder, "second-factor-set-up");
  await coder.reload();
  const app = await appFor(coder);
  await coder.getByLabel("Code", { exact: true }).fill(app());
  await coder.getByRole("button", { name: "Turn it on" }).click();
  await recoveryCodesOn(coder);
  await picture(coder, "second-factor-codes");
  await pictureOf(coder, secondFactorPage, "second-factor-on");
  const stranger = await study.stranger();
  await stranger.goto("/sign-in");
  await enterPassword(stranger, "Ann");
  await picture(stranger, "sign-in-code");
});
