import { z } from "zod";
import { isKeepable, unkeepable } from "./characters";
import { done, type Outcome, refused } from "./outcome";

/**
 * The shape of a reason: without the blanks around it, at most 4,000 characters. `missing` is what
 * to say when there is none; left out, there need not be one.
 */
export function reasonSchema(missing?: string) {
  const text = z
    .string()
    .max(4000, "Shorten the reason to 4,000 characters")
    .refine(isKeepable, unkeepable);
  return z
    .string()
    .trim()
    .transform((typed) => typed.replaceAll("\r\n", "\n"))
    .pipe(missing === undefined ? text : text.min(1, missing));
}

/**
 * The reason as it is stored, or a refusal beside the field "reason".
 * Example: " Page 4 " → "Page 4"; blank → refused with `missing`.
 */
export function reasonFrom(typed: string, missing: string): Outcome<string> {
  const checked = reasonSchema(missing).safeParse(typed);
  if (checked.success) return done(checked.data);
  return refused("reason", checked.error.issues[0]?.message ?? missing);
}
