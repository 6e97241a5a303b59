"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/**
 * The revision that a decision is sent with: the one that stood when the viewer began to change
 * the row, so that a level agreed by someone else meanwhile is not overwritten unseen. After an
 * answer the viewer has seen what stands.
 */
export function useSeenRevision(current: number, answers: number) {
  const [begun, setBegun] = useState<{ revision: number; answers: number } | null>(null);
  const underWay = begun !== null && begun.answers === answers;
  return {
    underWay,
    revision: underWay ? begun.revision : current,
    touch() {
      if (!underWay) setBegun({ revision: current, answers });
    },
  };
}

/** Shows a decision that came from elsewhere, unless the viewer has the row in hand. */
export function useShowDecision(
  form: RefObject<HTMLFormElement | null>,
  revision: number,
  inHand: boolean,
) {
  const shown = useRef(revision);
  useEffect(() => {
    if (shown.current === revision || inHand) return;
    shown.current = revision;
    form.current?.reset();
  }, [form, revision, inHand]);
}
