"use client";

import { type RefObject, useEffect, useState } from "react";
import type { TrayTab } from "./tray-tabs";

function factorAt(target: EventTarget | null): string | undefined {
  const element = target instanceof Element ? target : null;
  return element?.closest<HTMLElement>("[data-factor]")?.dataset.factor;
}

function inTray(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".tray") !== null;
}

/**
 * The factor in hand: the one that last had the focus or was clicked. It stays when the focus
 * leaves, and Safari, which does not focus radios on a click, is served too. Null until the page
 * has its scripts; the style sheet then goes by focus alone. With it, what is shown beside the grid.
 */
export function useCurrentFactor(
  form: RefObject<HTMLFormElement | null>,
  first: string | undefined,
  firstTab: TrayTab = "guidance",
) {
  const [current, setCurrent] = useState<string | null>(null);
  const [tab, setTab] = useState<TrayTab>(firstTab);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const follow = (event: Event) => {
      const key = factorAt(event.target);
      if (key) setCurrent(key);
      // What has the focus is never hidden behind another tab.
      if (key && inTray(event.target)) setTab("guidance");
    };
    element.addEventListener("focusin", follow);
    element.addEventListener("click", follow);
    const named = document.getElementById(location.hash.slice(1));
    if (named && element.contains(named)) named.focus();
    // The browser may have put the focus there itself, before there was anyone to notice.
    setCurrent((before) => before ?? factorAt(document.activeElement) ?? first ?? null);
    return () => {
      element.removeEventListener("focusin", follow);
      element.removeEventListener("click", follow);
    };
  }, [form, first]);

  return { current, tab, setTab };
}
