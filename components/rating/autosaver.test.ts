import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Ratings } from "@/domain/ratings/ratings";
import { makeAutosaver, type SaveProgress } from "./autosaver";
import type { DraftAnswer } from "./rating-form-state";

function ratingsWith(note: string): Ratings {
  return {
    neglect: { level: "low", note, unsure: false, quotes: [], themes: [], description: "" },
  };
}

function setUp() {
  let note = "";
  let progress: SaveProgress | undefined;
  const sent: { revision: number; note: string | undefined }[] = [];
  const answers: (DraftAnswer | "lost" | Promise<DraftAnswer>)[] = [];
  const autosaver = makeAutosaver({
    start: { revision: 1, savedAt: null },
    read: () => ratingsWith(note),
    save: async ({ revision, ratings }) => {
      sent.push({ revision, note: ratings.neglect?.note });
      const answer = answers.shift();
      if (answer === "lost") throw new TypeError("Failed to fetch");
      return answer ?? { kind: "saved", revision: revision + 1, savedAt: "14:02" };
    },
    report: (news) => {
      progress = news;
    },
  });
  return {
    autosaver,
    sent,
    answers,
    progress: () => progress,
    type(text: string) {
      note = text;
      autosaver.changed();
    },
  };
}

describe("saving a draft while it is written", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("saves within a second, the newest words, even while typing goes on", async () => {
    const { type, sent, autosaver, progress } = setUp();
    type("a");
    await vi.advanceTimersByTimeAsync(500);
    type("ab");
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toEqual([{ revision: 1, note: "ab" }]);
    expect(progress()).toMatchObject({ saving: false, revision: 2, savedAt: "14:02" });
    expect(autosaver.unsaved()).toBe(false);
  });

  it("has one save in flight, and sends what was typed meanwhile after it", async () => {
    const { type, sent, answers } = setUp();
    let arrive: (answer: DraftAnswer) => void = () => undefined;
    answers.push(
      new Promise((resolve) => {
        arrive = resolve;
      }),
    );
    type("a");
    await vi.advanceTimersByTimeAsync(1000);
    type("ab");
    await vi.advanceTimersByTimeAsync(3000);
    expect(sent).toHaveLength(1);
    arrive({ kind: "saved", revision: 2, savedAt: "14:03" });
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent[1]).toEqual({ revision: 2, note: "ab" });
  });

  it("repeats what may have arrived before it sends anything newer", async () => {
    const { type, sent, answers, progress } = setUp();
    answers.push("lost");
    type("a");
    await vi.advanceTimersByTimeAsync(1000);
    expect(progress()).toMatchObject({ trouble: "no_connection" });
    type("ab");
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent.map(({ note }) => note)).toEqual(["a", "a", "ab"]);
    expect(progress()).toMatchObject({ trouble: null, revision: 3 });
  });

  it("stops for good when the draft was changed elsewhere", async () => {
    const { type, sent, answers, autosaver, progress } = setUp();
    answers.push({ kind: "stale" });
    type("a");
    await vi.advanceTimersByTimeAsync(1000);
    type("ab");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(1);
    expect(progress()).toMatchObject({ trouble: "stale" });
    expect(autosaver.unsaved()).toBe(true);
  });

  it("tries again at the next change after a sign-out or a refusal", async () => {
    const { type, sent, answers, progress } = setUp();
    const problems = [{ field: "neglect.note", message: "Shorten this" }];
    answers.push({ kind: "signed_out" }, { kind: "refused", problems });
    type("a");
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toHaveLength(1);
    type("ab");
    await vi.advanceTimersByTimeAsync(5000);
    expect(progress()).toMatchObject({ trouble: "refused", problems });
    type("abc");
    await vi.advanceTimersByTimeAsync(1000);
    expect(progress()).toMatchObject({ trouble: null, problems: [] });
  });

  it("holds while the form is sent, and goes on with what was typed since", async () => {
    const { type, sent, autosaver } = setUp();
    type("a");
    const changes = autosaver.changesSoFar();
    expect(await autosaver.hold()).toBe(1);
    type("ab");
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toEqual([]);
    autosaver.release({ revision: 2, savedAt: "14:04" }, changes);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual([{ revision: 2, note: "ab" }]);
  });

  it("keeps what a form that did not arrive held as unsaved", async () => {
    const { type, autosaver } = setUp();
    type("a");
    await autosaver.hold();
    autosaver.release({ revision: 1, savedAt: null }, autosaver.changesSoFar());
    expect(autosaver.unsaved()).toBe(true);
  });
});
