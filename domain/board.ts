import type { Stage } from "./workflow";

/** How far a coder is with a case, and then the team, as the board shows it. */
export const marks = {
  not_started: { label: "Not started", symbol: "○" },
  started: { label: "Started", symbol: "◐" },
  submitted: { label: "Submitted", symbol: "●" },
  open: { label: "Ready to reconcile", symbol: "◇" },
  reconciling: { label: "Reconciling", symbol: "◈" },
  committed: { label: "Committed", symbol: "◆" },
} as const;
export type Mark = keyof typeof marks;

/** A coder's part in a case, as far as it is no secret. */
export interface Part {
  /** Whether they ever saved anything: yes or no, never how much or when. */
  readonly started: boolean;
  readonly submitted: boolean;
}

/**
 * The mark of a coder's case. While anybody has not submitted, each coder has a mark of their own;
 * afterwards the stage that all of them share.
 */
export function markOf(stage: Stage, { started, submitted }: Part): Mark {
  if (stage === "open") return "open";
  if (stage === "reconciling" || stage === "reopened") return "reconciling";
  if (stage === "committed") return "committed";
  if (submitted) return "submitted";
  return started ? "started" : "not_started";
}
