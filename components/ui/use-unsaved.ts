"use client";

import { useEffect } from "react";

let unsaved = 0;

/** Warns before the page is left while something that was entered on it is not saved. */
export function useUnsaved(isUnsaved: boolean) {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    unsaved += 1;
    window.addEventListener("beforeunload", warn);
    return () => {
      unsaved -= 1;
      window.removeEventListener("beforeunload", warn);
    };
  }, [isUnsaved]);
}

/** Asks before a form leads to another page, of which browsers do not warn by themselves. */
export function mayLeave(): boolean {
  return (
    unsaved === 0 || window.confirm("What you entered on this page has not been saved. Leave?")
  );
}
