import {
  agreeEverything,
  caseFor,
  commit,
  must,
  passwordOf,
  rateAndSubmit,
  saveAccount,
} from "@/db/fixtures";
import { changePassword, giveFirstPassword, signOutEverywhere } from "@/db/people/accounts";
import { signedIn } from "../blinding/asking";
import { sessionsAre } from "../sign-in/idle";
import { expect, type Name, type Study, test } from "../study";

/*
 * What a room tells goes on without end, and must not outlast the right to be told: whoever holds a
 * stream open is told nothing more from the moment at which a page would show them nothing more.
 */

const events = "/cases/2016-01/reconcile/events";

const ends: [string, Name, (study: Study) => unknown][] = [
  ["signing out everywhere", "Ann", ({ people: { Ann } }) => signOutEverywhere(Ann)],
  [
    "a new password",
    "Ann",
    async ({ people: { Ann } }) => {
      const passwords = { current: passwordOf("Ann"), next: "four words make one" };
      must(await changePassword(Ann, "the token of another browser", passwords));
    },
  ],
  [
    "a new first password",
    "Ann",
    async ({ people: { Lena, Ann } }) =>
      must(await giveFirstPassword(Lena, Ann.id, "four words make one")),
  ],
  [
    "an account that is closed",
    "Ann",
    async ({ people: { Lena, Ann } }) =>
      must(await saveAccount(Lena, Ann.id, { roles: ["coder"], active: false })),
  ],
  [
    "the role of lead that is taken",
    "Lena",
    async ({ people: { Lena } }) =>
      must(await saveAccount(Lena, Lena.id, { roles: ["coder", "admin"], active: true })),
  ],
  // Nothing is written at that moment that would have it look.
  ["30 minutes without use", "Ann", ({ dataDir }) => sessionsAre(dataDir, { unusedFor: "29:55" })],
  ["12 hours", "Ann", ({ dataDir }) => sessionsAre(dataDir, { begun: "720:01" })],
  [
    "committing",
    "Ann",
    async ({ people: { Lena } }) => {
      await agreeEverything(Lena, "2016-01");
      await commit(Lena, "2016-01");
    },
  ],
];

for (const [what, name, happen] of ends)
  test(`a room that is listened to ends with ${what}`, async ({ study }) => {
    const { Lena, Ann, Bob } = study.people;
    await caseFor(Lena, "2016-01", [Ann, Bob]);
    await rateAndSubmit(Ann, "2016-01", "3210000000000");
    await rateAndSubmit(Bob, "2016-01", "1110000000200");
    const email = `${name.toLowerCase()}@example.org`;
    const Cookie = await signedIn(study.url, email, passwordOf(name));
    const listen = () => fetch(study.url + events, { headers: { Cookie } });

    const stream = await listen();
    expect(stream.status).toBe(200);
    const told = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await told?.read())?.value).toContain('"agreed":{}');
    await happen(study);
    await test.step("the stream ends", async () => {
      let last = await told?.read();
      while (last && !last.done) last = await told?.read();
      expect(last).toEqual({ done: true, value: undefined });
    });

    const again = await listen();
    expect(again.status).toBe(404);
    await again.body?.cancel();
  });
