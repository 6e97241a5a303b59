"use client";

import type { ReactNode } from "react";
import { Live } from "./live";
import { useRoom } from "./use-room";

export interface RoomProps {
  /** Where the room’s events come from. */
  readonly events: string;
  /** How far the room had come when this page was made. */
  readonly at: number;
  /** The page of the case. */
  readonly casePage: string;
  /** Shows what is new on this page. */
  readonly look: () => Promise<void>;
  /** The last level that was agreed, in words; "" before the first. */
  readonly latest: string;
  readonly children: ReactNode;
}

/** Who is in the room, what was agreed last, and all that is shown there. */
export function Room({ events, at, casePage, look, latest, children }: RoomProps) {
  const { connection, others, news, behind } = useRoom(events, at, look);
  const last = news?.latest ?? latest;
  const words = () => {
    if (connection === "lost")
      return "The connection is lost. Trying again; what you typed stays here.";
    if (behind)
      return "This page cannot show what others have changed since. Copy what you typed, then load it anew.";
    return last && `Agreed last: ${last}`;
  };
  return (
    <Live value={news?.agreed ?? {}}>
      <div className="room">
        {connection === "open" && (
          <>
            <h2>In the room</h2>
            <ul>
              {["You", ...others].map((name, index) => (
                // Two people may have one name, and neither has anything that could be lost.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <li key={index}>{name}</li>
              ))}
            </ul>
          </>
        )}
        <p role="status">{connection !== "closed" && words()}</p>
        <noscript>
          <p>Load this page again to see what others have decided since.</p>
        </noscript>
        {connection === "closed" && (
          <p role="alert">
            This room has closed. What you typed is still here, and cannot be saved now.{" "}
            <a href={casePage}>See where the case stands</a>
          </p>
        )}
      </div>
      {children}
    </Live>
  );
}
