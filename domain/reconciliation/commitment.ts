/** What a round comes to for whoever commits it, as its check page shows it. */
export interface ShownRound {
  readonly round: number;
  /** One for each coder whose ratings count. */
  readonly letters: readonly string[];
  readonly decisions: number;
  readonly dissents: number;
  readonly secondPersonConfirms: boolean;
  /** The commit that waits for a second person; each that is proposed in a round has the next number. */
  readonly proposal: { readonly revision: number } | null;
  readonly sentBack: { readonly revision: number } | null;
}

interface Part {
  readonly of: (shown: ShownRound) => number;
  /** What happened where it is another than was seen. */
  readonly changed: string;
}

const anotherRound =
  "The case was committed and reopened since you opened this page. Check the levels again.";

const parts: readonly Part[] = [
  { of: ({ round }) => round, changed: anotherRound },
  {
    of: ({ letters }) => letters.length,
    changed: "Another coder’s ratings came in since you opened this page. Check the levels again.",
  },
  {
    of: ({ decisions }) => decisions,
    changed: "An agreed level was changed since you opened this page. Check the levels again.",
  },
  {
    of: ({ dissents }) => dissents,
    changed:
      "A dissent was recorded or withdrawn since you opened this page. Check the levels again.",
  },
  {
    of: ({ secondPersonConfirms }) => (secondPersonConfirms ? 1 : 0),
    changed:
      "Whether a second person confirms each commit was changed since you opened this page. Open the page again to see what comes of confirming.",
  },
  {
    of: ({ proposal }) => proposal?.revision ?? 0,
    changed:
      "This commit was proposed or sent back since you opened this page. Open the page again to see how it stands.",
  },
  {
    of: ({ sentBack }) => sentBack?.revision ?? 0,
    changed:
      "This commit was sent back since you opened this page. Go back to the reconciliation to read why.",
  },
];

/**
 * What the check page of a round sends along of what it shows: another as soon as that is another,
 * since coders join, levels are agreed, dissents come and commits are proposed, and none is undone.
 * Example: round 1, coders A and B, 13 levels agreed, no dissent, no second person → "1.2.13.0.0.0.0".
 */
export function seenOf(shown: ShownRound): string {
  return parts.map(({ of }) => of(shown)).join(".");
}

/** What happened to a round since a page of it was `seen`, in a sentence; null when nothing did. */
export function changedSince(seen: string, current: ShownRound): string | null {
  const now = seenOf(current);
  if (seen === now) return null;
  const [before, after] = [seen.split("."), now.split(".")];
  return parts.find((_, index) => before[index] !== after[index])?.changed ?? anotherRound;
}
