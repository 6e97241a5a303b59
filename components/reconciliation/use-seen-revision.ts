"use client";

import { useState } from "react";

/**
 * The revision that a decision is sent with: the one that stood when the viewer began to change
 * the row, so that a level agreed by someone else meanwhile is not overwritten unseen. After an
 * answer the viewer has seen what stands.
 */
export function useSeenRevision(current: number, answers: number) {
  const [begun, setBegun] = useState<{ revision: number; answers: number } | null>(null);
  const underWay = begun !== null && begun.answers === answers;
  return {
    revision: underWay ? begun.revision : current,
    touch() {
      if (!underWay) setBegun({ revision: current, answers });
    },
  };
}
