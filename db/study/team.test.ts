import { afterEach, beforeEach, expect, test } from "vitest";
import { must, person, refusal, saveSettings, temporaryStudy } from "../fixtures";
import type { Viewer } from "../people/people";
import { changeTeamSettings, getTeamSettings, settingsSeen, type TeamSettings } from "./team";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lena: Viewer;
let olaf: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lena = await person("Lena", "lead");
  olaf = await person("Olaf", "lead");
});
afterEach(() => study.end());

const usual: TeamSettings = { secondPersonConfirms: false, withheldUpTo: 5, licence: null };
const licence = { title: "CC BY 4.0", address: "https://creativecommons.org/licenses/by/4.0/" };

test.each<Partial<TeamSettings>>([
  { secondPersonConfirms: true },
  { withheldUpTo: 3 },
  { licence: { ...licence, title: "Another" } },
])("what another lead set meanwhile is not written over: %o", async (meanwhile) => {
  const seen = settingsSeen(usual);
  must(await saveSettings(olaf, meanwhile));
  expect(await changeTeamSettings(lena, { ...usual, licence }, seen)).toEqual(
    refusal(
      "",
      "Somebody else has changed these settings since you opened them. Open them in another tab to see what holds, and copy over what you want to keep.",
    ),
  );
  expect(await getTeamSettings(lena)).toEqual({ ...usual, ...meanwhile });
});

test("whoever saw what holds changes it", async () => {
  must(await saveSettings(olaf, { secondPersonConfirms: true }));
  const now = { ...usual, secondPersonConfirms: true };
  must(await changeTeamSettings(lena, { ...now, licence }, settingsSeen(now)));
  expect(await getTeamSettings(lena)).toEqual({ ...now, licence });
});
