import { cookies } from "next/headers";
import { longestWaitMinutes, waitWords } from "@/db/sign-in/sign-in-limits";
import { cookie } from "./cookies";

/** The token that both forms of a sign-in send; undefined while the browser has no cookie for it. */
export async function csrfToken(): Promise<string | undefined> {
  return (await cookies()).get(cookie("csrf").name)?.value.split("|")[0];
}

/** What to say of the try that led back to a form; undefined when there was none. */
export function whyNotIn(
  { again, wait }: { again?: string; wait?: string },
  wrong: string,
): string | undefined {
  const minutes = Number(wait);
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= longestWaitMinutes)
    return waitWords(minutes);
  return again === "yes" ? wrong : undefined;
}
