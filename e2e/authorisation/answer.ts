import type { Action } from "@/db/audit";
import { normalised } from "./normalised";
import type { Answered } from "./questions";

// What the log says, in the words of authorisation.matrix.txt.
const deeds: Partial<Record<Action, string>> = {
  "made the first account": "first",
  "added a person": "added",
  "changed roles": "roles",
  "corrected a name or address": "corrected",
  "closed an account": "closed",
  "changed their password": "password",
  "gave a new first password": "password",
  "began a second factor": "begun",
  "set up a second factor": "factor-on",
  "removed their second factor": "factor-off",
  "removed a second factor": "factor-off",
  "made new recovery codes": "codes",
  "required a second factor": "required",
  "no longer required a second factor": "optional",
  "refused a sign-in": "no-entry",
  "signed in": "signed-in",
  "signed out": "signed-out",
  "signed out everywhere": "out-all",
  "registered the case": "registered",
  "changed the record": "record",
  "changed a code list": "list",
  "recorded the days of a sample": "sample",
  "recorded figures from elsewhere": "context",
  "assigned a coder": "assigned",
  "went on without a coder": "went-on",
  "replaced a coder": "replaced",
  "set the days to rate": "days",
  "handed the case back": "given-back",
  "saved a draft": "saved",
  "submitted ratings": "submitted",
  "took a submission back": "taken-back",
  "held the opening": "held",
  "began the second look": "begun",
  "submitted a second look": "again",
  "ended the second look": "ended",
  "opened the case": "*",
  "agreed a level": "agreed",
  "accepted all the same": "accepted",
  "recorded dissent": "dissent",
  "withdrew dissent": "withdrawn",
  "made a precedent": "precedent",
  "took a precedent back": "unmade",
  "proposed to commit": "proposed",
  "sent a commit back": "sent-back",
  "showed the coders’ names": "names",
  "hid the coders’ names": "no-names",
  "changed the meeting notes": "noted",
  "committed to the dataset": "committed",
  "reopened the case": "reopened",
  "asked for a second person at commits": "second",
  "no longer asked for a second person at commits": "alone",
  "made a practice case": "practice",
  "changed a practice case": "changed",
  "withdrew a practice case": "withdrawn",
  "offered a practice case again": "offered",
  "saved a practice draft": "saved",
  "submitted practice ratings": "practised",
  "changed what practice is required": "demanded",
  "exported the dataset": "exported",
  "imported cases": "imported",
  "undid an import": "undone",
  "made a release": "released",
};

// What an action says when it did nothing. The last is for any other fault of a form.
const sayings: [RegExp, string][] = [
  [/"message":"You have been signed out|"kind":"signed_out"/, "sign-in"],
  [/Somebody else is signed in here now|"kind":"other_person"/, "other"],
  [/can no longer be (done|rated here)|"kind":"closed"/, "too-late"],
  [/"problems":\[\{|"kind":"(refused|stale)"/, "refused"],
];

/** An answer, with what was written to the database on the way. */
export interface Reply {
  /** What came of it, in one word. */
  readonly word: string;
  /** All that was sent back, without what is random in it. */
  readonly whole: string;
}

/** Reads an answer. `written` is what the log says was done, or null when nothing was. */
export async function replyOf(answer: Answered, written: Action[] | null): Promise<Reply> {
  const headers = answer.headersArray().map(({ name, value }) => `${name.toLowerCase()}: ${value}`);
  const whole = [answer.status(), ...headers.sort(), "", await answer.text()].join("\n");
  return {
    word: written ? deedsIn(written) : wordFor(answer, whole),
    whole: normalised(whole),
  };
}

function deedsIn(written: readonly Action[]): string {
  const words = new Set(written.map((action) => deeds[action] ?? action.toUpperCase()));
  return [...words].join("+").replace("+*", "*") || "UNLOGGED";
}

function wordFor(answer: Answered, whole: string): string {
  const headers = answer.headers();
  const next = headers.location ?? headers["x-action-redirect"];
  if (next) return `→${placeOf(next)}`;
  if (headers["content-type"] !== "text/x-component") return String(answer.status());
  return sayings.find(([says]) => says.test(whole))?.[1] ?? String(answer.status());
}

const randomId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

// The last part of the path.
function placeOf(address: string): string {
  const { pathname } = new URL(address.replace(/;push$/, ""), "http://here");
  if (randomId.test(pathname)) return "account";
  return pathname === "/" || pathname === "/api/auth/signin"
    ? pathname.replace("/api/auth/signin", "sign-in")
    : pathname.slice(pathname.lastIndexOf("/") + 1);
}
