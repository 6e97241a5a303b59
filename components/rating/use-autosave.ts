"use client";

import { useEffect, useState } from "react";
import type { Ratings } from "@/domain/ratings/ratings";
import { makeAutosaver, type SaveProgress } from "./autosaver";
import type { SaveDraft } from "./rating-form-state";

/** The autosaver of a form on a page: warns before leaving while something is unsaved. */
export function useAutosave(options: {
  readonly start: Pick<SaveProgress, "revision" | "savedAt">;
  readonly read: () => Ratings;
  readonly save: SaveDraft;
}) {
  const [progress, report] = useState<SaveProgress>({
    saving: false,
    trouble: null,
    problems: [],
    ...options.start,
  });
  const [autosaver] = useState(() => makeAutosaver({ ...options, report }));

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (autosaver.unsaved()) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    // Who comes back to the page may have signed in again, in another tab. A page that is left saves
    // nothing in passing: the page that comes next would not know of it.
    const retry = () => {
      if (document.visibilityState === "visible") autosaver.retry();
    };
    const comesBack = [
      [window, "online"],
      [window, "focus"],
      [document, "visibilitychange"],
    ] as const;
    for (const [target, name] of comesBack) target.addEventListener(name, retry);
    return () => {
      window.removeEventListener("beforeunload", warn);
      for (const [target, name] of comesBack) target.removeEventListener(name, retry);
      autosaver.stop();
    };
  }, [autosaver]);

  return { progress, autosaver };
}
