import { z } from "zod";
import { isKeepable, unkeepable } from "../characters";
import { formatDate } from "../dates";
import { done, type Outcome, refused } from "../outcome";

/** What a release goes by: its number, when it was made (a UTC instant), and its hash. */
export interface ReleaseName {
  readonly number: number;
  readonly madeAt: string;
  /** The SHA-256 of its whole content, as 64 small hexadecimal digits. */
  readonly sha256: string;
}

/** A release by number and day: "Release 3 of 14 October 2016". */
export function releaseInWords({ number, madeAt }: Pick<ReleaseName, "number" | "madeAt">): string {
  return `Release ${number} of ${formatDate(madeAt)}`;
}

const longest = 4000;

/**
 * The note of a release as it is stored, or a refusal beside the field "note".
 * Example: " For the annual report " → "For the annual report"; blank → refused.
 */
export function noteFrom(typed: string): Outcome<string> {
  const note = typed.trim().replaceAll("\r\n", "\n");
  if (note === "") return refused("note", "Say what this release is for");
  if (note.length > longest) return refused("note", "Shorten the note to 4,000 characters");
  if (!isKeepable(note)) return refused("note", unkeepable);
  return done(note);
}

const numberSchema = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);

/** The number of a release as an address gives it; null when it is none, such as "03" or "x". */
export function releaseNumberFrom(text: string): number | null {
  return numberSchema.safeParse(text).data ?? null;
}
