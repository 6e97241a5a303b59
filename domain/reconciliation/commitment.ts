/** What a round comes to for whoever commits it, as its check page shows it. */
export interface ShownRound {
  readonly round: number;
  /** One for each coder whose ratings count. */
  readonly letters: readonly string[];
  readonly decisions: number;
  readonly dissents: number;
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
];

/**
 * What the check page of a round sends along of what it shows. It is another as soon as a part of
 * that is: within a round each of them only grows.
 * Example: round 1, coders A and B, 13 levels agreed, no dissent → "1.2.13.0".
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
