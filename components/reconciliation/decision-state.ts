import type { Problem } from "@/domain/outcome";

/** What one row's form shows after an attempt. */
export interface DecisionState {
  readonly problems: readonly Problem[];
  /** As typed. */
  readonly values: {
    readonly level?: string;
    readonly way?: string;
    readonly reason?: string;
    readonly tags?: readonly string[];
  };
  /** After a refusal: the decision that the next attempt starts from. */
  readonly seenRevision?: number;
}

export const undecided: DecisionState = { problems: [], values: {} };

export type DecisionAction = (state: DecisionState, form: FormData) => Promise<DecisionState>;
