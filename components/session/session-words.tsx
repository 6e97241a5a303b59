import type { ReactNode } from "react";
import type { Standing } from "./session-watch";

interface SessionWordsProps {
  readonly standing: Standing;
  readonly hours: number;
  readonly stay: () => void;
}

/** What the dialog says, with what can be done about it. */
export function SessionWords({ standing, hours, stay }: SessionWordsProps) {
  const { kind } = standing;
  if (kind === "ends soon") return <EndsSoon {...standing} hours={hours} stay={stay} />;
  if (kind === "over")
    return (
      <Ended
        heading="You have been signed out"
        words="What you typed is still here. Sign in again in a new tab, then come back to this one."
      >
        <a className="govuk-button" href="/sign-in" target="_blank" rel="noreferrer">
          Sign in again (opens in a new tab)
        </a>
      </Ended>
    );
  return (
    <Ended
      heading="Somebody else is signed in here now"
      words="This page is for the person who opened it. What they typed is still here: they can sign in again, then come back to it."
    >
      <a
        className="govuk-button govuk-button--secondary"
        href={location.pathname + location.search}
      >
        Leave what was typed, and load the page anew
      </a>
    </Ended>
  );
}

function Ended(props: { heading: string; words: string; children: ReactNode }) {
  return (
    <>
      <h2 id="session-heading">{props.heading}</h2>
      <p id="session-words">{props.words}</p>
      <div className="buttons">{props.children}</div>
    </>
  );
}

type EndsSoonProps = Extract<Standing, { kind: "ends soon" }> & Omit<SessionWordsProps, "standing">;

function EndsSoon({ within, canGoOn, unreached, hours, stay }: EndsSoonProps) {
  return (
    <>
      <h2 id="session-heading" aria-live="assertive">
        You will be signed out in {within}
      </h2>
      <p id="session-words">
        {canGoOn
          ? "Nothing has happened here for a while. If you are signed out, what you typed stays on this page."
          : `You have been signed in for ${hours} hours, which is as long as a sign-in lasts. Save what you typed, then sign in again.`}
      </p>
      <p role="alert">
        {unreached && "Concord could not be reached. Check the connection and try again."}
      </p>
      <div className="buttons">
        <button type="button" className="govuk-button" onClick={stay}>
          {canGoOn ? "Stay signed in" : "Go back to the page"}
        </button>
        <form method="post" action="/sign-out">
          <button type="submit" className="govuk-button govuk-button--secondary">
            Sign out
          </button>
        </form>
      </div>
    </>
  );
}
