"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { type Standing, type TimeLeft, watchSession } from "./session-watch";

const patience = 10_000;

async function ask(use: boolean): Promise<TimeLeft> {
  const signal = AbortSignal.timeout(patience);
  const answer = await fetch("/session", { method: use ? "POST" : "GET", signal });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

/** Hides everything but the dialog, from print and from search in the page too. */
function cover(covered: boolean) {
  document.documentElement.toggleAttribute("data-covered", covered);
}

/**
 * A page that the browser kept whole, for Back: nothing of it is seen before the server says that
 * the same person is signed in.
 */
async function comeBack(check: () => Promise<boolean>) {
  cover(true);
  if (await check()) cover(false);
  else location.reload();
}

interface SessionDialogProps extends TimeLeft {
  /** What to say besides the time left, with what can be done; made on the server. */
  readonly words: Readonly<Record<Exclude<Standing["kind"], "lasts"> | "unreached", ReactNode>>;
}

/**
 * Warns before the session ends, and covers the page when it has ended. Closing the warning means
 * that the person wants to go on.
 */
export function SessionDialog({ personId, seconds, canGoOn, words }: SessionDialogProps) {
  const [standing, setStanding] = useState<Standing>({ kind: "lasts" });
  const [noted, setNoted] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const watch = useRef<ReturnType<typeof watchSession>>(null);
  const { kind } = standing;
  const covered = kind === "over" || kind === "other";
  const open = covered || kind === "unused" || (kind === "old" && !noted);

  useEffect(() => {
    const watching = watchSession({
      first: { personId, seconds, canGoOn },
      ask,
      report: setStanding,
    });
    watch.current = watching;
    const stops = new AbortController();
    const on = (target: EventTarget, names: string[], listener: (event: Event) => void) => {
      for (const name of names) target.addEventListener(name, listener, { signal: stops.signal });
    };
    const look = () => {
      if (!document.hidden) void watching.check();
    };
    on(document, ["pointerdown", "keydown"], watching.touch);
    on(document, ["visibilitychange"], look);
    on(window, ["focus", "online"], look);
    on(window, ["pageshow"], (event) => {
      if ((event as PageTransitionEvent).persisted) void comeBack(watching.check);
    });
    return () => {
      stops.abort();
      watching.stop();
    };
  }, [personId, seconds, canGoOn]);

  // What is said anew takes the focus anew. Closing gives it back to where it was, which must be seen
  // again by then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes when there is something else to say
  useEffect(() => {
    if (!covered) cover(false);
    dialog.current?.close();
  }, [kind]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opens again when going on has failed
  useEffect(() => {
    cover(covered);
    if (open && !dialog.current?.open) dialog.current?.showModal();
  }, [standing, open]);

  function closed() {
    if (!open || dialog.current?.open) return;
    if (covered) dialog.current?.showModal();
    else if (kind === "old") setNoted(true);
    else void watch.current?.goOn();
  }

  return (
    <dialog
      ref={dialog}
      className="session"
      role="alertdialog"
      aria-labelledby="session-heading"
      aria-describedby="session-words"
      onClose={closed}
    >
      {"within" in standing && (
        <>
          <h2 id="session-heading" aria-live="assertive">
            You will be signed out in {standing.within}
          </h2>
          <p role="alert">{standing.unreached && words.unreached}</p>
        </>
      )}
      {kind !== "lasts" && words[kind]}
    </dialog>
  );
}
