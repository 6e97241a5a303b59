"use client";

import { useEffect, useRef, useState } from "react";
import { classes } from "./field-words";

interface PasswordInputProps {
  readonly name: string;
  /** The words of its label, which its button repeats for who hears it. */
  readonly label: string;
  readonly autoComplete: "current-password" | "new-password";
  readonly describedBy?: string;
  readonly invalid: boolean;
}

/** A password, hidden as it is typed. A button shows it; it is hidden again when it is sent. */
export function PasswordInput(props: PasswordInputProps) {
  const { name, label, autoComplete, describedBy, invalid } = props;
  const [shown, setShown] = useState<boolean>();
  const input = useRef<HTMLInputElement>(null);
  // A browser may keep what is sent as text, to offer it to whoever types there next.
  useEffect(() => {
    const form = input.current?.form;
    const hide = () => setShown((now) => now && false);
    form?.addEventListener("submit", hide);
    return () => form?.removeEventListener("submit", hide);
  }, []);
  return (
    <div className="govuk-input__wrapper govuk-password-input__wrapper">
      <input
        className={classes(
          "govuk-input govuk-password-input__input field-medium",
          invalid && "govuk-input--error",
        )}
        id={name}
        name={name}
        type={shown ? "text" : "password"}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={describedBy}
        aria-invalid={invalid ? true : undefined}
        ref={input}
      />
      <button
        type="button"
        className="govuk-button govuk-button--secondary govuk-password-input__toggle"
        aria-controls={name}
        onClick={() => setShown(!shown)}
      >
        {shown ? "Hide" : "Show"} <span className="govuk-visually-hidden">{label}</span>
      </button>
      <span className="govuk-visually-hidden" aria-live="polite">
        {shown !== undefined && `What you typed is ${shown ? "shown" : "hidden"}`}
      </span>
    </div>
  );
}
