"use client";

import { useEffect, useRef, useState } from "react";
import { type Standing, type TimeLeft, watchSession } from "./session-watch";
import { SessionWords } from "./session-words";

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
  /** How long a session lasts at most. */
  readonly hours: number;
}

/** Warns before the sign-in ends, and covers the page when it has ended. */
export function SessionDialog({ personId, seconds, canGoOn, hours }: SessionDialogProps) {
  const [standing, setStanding] = useState<Standing>({ kind: "lasts" });
  const [noted, setNoted] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const watch = useRef<ReturnType<typeof watchSession>>(null);
  const { kind } = standing;
  const covered = kind === "over" || kind === "other person";
  const open = covered || (kind === "ends soon" && !noted);

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

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said anew takes the focus anew
  useEffect(() => {
    cover(covered);
    dialog.current?.close();
    if (open) dialog.current?.showModal();
  }, [open, covered, kind]);

  const stay = () => {
    if (kind !== "ends soon") return;
    if (standing.canGoOn) watch.current?.goOn();
    else setNoted(true);
  };
  return (
    <dialog
      ref={dialog}
      className="session"
      role="alertdialog"
      aria-labelledby="session-heading"
      aria-describedby="session-words"
      onCancel={(event) => {
        event.preventDefault();
        stay();
      }}
      onClose={() => {
        if (open && !dialog.current?.open) dialog.current?.showModal();
      }}
    >
      {open && <SessionWords standing={standing} hours={hours} stay={stay} />}
    </dialog>
  );
}
