import { afterEach, beforeEach, expect, test } from "vitest";
import { must, passwordOf, pastTheProgram, person, temporaryStudy, tokenFor } from "../fixtures";
import { endSession, viewerOfSession } from "../sign-in/sessions";
import { fingerprint } from "../store/secret";
import { changePassword, signOutEverywhere } from "./accounts";
import { commandLineViewer, type Viewer } from "./people";

/* What is done to one account leaves every other as it was. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let ann: Viewer;
let bob: Viewer;

beforeEach(async () => {
  study = await temporaryStudy();
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
});
afterEach(() => study.end());

const signIn = async (viewer: Viewer, password = passwordOf(viewer.name)) =>
  (await tokenFor(`${viewer.name.toLowerCase()}@example.org`, password)) ?? "";

test("a new password is one person's own", async () => {
  const session = await signIn(ann);
  must(
    await changePassword(ann, session, { current: passwordOf("Ann"), next: "another long one" }),
  );
  expect((await viewerOfSession(await signIn(bob)))?.name).toBe("Bob");
  expect((await viewerOfSession(await signIn(ann, "another long one")))?.name).toBe("Ann");
});

test("the command line has no password to change", async () => {
  const passwords = { current: passwordOf("Ann"), next: "another long one" };
  expect(await changePassword(commandLineViewer(), "", passwords)).toEqual({ kind: "not_found" });
});

test("a session that ended keeps the time at which it did", async () => {
  const session = await signIn(ann);
  await endSession(ann, session);
  pastTheProgram(study.dataDir, (db) =>
    db.prepare("update sessions set ended_at = '2016-01-01T00:00:00.000Z'").run(),
  );
  await signIn(ann);
  await signOutEverywhere(ann);
  const ended = pastTheProgram(study.dataDir, (db) =>
    db.prepare("select ended_at from sessions where id = ?").pluck().get(fingerprint(session)),
  );
  expect(ended).toBe("2016-01-01T00:00:00.000Z");
});
