import { eq } from "drizzle-orm";
import { type Outcome, refused } from "@/domain/outcome";
import type { Viewer } from "../people/people";
import { people } from "../schema";
import { reader } from "../store/store";
import { isPassword } from "./passwords";
import { countTry, type Try, tryWasRight, waitWords } from "./sign-in-limits";

/**
 * Null when this is the viewer's own password; otherwise why it is refused, beside `field`. Asked
 * before an account is changed, so that a machine left alone is not enough. Tries are counted.
 */
export async function whyNotOwnPassword(
  viewer: Viewer,
  password: string,
  field: string,
): Promise<Outcome<never> | null> {
  const one: Try = {
    kind: "own password",
    whose: viewer.id,
    knownBrowser: "signed in",
    address: "",
  };
  const wait = await countTry(one);
  if (wait) return refused(field, waitWords(wait.minutes));
  const [own] = await reader()
    .select({ passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, viewer.id));
  if (!(await isPassword(own?.passwordHash ?? null, password)))
    return refused(field, "Enter the password that you have now");
  await tryWasRight(one);
  return null;
}
