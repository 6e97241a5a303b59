import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Standing, type TimeLeft, watchSession } from "./session-watch";

const minutes = (count: number) => count * 60_000;
const half = { personId: "ann", seconds: 1800, canGoOn: true };

/** A page of Ann's. Unless told otherwise, the server answers what the page knows itself. */
function open(first: TimeLeft = half) {
  const asked: ("asked" | "used")[] = [];
  const answers: (TimeLeft | "lost")[] = [];
  const reports: Standing[] = [];
  const endsAt = Date.now() + first.seconds * 1000;
  const watch = watchSession({
    first,
    ask: async (use) => {
      asked.push(use ? "used" : "asked");
      const answer = answers.shift() ?? { ...first, seconds: (endsAt - Date.now()) / 1000 };
      if (answer === "lost") throw new TypeError("Failed to fetch");
      return answer.seconds > 0 ? answer : { seconds: 0 };
    },
    report: (standing) => reports.push(standing),
  });
  return { watch, asked, answers, now: () => reports.at(-1) };
}

const endsSoon = (within: string) => ({
  kind: "unused",
  within,
  unreached: false,
});

describe("the end of a session, as a page follows it", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date("2026-11-23T09:00:00Z") });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

  it("asks nothing until two minutes are left, then warns at two, one and twenty seconds", async () => {
    const { asked, now } = open();
    await pass(minutes(28) - 1);
    expect(asked).toEqual([]);
    expect(now()).toEqual({ kind: "lasts" });
    await pass(1);
    expect(now()).toEqual(endsSoon("2 minutes"));
    await pass(59_999);
    expect(now()).toEqual(endsSoon("2 minutes"));
    await pass(1);
    expect(now()).toEqual(endsSoon("1 minute"));
    await pass(40_000);
    expect(now()).toEqual(endsSoon("20 seconds"));
    await pass(20_000);
    expect(now()).toEqual({ kind: "over" });
    expect(asked).toEqual(["asked", "asked", "asked", "asked"]);
    await pass(minutes(600));
    expect(asked).toHaveLength(4);
  });

  it("does not warn when another page has used the session", async () => {
    const { asked, answers, now } = open();
    answers.push(half);
    await pass(minutes(28));
    expect(now()).toEqual({ kind: "lasts" });
    await pass(minutes(28) - 1);
    expect(asked).toEqual(["asked"]);
  });

  it("goes on when the person wants it, and only then uses the session", async () => {
    const { watch, asked, answers, now } = open();
    await pass(minutes(28));
    answers.push(half);
    await watch.goOn();
    expect(now()).toEqual({ kind: "lasts" });
    expect(asked).toEqual(["asked", "used"]);
  });

  it("says when going on was asked for and the server did not answer", async () => {
    const { watch, answers, now } = open();
    await pass(minutes(28));
    answers.push("lost");
    await watch.goOn();
    expect(now()).toEqual({ ...endsSoon("2 minutes"), unreached: true });
    await pass(minutes(2));
    expect(now()).toEqual({ kind: "over" });
  });

  it("covers the page at once when a machine wakes up too late, before it asks", async () => {
    const { watch, answers, now } = open();
    vi.setSystemTime(Date.now() + minutes(45));
    answers.push(half);
    const asking = watch.check();
    expect(now()).toEqual({ kind: "over" });
    expect(await asking).toBe(true);
    expect(now()).toEqual({ kind: "lasts" });
  });

  it("uncovers it for the same person only", async () => {
    const { watch, answers, now } = open();
    await pass(minutes(30));
    answers.push({ ...half, personId: "bob" });
    expect(await watch.check()).toBe(false);
    expect(now()).toEqual({ kind: "other" });
    answers.push("lost");
    expect(await watch.check()).toBe(false);
    expect(now()).toEqual({ kind: "other" });
    answers.push({ seconds: 0 });
    expect(await watch.check()).toBe(false);
    expect(now()).toEqual({ kind: "over" });
    answers.push(half);
    expect(await watch.check()).toBe(true);
    expect(now()).toEqual({ kind: "lasts" });
  });

  it("without a connection leaves the page to whoever works on it", async () => {
    const { watch, answers, now } = open();
    await pass(minutes(27));
    watch.touch();
    answers.push("lost");
    await pass(minutes(4));
    expect(now()).toEqual({ kind: "lasts" });
    answers.push("lost", "lost", "lost", "lost");
    await pass(minutes(26));
    expect(now()).toEqual({ kind: "over" });
  });

  it("once covered, shows nothing again without the server’s word", async () => {
    const { watch, answers, now } = open();
    await pass(minutes(30));
    watch.touch();
    answers.push("lost", "lost");
    expect(await watch.check()).toBe(false);
    expect(await watch.goOn()).toBe(false);
    expect(now()).toEqual({ kind: "over" });
  });

  it("learns on the way that it was signed out elsewhere", async () => {
    const { watch, answers, now } = open();
    await pass(minutes(3));
    answers.push({ seconds: 0 });
    expect(await watch.check()).toBe(false);
    expect(now()).toEqual({ kind: "over" });
  });

  it("says when nothing can make it last", async () => {
    const { now } = open({ ...half, seconds: 90, canGoOn: false });
    expect(now()).toEqual({ ...endsSoon("2 minutes"), kind: "old" });
  });
});
