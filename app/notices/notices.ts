import { cookies, headers } from "next/headers";
import { z } from "zod";
import { personId, reference } from "@/app/arguments";
import { cookie } from "@/app/sign-in/cookies";
import { type Section, sections } from "@/domain/case-record/case-record";

/*
 * What was done, told on the page that follows (decision 34). The browser is given the name of a
 * notice of this list and what it is about; the words are made where they are shown.
 */

/** Done to a case. */
const ofCase = z.enum([
  "submitted",
  "second look submitted",
  "taken back",
  "committed",
  "proposed",
  "sent back",
  "assigned",
]);

/** Done to the account of somebody. */
const ofPerson = z.enum(["added", "changed", "given a password", "without second factor"]);

/** Done to the study, or to one's own account. */
const ofStudy = z.enum([
  "assigned on the board",
  "coder replaced",
  "days set",
  "settings saved",
  "requirement set",
  "second factor required",
  "password changed",
  "first account made",
]);

const section = z.enum(Object.keys(sections) as [Section]);

const noticeSchema = z.union([
  z.strictObject({ kind: ofCase, reference }),
  z.strictObject({ kind: z.literal("section saved"), reference, section }),
  z.strictObject({ kind: ofPerson, personId }),
  z.strictObject({ kind: ofStudy }),
]);
/** Something that was done, and what it was done to. */
export type Notice = Readonly<z.infer<typeof noticeSchema>>;

const leftSchema = z.strictObject({ page: z.string(), notice: noticeSchema });

/** How long a browser keeps a notice, in seconds: until it has asked for the page that follows. */
const seconds = 5;

/** Where proxy.ts says which page is asked for. */
const pageHeader = "concord-page";

/** Has the page at this path, when it is asked for next, tell what was done. */
export async function leaveNotice(path: string, notice: Notice): Promise<void> {
  const { name, options } = cookie("notice");
  const [page = ""] = path.split(/[?#]/);
  const value = JSON.stringify({ page, notice } satisfies z.infer<typeof leftSchema>);
  (await cookies()).set({ name, value, ...options, maxAge: seconds });
}

/** What was done just before the page that is asked for; null when nothing is to be told on it. */
export async function noticeLeft(): Promise<Notice | null> {
  const sent = (await cookies()).get(cookie("notice").name)?.value;
  const left = leftSchema.safeParse(parsed(sent));
  if (!left.success || left.data.page !== (await headers()).get(pageHeader)) return null;
  return left.data.notice;
}

function parsed(text = ""): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
