import { caseFor, rateAndSubmit } from "@/db/fixtures";
import { getDraft } from "@/db/ratings/drafts";
import { expectAccessible } from "../accessible";
import { levelOf, saveState } from "../rating/rating";
import { agreedLevel, openNotes, rowOf } from "../reconciling/reconciling";
import { expect, type Study, signIn, test } from "../study";
import { comeBackTo, dialogOf, lastUse, quiet, sessionsAre, watchesItsSession } from "./idle";

const ratePage = "/cases/2016-01/rate";

/** Ann rates a case, on a machine whose clock the test moves. */
async function annRates(study: Study) {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const ann = await study.as("Ann");
  await ann.clock.install();
  await ann.goto(ratePage);
  await levelOf(ann, "Neglect", "High").check();
  await expect(saveState(ann)).toHaveText(/^Saved/);
  return { ann, note: ann.getByLabel("Note for Neglect"), warning: dialogOf(ann) };
}

test("two minutes before a session ends, the page says so, and one key keeps it", async ({
  study,
}) => {
  const { ann, note, warning } = await annRates(study);
  await note.focus();
  sessionsAre(study.dataDir, { unusedFor: "28:00" });
  await ann.clock.fastForward("27:00");
  await expect(warning).toHaveAccessibleName("You will be signed out in 2 minutes");
  await expect(warning).toHaveAccessibleDescription(/^Nothing has happened here for a while\./);
  await expect(warning.getByRole("button", { name: "Stay signed in" })).toBeFocused();
  await ann.keyboard.press("Tab");
  await expect(warning.getByRole("button", { name: "Sign out" })).toBeFocused();
  await expectAccessible(ann, "warning");

  const before = lastUse(study.dataDir);
  await ann.keyboard.press("Escape");
  await expect(warning).toBeHidden();
  await expect(note).toBeFocused();
  await expect.poll(() => lastUse(study.dataDir)).not.toBe(before);
});

test("the time left is told again at one minute and at twenty seconds; then the page is covered", async ({
  study,
}) => {
  const { ann, warning } = await annRates(study);
  for (const [unusedFor, passes, told] of [
    ["28:00", "27:00", "You will be signed out in 2 minutes"],
    ["29:00", "01:00", "You will be signed out in 1 minute"],
    ["29:41", "00:41", "You will be signed out in 20 seconds"],
    ["30:01", "00:20", "You have been signed out"],
  ] as const) {
    sessionsAre(study.dataDir, { unusedFor });
    await ann.clock.fastForward(passes);
    await expect(warning).toHaveAccessibleName(told);
  }
  await expect(warning.getByLabel("Password of ann@example.org")).toBeFocused();
  await expect(ann.getByText("2016-01")).toBeHidden();
  await expect(ann.getByLabel("Note for Neglect")).toBeHidden();
  await expectAccessible(ann, "covered");
  await ann.keyboard.press("Escape");
  await ann.keyboard.press("Escape");
  await expect(warning).toBeVisible();
  await expect(ann.locator("main").getByText("2016-01")).toBeHidden();
});

test("after signing in again in a new tab, all that was typed is there and is saved", async ({
  study,
}) => {
  const { ann, note, warning } = await annRates(study);
  sessionsAre(study.dataDir, { unusedFor: "31:00" });
  await note.fill("Page 4, typed too late");
  await expect(saveState(ann)).toHaveText(/^You have been signed out\./);
  await comeBackTo(ann);
  await expect(warning).toHaveAccessibleName("You have been signed out");
  await expect(note).toBeHidden();

  const opening = ann.waitForEvent("popup");
  await warning.getByRole("link", { name: "Sign in in a new tab instead" }).click();
  await signIn(await opening, "Ann");
  await comeBackTo(ann);
  await expect(warning).toBeHidden();
  await expect(note).toBeFocused();
  await expect(note).toHaveValue("Page 4, typed too late");
  await expect(saveState(ann)).toHaveText(/^Saved/);
  const draft = await getDraft(study.people.Ann, "2016-01");
  expect(draft?.ratings.neglect).toMatchObject({ level: "high", note: "Page 4, typed too late" });
});

