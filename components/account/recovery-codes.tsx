"use client";

import { useEffect, useRef, useState } from "react";

/** New recovery codes, which are shown this once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section aria-labelledby="recovery-codes" tabIndex={-1} ref={box}>
      <h2 id="recovery-codes">Your recovery codes</h2>
      <p>
        Your second factor is on. Keep these codes where you would still find them without your app,
        such as on paper. Each works once in place of a code from the app. They are not shown again.
      </p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <WaysToKeep text={codes.join("\n")} />
      <p className="buttons">
        <a className="govuk-link" href="/">
          I have kept them: go to your work
        </a>
      </p>
    </section>
  );
}

/** Buttons that only scripts can answer: they appear with them. */
function WaysToKeep({ text }: { text: string }) {
  const [shown, setShown] = useState(false);
  const [told, setTold] = useState("");
  useEffect(() => setShown(true), []);
  if (!shown) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setTold("Copied"),
      () => setTold("Your browser did not allow that: select the codes and copy them yourself"),
    );
  return (
    <div className="buttons ways-to-keep">
      {"clipboard" in navigator && (
        <button type="button" className="govuk-button govuk-button--secondary" onClick={copy}>
          Copy the codes
        </button>
      )}
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        onClick={() => window.print()}
      >
        Print this page
      </button>
      <span role="status">{told}</span>
    </div>
  );
}
