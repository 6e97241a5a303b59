"use client";

import { type RefObject, useEffect, useState } from "react";

function factorAt(target: EventTarget | null): string | undefined {
  const element = target instanceof Element ? target : null;
  return element?.closest<HTMLElement>("[data-factor]")?.dataset.factor;
}

/**
 * The factor in hand: the one that last had the focus or was clicked. It stays when the focus
 * leaves, and Safari, which does not focus radios on a click, is served too. Null until the page
 * has its scripts; the style sheet then goes by focus alone.
 */
export function useCurrentFactor(
  form: RefObject<HTMLFormElement | null>,
  first: string | undefined,
): string | null {
  const [current, setCurrent] = useState<string | null>(null);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const follow = (event: Event) => {
      const key = factorAt(event.target);
      if (key) setCurrent(key);
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

  return current;
}
