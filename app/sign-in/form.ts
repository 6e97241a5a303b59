import { cookies } from "next/headers";
import { type Query, textIn, textsIn } from "@/app/query";
import { longestWaitMinutes, waitWords } from "@/db/sign-in/sign-in-limits";
import type { Problem } from "@/domain/outcome";
import { cookie } from "./cookies";

/** The token that both forms of a sign-in send; undefined while the browser has no cookie for it. */
export async function csrfToken(): Promise<string | undefined> {
  return (await cookies()).get(cookie("csrf").name)?.value.split("|")[0];
}

/**
 * What to say of the try that led back to a form: to wait, what was left blank, of `asked`, or that
 * it was wrong. Nothing when there was no try.
 */
export function whyNotIn(query: Query, asked: readonly Problem[], wrong: Problem): Problem[] {
  const minutes = Number(textIn(query, "wait"));
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= longestWaitMinutes)
    return [{ ...wrong, message: waitWords(minutes) }];
  const blank = textsIn(query, "blank");
  const missing = asked.filter(({ field }) => blank.includes(field));
  if (missing.length > 0) return missing;
  return textIn(query, "again") === "yes" ? [wrong] : [];
}
