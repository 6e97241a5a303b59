"use client";

import { type ReactNode, type SyntheticEvent, useState } from "react";

/**
 * Whether something that opens in place is open: as `open` says, which changes as the work goes on,
 * until somebody opens or closes it by hand. While `held` it stays open.
 */
export function useFold(open: boolean, held = false) {
  const [byHand, setByHand] = useState<boolean | null>(null);
  const now = held || (byHand ?? open);
  return {
    details: {
      open: now,
      onToggle(event: SyntheticEvent<HTMLDetailsElement>) {
        const is = event.currentTarget.open;
        if (is !== now) setByHand(is);
      },
    },
    /** From now on as `open` says again. */
    letGo: () => setByHand(null),
  };
}

/** Something that opens in place, and stays as whoever looks at it has left it. */
export function Fold(props: { open: boolean; summary: ReactNode; children: ReactNode }) {
  const fold = useFold(props.open);
  return (
    <details {...fold.details}>
      <summary>{props.summary}</summary>
      {props.children}
    </details>
  );
}
