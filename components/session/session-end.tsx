import type { ReactNode } from "react";
import { SessionDialog } from "./session-dialog";
import type { TimeLeft } from "./session-watch";
import { SignInAgain } from "./sign-in-again";

interface SessionEndProps extends TimeLeft {
  /** How long a session lasts at most. */
  readonly hours: number;
  /** What the person who opened the page signs in with. */
  readonly email: string;
}

/** Warns before the session ends, as far as this page knows. */
export function SessionEnd({ hours, email, ...left }: SessionEndProps) {
  return (
    <SessionDialog
      {...left}
      words={{
        unused: (
          <EndsSoon
            words="Nothing has happened here for a while. If you are signed out, what you typed stays on this page."
            goOn="Stay signed in"
          />
        ),
        old: (
          <EndsSoon
            words={`You have been signed in for ${hours} hours, which is as long as a sign-in lasts. Save what you typed, then sign in again.`}
            goOn="Go back to the page"
          />
        ),
        unreached: "Concord could not be reached. Check the connection and try again.",
        over: (
          <Covered
            heading="You have been signed out"
            words="What you typed is still here. Sign in again, and go on where you were."
          >
            <SignInAgain email={email} />
          </Covered>
        ),
        other: (
          <Covered
            heading="Somebody else is signed in here now"
            words="This page is for the person who opened it. What they typed is still here: they can sign in again, then come back to it."
          >
            <form className="buttons">
              <button type="submit" className="govuk-button govuk-button--secondary">
                Leave what was typed, and load the page anew
              </button>
            </form>
          </Covered>
        ),
      }}
    />
  );
}

function EndsSoon({ words, goOn }: { words: string; goOn: string }) {
  return (
    <>
      <p id="session-words">{words}</p>
      <div className="buttons">
        <form method="dialog">
          <button type="submit" className="govuk-button">
            {goOn}
          </button>
        </form>
        <form method="post" action="/sign-out">
          <button type="submit" className="govuk-button govuk-button--secondary">
            Sign out
          </button>
        </form>
      </div>
    </>
  );
}

function Covered(props: { heading: string; words: string; children: ReactNode }) {
  return (
    <>
      <h2 id="session-heading">{props.heading}</h2>
      <p id="session-words">{props.words}</p>
      {props.children}
    </>
  );
}
