import type { Guided } from "@/components/codebook/guidance";
import type { Factor } from "@/domain/codebook/codebook";
import type { Quote } from "@/domain/ratings/quotes";
import type { Difference } from "@/domain/reconciliation/comparison";
import type { DecisionTag } from "@/domain/reconciliation/decision-tags";
import type { Way } from "@/domain/reconciliation/reconciliation";

/** What one coder gave for one factor. */
export interface Given {
  readonly letter: string;
  /** The letter, with the name beside it where the team shows names. */
  readonly coder: string;
  readonly levelKey: string;
  readonly levelLabel: string;
  readonly score: number;
  readonly note: string;
  readonly unsure: boolean;
  readonly quotes: readonly Quote[];
  /** Labels of the themes. */
  readonly themes: readonly string[];
  readonly description: string;
  /** What they gave at first, where a second look changed level, note or doubt; null otherwise. */
  readonly first: {
    readonly levelLabel: string;
    readonly note: string;
    readonly unsure: boolean;
  } | null;
}

/** The level that stands for one factor, and how it came about. */
export interface Agreed {
  readonly level: string;
  readonly levelLabel: string;
  /** Null for an imported agreed rating: how it was reached is not known. */
  readonly way: Way | null;
  readonly wayLabel: string;
  readonly reason: string;
  readonly tags: readonly DecisionTag[];
  readonly revision: number;
  /** Whether it was taken over from the version before the case was reopened. */
  readonly carried: boolean;
  /** How it was agreed, by whom and when; or why it is to be decided again. */
  readonly words: string;
}

/** What is told at once to everybody in the room when something was done. */
export interface News {
  /** How far the room has come. */
  readonly at: number;
  /** The levels that stand, by factor. */
  readonly agreed: Readonly<Record<string, Agreed>>;
  /** The level that was agreed last, in words; "" before the first. */
  readonly latest: string;
}

/** A coder who dissents from the agreed level. */
export interface Dissent {
  readonly letter: string;
  readonly reason: string;
  /** Whether it is the viewer's own. */
  readonly own: boolean;
}

/** What was agreed on this factor where the coders of an earlier case disagreed. */
export interface PrecedentLine {
  readonly reference: string;
  readonly summary: string;
  /** Such as "High and Low given, High agreed: agreed after discussion". */
  readonly outcome: string;
  readonly reason: string;
}

/** One factor of a case in reconciliation. */
export interface ReconciliationRow {
  readonly factor: Guided & Pick<Factor, "number" | "key" | "label">;
  readonly given: readonly Given[];
  /** Null when fewer than two coders rated it. */
  readonly difference: Difference | null;
  /** Whether those who quote passages quote the same, in words; a sentence for each two of them. */
  readonly evidence: readonly string[];
  readonly agreed: Agreed | null;
  /** What was agreed no longer stands, because a coder joined since. */
  readonly again: boolean;
  readonly dissents: readonly Dissent[];
  /** Precedents from other cases. */
  readonly precedents: readonly PrecedentLine[];
  /**
   * The summary of the precedent that this row is, "" when it is none; null when it cannot be one,
   * or not by this viewer.
   */
  readonly ownPrecedent: string | null;
  /** The decision that the viewer sees; 0 when there is none. */
  readonly revision: number;
  /** Whether a third coder rated the case, so that "third coder" can be a way. */
  readonly thirdCoder: boolean;
}

export interface Tiles {
  readonly left: number;
  readonly of: number;
  readonly presenceDiffers: number;
  readonly twoOrMoreApart: number;
  readonly oneApart: number;
  readonly same: number;
  readonly notCompared: number;
}

/** A case in reconciliation as one page shows it; rows in the order of work. */
export interface ReconciliationView {
  readonly reference: string;
  readonly facts: readonly string[];
  /** As shown: "14 October 2016, 10:02". */
  readonly openedAt: string;
  readonly coders: readonly { readonly letter: string; readonly name: string | null }[];
  /** Whether names stand beside the letters. */
  readonly namesShown: boolean;
  readonly tiles: Tiles;
  readonly rows: readonly ReconciliationRow[];
  readonly mayAgree: boolean;
  readonly mayDissent: boolean;
  /** How many undecided factors all coders rated the same. */
  readonly acceptableCount: number;
  /** Whether every factor has an agreed level. */
  readonly ready: boolean;
  /** The level that was agreed last, and by whom, in words; "" before the first. */
  readonly latest: string;
  /** For a reopened case: what is being worked on, such as "Reopened: work on version 2". */
  readonly cycle: string;
  /** What the second look changed, in words; "" when there was none. */
  readonly secondLook: string;
}
