import { expect } from "@playwright/test";
import { ask, type Question } from "./asking";
import { accountStatuses, compare } from "./comparing";
import { test } from "./twins";
import { blindCases, names } from "./world";

/* A notice that somebody writes into their own browser tells no more than the pages do. */

const kinds = [
  "submitted",
  "second look submitted",
  "taken back",
  "committed",
  "proposed",
  "sent back",
  "assigned",
];

function noticesOf(reference: string): object[] {
  const saved = { kind: "section saved", reference, section: "incident" };
  return [...kinds.map((kind) => ({ kind, reference })), saved];
}

/** Asks for a page as if this had been done just before. */
function after(notice: object, cookie: string): Question {
  const left = encodeURIComponent(JSON.stringify({ page: "/account", notice }));
  return {
    ask: `/account after ${JSON.stringify(notice)}`,
    path: "/account",
    headers: { Accept: "text/html", Cookie: `${cookie}; concord.notice=${left}` },
  };
}

test("no notice of a case that is not open tells what Bob gave to it", async ({ twins }) => {
  test.setTimeout(600_000);
  for (const who of names.filter((name) => name !== "Bob"))
    await test.step(`to ${who}`, async () => {
      const cookie = twins.cookies[who];
      const notices = Object.values(blindCases).flatMap(noticesOf);
      const questions = notices.map((notice) => after(notice, cookie));
      const { asked, differences } = await compare(twins, who, questions);
      expect(asked).toBe(48);
      expect(differences).toEqual([]);
      expect(await accountStatuses(twins, cookie), "still signed in").toEqual([200, 200]);
    });

  await test.step("and what is so is told", async () => {
    const question = after({ kind: "assigned", reference: "2016-01" }, twins.cookies.Ann);
    const { body } = await ask(twins.pair[0].url, question);
    expect(body).toContain("Coders have been assigned to case 2016-01.");
  });
});
