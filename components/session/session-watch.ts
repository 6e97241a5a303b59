/** How long a sign-in still lasts, and whose it is; no person when it has ended. */
export interface TimeLeft {
  readonly personId?: string;
  readonly seconds: number;
  /** Whether using it makes it last longer. */
  readonly canGoOn?: boolean;
}

/**
 * What a page has to say of the session that it was opened with: it lasts; it ends soon because
 * nobody used it, or because it is as old as a session may be; it is over; or somebody else has
 * begun one in this browser.
 */
export type Standing =
  | { readonly kind: "lasts" | "over" | "other" }
  | {
      readonly kind: "unused" | "old";
      readonly within: string;
      /** Going on was asked for, and the server did not answer. */
      readonly unreached: boolean;
    };

const marks = [
  { seconds: 20, within: "20 seconds" },
  { seconds: 60, within: "1 minute" },
  { seconds: 120, within: "2 minutes" },
];

/**
 * Follows the end of a session by the clock, so that a machine that slept is no exception. The
 * server is asked only at the marks above and when somebody comes back to the page: other pages
 * may have used the session meanwhile.
 */
export function watchSession(options: {
  readonly first: TimeLeft;
  /** Asks the server how long the session lasts; with `use`, also to let it go on. */
  readonly ask: (use: boolean) => Promise<TimeLeft>;
  readonly report: (standing: Standing) => void;
}) {
  const { first, ask, report } = options;
  let end = 0;
  let canGoOn = false;
  let touched = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let standing: Standing = { kind: "lasts" };

  const say = (now: Standing) => {
    standing = now;
    report(now);
  };

  function take(left: TimeLeft) {
    end = Date.now() + left.seconds * 1000;
    canGoOn = left.canGoOn ?? false;
    if (left.seconds > 0 && left.personId !== first.personId) say({ kind: "other" });
    else show();
  }

  function show(unreached = false) {
    clearTimeout(timer);
    const left = Math.ceil((end - Date.now()) / 1000);
    if (left <= 0) return say({ kind: "over" });
    const mark = marks.find(({ seconds }) => left <= seconds);
    const next = marks.findLast(({ seconds }) => seconds < left)?.seconds ?? 0;
    timer = setTimeout(check, (left - next) * 1000);
    if (!mark) return say({ kind: "lasts" });
    say({ kind: canGoOn ? "unused" : "old", within: mark.within, unreached });
  }

  /** Looks at the clock and asks the server. True when the server says that all is well. */
  async function check(use = false): Promise<boolean> {
    if (Date.now() >= end && standing.kind !== "other") show();
    try {
      take(await ask(use));
      return standing.kind !== "over" && standing.kind !== "other";
    } catch {
      notReached(use);
      return false;
    }
  }

  function notReached(use: boolean) {
    // Without a connection, whoever works here keeps the page. Once warned, only the server counts.
    if (standing.kind === "lasts") end = Math.max(end, touched + first.seconds * 1000);
    if (standing.kind !== "other") show(use);
  }

  take(first);
  return {
    check: () => check(),
    /** The person wants to stay signed in. */
    goOn: () => check(true),
    /** Somebody is at the machine. */
    touch() {
      touched = Date.now();
    },
    stop: () => clearTimeout(timer),
  };
}
