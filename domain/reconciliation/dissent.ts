import { z } from "zod";
import { reasonSchema } from "../reason";

/**
 * What a coder enters who dissents from the agreed level of a factor. `seenRevision` is the
 * decision that they were looking at.
 */
export const dissentSchema = z.strictObject({
  factor: z.string(),
  reason: reasonSchema("Enter a reason for your dissent"),
  seenRevision: z.int().min(0),
});
export type NewDissent = z.infer<typeof dissentSchema>;

/** One entry about a coder’s dissent: recorded from a level, or withdrawn. */
interface DissentEntry {
  readonly assignmentId: string;
  readonly factor: string;
  /** The agreed level that it was about. */
  readonly level: string;
  readonly stands: boolean;
}

/**
 * The dissents from this level that stand. The newest entry of each coder counts. A dissent is from
 * a level: it stands, also in a later round, as long as that level is the one agreed.
 * `entries` are those of one factor, oldest first.
 */
export function standingDissents<E extends DissentEntry>(
  entries: readonly E[],
  level: string,
): E[] {
  const newest = new Map(entries.map((entry) => [entry.assignmentId, entry]));
  return [...newest.values()].filter((entry) => entry.stands && entry.level === level);
}
