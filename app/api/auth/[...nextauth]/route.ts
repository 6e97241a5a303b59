import { type NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/app/sign-in/auth-options";
import { cookie, kept } from "@/app/sign-in/cookies";
import { placeOf } from "@/app/sign-in/place";
import { currentToken } from "@/app/viewer";
import { endSession, newcomerOfSession, viewerOfSession } from "@/db/sign-in/sessions";
import { type SignIn, signIn, signInWithCode } from "@/db/sign-in/sign-in";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

const nowhere = () => new NextResponse(null, { status: 404 });

/** The start of a sign-in: sets the cookie that the form is checked against. */
export async function GET(request: NextRequest, context: Context) {
  const { nextauth } = await context.params;
  if (nextauth.join("/") !== "signin") return nowhere();
  return NextAuth(authOptions())(request, context);
}

/** Nothing to look at: without this, next-auth is asked, and fails where it cannot show a page. */
export function HEAD() {
  return nowhere();
}

/** Both steps of a sign-in. One that fails goes back to its form, with the address typed. */
export async function POST(request: NextRequest, context: Context) {
  const { nextauth } = await context.params;
  if (nextauth.join("/") !== "callback/credentials") return nowhere();
  const kind = request.headers.get("content-type") ?? "";
  if (!kind.startsWith("application/x-www-form-urlencoded"))
    return new NextResponse(null, { status: 415 });
  const form = await request.clone().formData();
  const before = await currentToken();

  let result: Tried | undefined;
  const options = authOptions(async (sent) => {
    result = await tryToSignIn(request, sent);
    return result.kind === "signed in" ? result.token : null;
  });
  const answer: Response = await NextAuth(options)(request, context);
  // Without the cookie that the form is checked against, next-auth asks for it anew.
  if (!result) return answer.headers.has("location") ? answer : backToForm(form, { kind: "wrong" });
  if (result.kind !== "signed in") return backToForm(form, result);
  await endSessionOf(before);
  return welcome(answer, result.browser);
}

/** The browser has a new session now; the one that it had is not left open. */
async function endSessionOf(token: string | null): Promise<void> {
  if (!token) return;
  const person = (await viewerOfSession(token)) ?? (await newcomerOfSession(token));
  if (person) await endSession(person, token);
}

function welcome(answer: Response, browser: string): NextResponse {
  const entered = new NextResponse(answer.body, answer);
  entered.cookies.set(kept("browser", browser));
  entered.cookies.set(kept("ticket", ""));
  return entered;
}

/** What was left blank of what a step asks for: nothing is looked up then, nor counted as a try. */
interface LeftBlank {
  readonly kind: "blank";
  readonly fields: readonly string[];
}

type Tried = SignIn | LeftBlank;
type NotIn = Exclude<Tried, { kind: "signed in" }>;

/** The form that comes next: for the code, or the same again with what is known to be wrong. */
function backToForm(form: FormData, result: NotIn): NextResponse {
  const callbackUrl = form.get("callbackUrl");
  const query = new URLSearchParams(typeof callbackUrl === "string" ? { callbackUrl } : {});
  if (result.kind === "wrong") query.set("again", "yes");
  if (result.kind === "blank") for (const field of result.fields) query.append("blank", field);
  if (result.kind === "key lost") query.set("lost", "yes");
  if (result.kind === "wait") query.set("wait", String(result.minutes));
  const asksForCode = result.kind === "code needed" || form.has("code");
  const Location = `/sign-in${asksForCode ? "/code" : ""}?${query}`;
  const answer = new NextResponse(null, { status: 303, headers: { Location } });
  if (result.kind === "code needed") answer.cookies.set(kept("ticket", result.ticket));
  const email = form.get("email");
  if (typeof email === "string" && !asksForCode)
    answer.cookies.set(kept("email", email.slice(0, 200)));
  return answer;
}

/** Looks at what was sent: an address and a password, or the code that they were followed by. */
async function tryToSignIn(
  request: NextRequest,
  { email, password, code }: Readonly<Record<string, unknown>>,
): Promise<Tried> {
  const place = placeOf(request);
  if (typeof code === "string") {
    const ticket = request.cookies.get(cookie("ticket").name)?.value ?? "";
    if (code.trim() === "") return { kind: "blank", fields: ["code"] };
    return code.length > 40 ? { kind: "wrong" } : signInWithCode(ticket, code, place);
  }
  if (typeof email !== "string" || typeof password !== "string") return { kind: "wrong" };
  const blank = [
    ...(email.trim() === "" ? ["email"] : []),
    ...(password === "" ? ["password"] : []),
  ];
  if (blank.length > 0) return { kind: "blank", fields: blank };
  if (email.length > 200 || password.length > 128) return { kind: "wrong" };
  return signIn(email, password, place);
}
