"use client";

import { type MouseEvent, useEffect, useLayoutEffect, useRef } from "react";
import type { Problem } from "@/domain/outcome";

/** Focuses the field that a link of the summary points to, its label in sight. */
function goToField(event: MouseEvent<HTMLAnchorElement>, id: string) {
  const field = document.getElementById(id);
  if (!field) return;
  event.preventDefault();
  field.focus({ preventScroll: true });
  const frame = field.closest("fieldset, .govuk-form-group") ?? field;
  frame.scrollIntoView({ block: "nearest" });
}

const prefix = "Error: ";

// Several forms of a page can have problems; its title says so until none has. Next sets the title of
// a page anew when it takes that over, which can be later.
function titleProblems(): () => void {
  const mark = () => {
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
  };
  const anew = new MutationObserver(mark);
  anew.observe(document.head, { characterData: true, subtree: true });
  mark();
  return () => {
    anew.disconnect();
    if (!document.querySelector(".govuk-error-summary"))
      document.title = document.title.replace(prefix, "");
  };
}

/**
 * The problems of a form on top of it. Takes focus whenever it appears or changes, and with scripts
 * puts "Error:" before the title of the page.
 */
export function ErrorSummary({ problems }: { problems: readonly Problem[] }) {
  const box = useRef<HTMLDivElement>(null);
  // At once, so that nobody can follow a link of it before. Whoever did so before the scripts arrived
  // stays where it led.
  useLayoutEffect(() => {
    if (problems.length > 0 && !document.querySelector(":target:focus")) box.current?.focus();
  }, [problems]);
  useEffect(() => (problems.length > 0 ? titleProblems() : undefined), [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="govuk-error-summary" tabIndex={-1} ref={box}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {problems.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {field ? (
                  <a href={`#${field}`} onClick={(event) => goToField(event, field)}>
                    {message}
                  </a>
                ) : (
                  message
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