test("a form on the reconciliation page keeps what was typed, and is sent after signing in", async ({
  study,
}) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-02", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-02", "3000000000000");
  await rateAndSubmit(Bob, "2016-02", "1000000000000");
  const lena = await study.as("Lena");
  await lena.goto("/cases/2016-02/reconcile");
  await openNotes(lena, "Neglect");
  await agreedLevel(lena, "Neglect", "Medium").check({ force: true });
  await rowOf(lena, "Neglect").getByLabel("Reason").fill("Page 4 shows lapses");
  sessionsAre(study.dataDir, { unusedFor: "31:00" });
  await rowOf(lena, "Neglect").getByRole("button", { name: "Save Neglect" }).click();
  await expect(rowOf(lena, "Neglect")).toContainText("You have been signed out.");
  await comeBackTo(lena);
  await expect(dialogOf(lena)).toHaveAccessibleName("You have been signed out");

  await signIn(await study.tabBeside(lena), "Lena");
  await comeBackTo(lena);
  await expect(rowOf(lena, "Neglect").getByLabel("Reason")).toHaveValue("Page 4 shows lapses");
  await rowOf(lena, "Neglect").getByRole("button", { name: "Save Neglect" }).click();
  await expect(rowOf(lena, "Neglect").getByRole("status")).toHaveText("Neglect saved");
});

test("to somebody else who signs in, the page stays covered", async ({ study }) => {
  const { ann, note, warning } = await annRates(study);
  await note.fill("Page 4, for Ann alone");
  await expect(saveState(ann)).toHaveText(/^Saved/);
  sessionsAre(study.dataDir, { unusedFor: "31:00" });
  await comeBackTo(ann);
  const beside = await study.tabBeside(ann);
  await signIn(beside, "Bob");
  await comeBackTo(ann);
  await expect(warning).toHaveAccessibleName("Somebody else is signed in here now");
  await expect(ann.locator("main").getByText("2016-01")).toBeHidden();
  await expect(note).toBeHidden();
  await expectAccessible(ann, "covered, somebody else");

  await warning.getByRole("button", { name: "load the page anew" }).click();
  await expect(ann.getByRole("link", { name: "Bob" })).toBeVisible();
  await expect(note).toHaveValue("");
});

test("a machine that slept shows nothing when it wakes up", async ({ study }) => {
  const { ann, note, warning } = await annRates(study);
  sessionsAre(study.dataDir, { unusedFor: "300:00" });
  await ann.clock.setSystemTime(Date.now() + 300 * 60_000);
  await ann.context().setOffline(true);
  await comeBackTo(ann);
  await expect(warning).toHaveAccessibleName("You have been signed out");
  await expect(note).toBeHidden();
  await ann.context().setOffline(false);
  await expect(warning).toHaveAccessibleName("You have been signed out");
});

test("work in another tab keeps a session, and its pages, going", async ({ study }) => {
  const { ann, warning } = await annRates(study);
  await (await study.tabBeside(ann)).goto("/cases");
  const asking = ann.waitForResponse(`${study.url}/session`);
  await ann.clock.fastForward("27:00");
  await (await asking).finished();
  await expect(levelOf(ann, "Neglect", "High")).toBeVisible();
  await expect(warning).toBeHidden();
});

