"use client";

import { type FormEvent, useState } from "react";
import { PasswordInput } from "../ui/password-input";
import { tryToSignIn } from "./try-sign-in";

const unreached = "Concord could not be reached. Check the connection and try again.";
const needsCode =
  "You have a second factor, which is asked for next: sign in in a new tab, then come back to this one.";

/** Signs the person who opened the page in again, without leaving it. */
export function SignInAgain({ email }: { email: string }) {
  const [problem, setProblem] = useState("");
  const [isTrying, setTrying] = useState(false);

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isTrying) return;
    const form = event.currentTarget;
    const password = String(new FormData(form).get("again") ?? "");
    setTrying(true);
    // The same words a second time are only read out again when they were gone in between.
    setProblem("");
    try {
      const answer = await tryToSignIn(email, password);
      if (answer.kind === "not in") setProblem(answer.words);
      else if (answer.kind === "code needed") setProblem(needsCode);
      else {
        form.reset();
        // As when somebody comes back to the page: it asks who is signed in, and saves what waits.
        window.dispatchEvent(new Event("focus"));
      }
    } catch {
      setProblem(unreached);
    } finally {
      setTrying(false);
    }
  }

  return (
    <form onSubmit={signIn} noValidate>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="again">
          Password of {email}
        </label>
        <p id="again-error" className="govuk-error-message" role="alert">
          {problem}
        </p>
        <PasswordInput
          name="again"
          label={`Password of ${email}`}
          autoComplete="current-password"
          describedBy="again-error"
          invalid={problem !== ""}
        />
      </div>
      <div className="buttons">
        <button type="submit" className="govuk-button">
          Sign in again
        </button>
        <a className="govuk-link" href="/sign-in" target="_blank" rel="noreferrer">
          Sign in in a new tab instead
        </a>
      </div>
    </form>
  );
}
