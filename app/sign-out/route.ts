import { type NextRequest, NextResponse } from "next/server";
import { cookie } from "@/app/sign-in/cookies";
import { currentPerson, currentToken, refuseForeignOrigin } from "@/app/viewer";
import { signOutEverywhere } from "@/db/people/accounts";
import { endSession } from "@/db/sign-in/sessions";

/**
 * Ends the session, or every session of this person where the form says so, and has the browser
 * forget its cookies, with the address that was asked for last, and every page that it kept. A whole
 * page follows, so that nothing of the last one stays in memory. Where the session had ended already,
 * that page says that no other has.
 */
export async function POST(request: NextRequest) {
  await refuseForeignOrigin();
  const [person, token] = [await currentPerson(), await currentToken()];
  const everywhere = await isMeantEverywhere(request);
  if (person && everywhere) await signOutEverywhere(person);
  else if (person && token) await endSession(person, token);
  const answer = new NextResponse(null, {
    status: 303,
    headers: {
      // Whose other sessions were meant is not known any more.
      Location: everywhere && !person ? "/sign-in?elsewhere=open" : "/sign-in",
      "Cache-Control": "no-store",
      "Clear-Site-Data": '"cache", "storage"',
    },
  });
  for (const one of ["session", "callback", "email", "ticket", "notice"]) {
    const { name, options } = cookie(one);
    answer.cookies.set({ name, value: "", ...options, maxAge: 0 });
  }
  return answer;
}

async function isMeantEverywhere(request: NextRequest): Promise<boolean> {
  const kind = request.headers.get("content-type") ?? "";
  if (!kind.startsWith("application/x-www-form-urlencoded")) return false;
  return (await request.formData()).get("everywhere") === "yes";
}