test("nothing that a page does by itself keeps a session going", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Lena, Ann, Bob]);
  await caseFor(Lena, "2016-02", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-02", "3000000000000");
  await rateAndSubmit(Bob, "2016-02", "1000000000000");
  const lena = await study.as("Lena");
  await lena.clock.install();
  for (const path of ["/", ratePage, "/cases/2016-02/reconcile", "/dataset", "/people"]) {
    await lena.goto(path);
    await quiet(lena, path);
    sessionsAre(study.dataDir, { unusedFor: "01:00" });
    await watchesItsSession(lena);
    const requests: string[] = [];
    // The browser fetches the icon of the site when it likes, and listens to a room anew when it
    // was cut off; neither is use of a session.
    lena.on("request", (request) => {
      if (/^\/icon\.svg$|\/events$/.test(new URL(request.url()).pathname)) return;
      requests.push(`${request.method()} ${request.url()}`);
    });
    sessionsAre(study.dataDir, { unusedFor: "28:00" });
    const before = lastUse(study.dataDir);
    await lena.clock.runFor("26:30");
    expect(requests, path).toEqual([]);
    await lena.clock.runFor("00:30");
    await expect(dialogOf(lena)).toHaveAccessibleName("You will be signed out in 2 minutes");
    expect(requests, path).toEqual([`GET ${study.url}/session`]);
    expect(lastUse(study.dataDir), path).toBe(before);
    lena.removeAllListeners("request");
  }
});

test("after twelve hours the page says that it must end, and lets one finish", async ({
  study,
}) => {
  const { ann, note, warning } = await annRates(study);
  sessionsAre(study.dataDir, { begun: "718:00" });
  await ann.reload();
  await expect(warning).toHaveAccessibleName("You will be signed out in 2 minutes");
  await expect(warning).toHaveAccessibleDescription(/^You have been signed in for 12 hours/);
  await expectAccessible(ann, "twelve hours");
  await warning.getByRole("button", { name: "Go back to the page" }).click();
  await expect(warning).toBeHidden();
  await note.fill("A last note");
  await expect(saveState(ann)).toHaveText(/^Saved/);
  sessionsAre(study.dataDir, { begun: "719:10" });
  await ann.clock.fastForward("01:10");
  await expect(note).toBeVisible();
  sessionsAre(study.dataDir, { begun: "720:01" });
  await ann.clock.fastForward("00:50");
  await expect(warning).toHaveAccessibleName("You have been signed out");
  await expect(note).toBeHidden();
});

test("without a connection staying signed in says so, and works when it is back", async ({
  study,
}) => {
  const { ann, warning } = await annRates(study);
  sessionsAre(study.dataDir, { unusedFor: "28:00" });
  await ann.clock.fastForward("27:00");
  await ann.context().setOffline(true);
  await warning.getByRole("button", { name: "Stay signed in" }).click();
  await expect(warning.getByRole("alert")).toHaveText(
    "Concord could not be reached. Check the connection and try again.",
  );
  await ann.context().setOffline(false);
  await warning.getByRole("button", { name: "Stay signed in" }).click();
  await expect(warning).toBeHidden();
});

test("the time left is told to whoever holds the session, and used by own pages alone", async ({
  study,
}) => {
  const ann = await study.as("Ann");
  sessionsAre(study.dataDir, { unusedFor: "20:00" });
  const before = lastUse(study.dataDir);
  const asked = await ann.request.get("/session");
  expect(asked.headers()["cache-control"]).toBe("no-store");
  const left = await asked.json();
  expect(left).toEqual({
    personId: study.people.Ann.id,
    seconds: expect.any(Number),
    canGoOn: true,
  });
  expect(left.seconds).toBeLessThanOrEqual(600);
  for (const origin of ["", "https://elsewhere.example", "null"])
    expect((await ann.request.post("/session", { headers: { origin } })).status()).toBe(403);
  expect(lastUse(study.dataDir)).toBe(before);

  const used = await ann.request.post("/session", { headers: { origin: study.url } });
  expect((await used.json()).seconds).toBeGreaterThan(1740);
  const stranger = await study.stranger();
  expect(await (await stranger.request.get(`${study.url}/session`)).json()).toEqual({ seconds: 0 });
});
