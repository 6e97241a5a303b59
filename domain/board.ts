import type { Stage } from "./workflow";

/** How far a coder is with a case, and then the team, as the board shows it. */
export const marks = {
  not_started: { label: "Not started", symbol: "○" },
  started: { label: "Started", symbol: "◐" },
  submitted: { label: "Submitted", symbol: "●" },
  waiting: { label: "Waiting for a lead", symbol: "▷" },
  to_read_again: { label: "To read again", symbol: "◎" },
  read_again: { label: "Read again", symbol: "◉" },
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
  /** Whether they have submitted their second look. */
  readonly readAgain: boolean;
}

/**
 * The mark of a coder's case. While anybody has not submitted, and again in a second look, each
 * coder has a mark of their own; otherwise the stage that all of them share.
 */
export function markOf(stage: Stage, { started, submitted, readAgain }: Part): Mark {
  if (stage === "waiting") return "waiting";
  if (stage === "second_look") return readAgain ? "read_again" : "to_read_again";
  if (stage === "open") return "open";
  if (stage === "reconciling" || stage === "reopened") return "reconciling";
  if (stage === "committed") return "committed";
  if (submitted) return "submitted";
  return started ? "started" : "not_started";
}
