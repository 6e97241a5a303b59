import { notFound } from "next/navigation";
import { z } from "zod";
import { referenceSchema } from "@/domain/cases";

/*
 * What server actions take. Any browser can call any of them with anything, so each is made by
 * `taking`, which says what it takes; whoever sends something else is told that there is no such
 * thing.
 */

/** Makes a server action of `work` that takes arguments of these kinds and no others. */
export function taking<const Kinds extends readonly z.ZodType[], Result>(
  kinds: Kinds,
  work: (...args: { [At in keyof Kinds]: z.output<Kinds[At]> }) => Promise<Result>,
): typeof work {
  const all = z.tuple(kinds as unknown as [z.ZodType]);
  return async (...sent) => {
    const taken = all.safeParse(sent);
    if (!taken.success) notFound();
    return work(...(taken.data as unknown as typeof sent));
  };
}

/** The reference of a case, exactly as cases have them. */
export const reference = z
  .string()
  .refine((sent) => referenceSchema.safeParse(sent).data === sent, "No case is called so");

/** The id of a person. */
export const personId = z.string().min(1).max(100);

/**
 * What a page was made for: a case, and the person who opened it. Somebody else may have signed in,
 * in another tab of the same browser, since then; what is on the page is not theirs to send.
 */
export const pageOf = z.strictObject({ reference, personId });
export type PageOf = Readonly<z.infer<typeof pageOf>>;

/** The number of a practice case. */
export const practiceNumber = z.int().min(1).max(999_999);

/** As pageOf, for a practice case. */
export const practicePageOf = z.strictObject({ number: practiceNumber, personId });

/** What a form showed before it was sent. It comes from the browser, and nothing rests on it. */
export const before = z.unknown();

/** The fields of a form. */
export const fields = z.instanceof(FormData);
