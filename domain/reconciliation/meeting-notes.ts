import { z } from "zod";
import { isKeepable, unkeepable } from "../characters";

/** What somebody saves as the notes of a meeting. `seenRevision` is the version they started from. */
export const notesSchema = z.strictObject({
  text: z
    .string()
    .trim()
    .transform((text) => text.replaceAll("\r\n", "\n"))
    .pipe(
      z
        .string()
        .max(20_000, "Shorten the notes to 20,000 characters")
        .refine(isKeepable, unkeepable),
    ),
  seenRevision: z.int().min(0),
});
export type NotesChange = z.infer<typeof notesSchema>;

/** What to say when somebody else has saved the notes meanwhile. */
export const staleNotes =
  "The notes were changed since you began. What you typed has not been saved. Take over what you need from the notes as they stand, then save again.";
