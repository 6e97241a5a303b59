"use client";

import { useEffect, useRef, useState } from "react";

/** What was done, and where to go from there. */
export interface DoneWords {
  readonly words: string;
  readonly next?: { readonly href: string; readonly label: string };
}

/**
 * What was done just before this page, on top of it. Takes focus when it appears, and stays while
 * the page does, also when the page is brought up to date.
 */
export function Done({ told }: { told: DoneWords | null }) {
  const [shown, setShown] = useState(told);
  const box = useRef<HTMLDivElement>(null);
  if (told && told !== shown) setShown(told);
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (!shown) return null;
  return (
    <div className="notice done" role="alert" tabIndex={-1} ref={box}>
      <p>
        {shown.words}
        {shown.next && (
          <>
            {" "}
            <a className="govuk-link" href={shown.next.href}>
              {shown.next.label}
            </a>
          </>
        )}
      </p>
    </div>
  );
}
