import { moved, nextParagraph, type Stretch, type Submission } from "@/domain/ratings/submission";

/**
 * What is selected after a key, by keyboard alone: ↓ and ↑ choose a paragraph, beginning with the
 * first in sight; → and ← move where the passage begins, and with Shift where it ends. Null for
 * other keys, and when nothing is selected yet that could be moved.
 */
export function passageAfterKey(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  submission: Submission,
  now: Stretch | null,
  firstInSight: number,
): Stretch | null {
  const step = key === "ArrowDown" || key === "ArrowRight" ? 1 : -1;
  if ((key === "ArrowDown" || key === "ArrowUp") && !shiftKey)
    return now
      ? nextParagraph(submission, now, step)
      : nextParagraph(submission, { from: firstInSight - 1, to: firstInSight }, 1);
  if ((key === "ArrowRight" || key === "ArrowLeft") && now)
    return moved(submission.text, now, shiftKey ? "to" : "from", step);
  return null;
}
