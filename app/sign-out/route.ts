import { NextResponse } from "next/server";
import { cookie } from "@/app/sign-in/cookies";
import { currentPerson, currentToken, refuseForeignOrigin } from "@/app/viewer";
import { endSession } from "@/db/sessions";

/**
 * Ends the session, and has the browser forget its cookie and every page that it kept. A whole
 * page follows, so that nothing of the last one stays in memory.
 */
export async function POST() {
  await refuseForeignOrigin();
  const [person, token] = [await currentPerson(), await currentToken()];
  if (person && token) await endSession(person, token);
  const answer = new NextResponse(null, {
    status: 303,
    headers: {
      Location: "/sign-in",
      "Cache-Control": "no-store",
      "Clear-Site-Data": '"cache", "storage"',
    },
  });
  const session = cookie("session");
  answer.cookies.set({ name: session.name, value: "", ...session.options, maxAge: 0 });
  return answer;
}
