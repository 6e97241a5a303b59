"use client";

import { Button } from "@/components/ui/button";
import type { Rating, Ratings } from "@/domain/ratings/ratings";
import type { SaveProgress } from "./autosaver";
import type { FactorView } from "./rating-form-state";
import { RunningCheck } from "./running-check";

function dotOf(rating: Rating | undefined): "unsure" | "done" | "empty" {
  if (rating?.unsure) return "unsure";
  return rating?.level ? "done" : "empty";
}

/** How far the coder is, whether it is saved, and what comes next. */
export function RatingStatus(props: {
  /** The address of the page. */
  page: string;
  factors: readonly FactorView[];
  ratings: Ratings;
  progress: SaveProgress;
  showKeys: () => void;
}) {
  const { factors, ratings, progress } = props;
  const rated = factors.filter(({ key }) => ratings[key]?.level).length;
  return (
    <div className="rating-status">
      <div className="rating-count">
        <p>
          {rated} of {factors.length} rated
        </p>
        <span className="dots" aria-hidden="true">
          {factors.map(({ key }) => (
            <i data-state={dotOf(ratings[key])} key={key} />
          ))}
        </span>
      </div>
      <SaveState {...props} />
      <RunningCheck factors={factors} ratings={ratings} />
      <div className="buttons">
        <button type="button" className="keys-button" onClick={props.showKeys}>
          Keys <kbd>?</kbd>
        </button>
        <Button name="intent" value="submit" id="submit-ratings">
          Submit ratings
        </Button>
        <Button name="intent" value="save" look="secondary">
          Save and come back later
        </Button>
      </div>
      {progress.trouble === "stale" && (
        <p className="rating-trouble">
          <a href={props.page}>Reload the page</a> to go on from the other version. Copy what you
          want to keep first.
        </p>
      )}
    </div>
  );
}

const troubles = {
  no_connection: "Not saved: no connection, still trying",
  stale:
    "This case was changed in another tab or window. What you typed here is still shown, and has not been saved.",
  signed_out:
    "You have been signed out. What you typed is still here, and is saved when you have signed in again.",
  second_factor:
    "Everyone must have a second factor now. What you typed is still here, and is saved when you have set yours up.",
  refused: "Not saved: see the problems below",
  closed:
    "This case can no longer be rated here. What you typed last is still shown, and has not been saved: copy what you want to keep.",
  practise_first:
    "Your team now asks for practice first. What you typed is still shown, and has not been saved: practise in another tab, then go on here.",
  other_person:
    "Somebody else is signed in here now. What you typed is still shown, and has not been saved: sign in as yourself to go on.",
  bug: "Not saved: Concord could not do this, still trying",
} as const;

/** As when somebody comes back to the page, which then asks them to sign in. */
function askWhoIsSignedIn() {
  window.dispatchEvent(new Event("focus"));
}

/** The live part says what lasts; "Saving" comes and goes for the eye alone. */
function SaveState({ progress }: { progress: SaveProgress }) {
  const { trouble, savedAt, saving } = progress;
  const words = trouble ? troubles[trouble] : savedAt && `Saved ${savedAt}`;
  return (
    <p className="save-state" data-trouble={trouble ?? undefined}>
      <span role="status">{words}</span>
      {trouble === "signed_out" && (
        <button type="button" className="save-again" onClick={askWhoIsSignedIn}>
          Sign in again
        </button>
      )}
      {trouble === "second_factor" && (
        <a className="save-again" href="/account/second-factor" target="_blank" rel="noopener">
          Set it up in a new tab
        </a>
      )}
      {saving && !trouble && <span aria-hidden="true"> Saving</span>}
    </p>
  );
}
