import type { Page } from "@playwright/test";
import { caseFor, passwordOf, person, rateAndSubmit } from "@/db/fixtures";
import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import { signedIn } from "../blinding/asking";
import { agree } from "../reconciling/reconciling";
import { expect, signIn, test } from "../study";
import { type Listener, listenIn } from "./listener";

/*
 * Not a test: `npm run measure:room` says how long a decision takes to be on the other screens when
 * twenty people are in one room. Four of them sit at browsers; the others do what their pages
 * would: they listen, and ask for what is new. The next decision comes when all have asked.
 */

const room = "/cases/2016-01/reconcile";
const people = 20;
const browsers = 4;
const most = 1000;
const rounds = 3;

test.setTimeout(420_000);

test("twenty people in one room", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-01", "3210321032321", "Page 4 shows it, and page 9");
  await rateAndSubmit(Bob, "2016-01", "1230123012220", "Page 4 does not show it");
  const pages = [await study.as("Lena"), await study.as("Ann"), await study.as("Bob")];
  for (let more = pages.length; more < browsers; more++) {
    const { name } = await person(`Lead${more}`, "lead");
    const page = await study.stranger();
    await signIn(page, name);
    pages.push(page);
  }
  const listeners: Listener[] = [];
  for (let more = browsers; more < people; more++) {
    const { name } = await person(`Lead${more}`, "lead");
    const email = `${name.toLowerCase()}@example.org`;
    const cookie = await signedIn(study.url, email, passwordOf(name));
    listeners.push(await listenIn(study.url, room, cookie, people - 1));
  }
  for (const page of pages) await page.goto(room);
  const [lead, ...others] = pages as [Page, ...Page[]];
  await expect(lead.locator(".room").getByRole("listitem")).toHaveCount(people);

  const times: { page: number[]; listener: number[] } = { page: [], listener: [] };
  for (let round = 0; round < rounds; round++)
    for (const { label, levels } of readCodebook(firstCodebook).factors) {
      const level = levels[round % levels.length]?.label ?? "";
      const reason = `Decision ${round} on ${label}`;
      const seen = [
        ...others.map((page) => onScreen(page, `${label}, ${level} ·`)),
        ...listeners.map((listener) => listener.hears(reason)),
      ];
      const sent = submitted(lead);
      await agree(lead, label, level, reason);
      const start = await sent;
      const ends = await Promise.all(seen);
      times.page.push(...ends.slice(0, others.length).map((end) => end - start));
      times.listener.push(...ends.slice(others.length).map((end) => end - start));
      await Promise.all(listeners.map((listener) => listener.settled()));
    }
  for (const listener of listeners) listener.leave();

  const all = [...times.page, ...times.listener];
  for (const [who, some] of [
    ["in browsers", times.page],
    ["by the others", times.listener],
    ["by all", all],
  ] as const)
    test.info().annotations.push({ type: "figure", description: figure(who, some) });
  expect(all).toHaveLength(rounds * 13 * (people - 1));
  expect(percentile(all, 95)).toBeLessThanOrEqual(most);
});

function figure(who: string, some: readonly number[]): string {
  const [half, nearlyAll] = [percentile(some, 50), percentile(some, 95)];
  return `room of ${people}: a decision is seen ${who} after ${half} ms (median), ${nearlyAll} ms (95th percentile), ${some.length} times`;
}

function percentile(some: readonly number[], share: number): number {
  const sorted = [...some].sort((one, other) => one - other);
  return sorted[Math.ceil((share / 100) * sorted.length) - 1] ?? Number.POSITIVE_INFINITY;
}

/** The moment when this page next sends a form. */
function submitted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((settle) => {
        const note = () => settle(Date.now());
        document.addEventListener("submit", note, { once: true, capture: true });
      }),
  );
}

/** The moment when this page says that these words were agreed last. */
function onScreen(page: Page, words: string): Promise<number> {
  return page.evaluate(
    (words) =>
      new Promise<number>((settle) => {
        const watch = new MutationObserver(look);
        function look() {
          const said = document.querySelector(".room [role=status]")?.textContent;
          if (!said?.includes(words)) return;
          watch.disconnect();
          settle(Date.now());
        }
        watch.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    words,
  );
}
