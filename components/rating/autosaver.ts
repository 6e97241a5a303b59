import { wordsForBug } from "@/components/ui/use-form-action";
import type { Problem } from "@/domain/outcome";
import type { Ratings } from "@/domain/ratings/ratings";
import type { DraftAnswer, SaveDraft } from "./rating-form-state";

/** A change is saved this long after it was made; what follows meanwhile goes along. */
const pause = 700;
const retryAfter = 3000;
const retryAfterBug = 30_000;
/** A save that takes longer than this is shown as not saved. */
const patience = 8000;

/** Answers after which nothing more can be saved from this page. */
const endings: readonly SaveProgress["trouble"][] = ["stale", "closed", "other_person"];

/** How saving goes. `trouble` stays until a save succeeds. */
export interface SaveProgress {
  readonly saving: boolean;
  readonly trouble: "no_connection" | Exclude<DraftAnswer["kind"], "saved"> | "bug" | null;
  readonly problems: readonly Problem[];
  readonly revision: number;
  readonly savedAt: string | null;
}

/**
 * Saves a draft while it is being written: one save at a time, the newest ratings last, again and
 * again while the connection is gone. When the draft was changed elsewhere it stops, for good.
 */
export function makeAutosaver(options: {
  readonly start: Pick<SaveProgress, "revision" | "savedAt">;
  readonly read: () => Ratings;
  readonly save: SaveDraft;
  readonly report: (progress: SaveProgress) => void;
}) {
  let progress: SaveProgress = { saving: false, trouble: null, problems: [], ...options.start };
  let changes = 0;
  let changesSaved = 0;
  /** Sent, and no answer came. It may have arrived, so the same is sent again before anything newer. */
  let unanswered: { ratings: Ratings; changes: number } | null = null;
  let inFlight: Promise<void> | null = null;
  let held = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function report(news: Partial<SaveProgress>) {
    progress = { ...progress, ...news };
    options.report(progress);
  }

  function saveIn(milliseconds: number) {
    timer ??= setTimeout(() => {
      timer = undefined;
      saveNow();
    }, milliseconds);
  }

  function cancelTimer() {
    clearTimeout(timer);
    timer = undefined;
  }

  function saveNow() {
    const nothingNew = changes === changesSaved;
    const over = endings.some((ending) => ending === progress.trouble);
    if (inFlight || held || nothingNew || over) return;
    inFlight = attempt().finally(() => {
      inFlight = null;
    });
  }

  async function attempt() {
    const sent = unanswered ?? { ratings: options.read(), changes };
    unanswered = sent;
    report({ saving: true });
    const slow = setTimeout(() => report({ trouble: "no_connection" }), patience);
    try {
      const answer = await options.save({ revision: progress.revision, ratings: sent.ratings });
      unanswered = null;
      take(answer, sent.changes);
    } catch (error) {
      const bug = wordsForBug(error);
      const problems = bug ? [{ field: "", message: bug }] : [];
      report({ saving: false, trouble: bug ? "bug" : "no_connection", problems });
      saveIn(bug ? retryAfterBug : retryAfter);
    } finally {
      clearTimeout(slow);
    }
  }

  function take(answer: DraftAnswer, changesSent: number) {
    if (answer.kind === "saved") {
      changesSaved = changesSent;
      const { revision, savedAt } = answer;
      report({ saving: false, trouble: null, problems: [], revision, savedAt });
      if (changes > changesSaved) saveIn(pause);
    } else {
      const problems = answer.kind === "refused" ? answer.problems : [];
      report({ saving: false, trouble: answer.kind, problems });
    }
  }

  return {
    /** Something was typed or chosen. */
    changed() {
      changes++;
      saveIn(pause);
    },
    /** The connection is back, or the person. */
    retry() {
      cancelTimer();
      saveNow();
    },
    /** Whether something typed here is not on the server. */
    unsaved: () => changes > changesSaved,
    /** Stops saving because the form itself is sent; gives the revision to send with it. */
    async hold(): Promise<number> {
      held = true;
      cancelTimer();
      await Promise.race([inFlight, new Promise((done) => setTimeout(done, patience))]);
      return progress.revision;
    },
    /** The form came back: with a newer revision when the server kept what was sent. */
    release(answer: { revision: number; savedAt: string | null }, changesSent: number) {
      held = false;
      if (answer.revision > progress.revision) {
        changesSaved = changesSent;
        unanswered = null;
        const { revision, savedAt } = answer;
        report({ trouble: null, problems: [], revision, savedAt });
      }
      if (changes > changesSaved) saveIn(pause);
    },
    changesSoFar: () => changes,
    stop: cancelTimer,
  };
}
