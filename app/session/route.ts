import { NextResponse } from "next/server";
import { currentNewcomer, currentToken, currentViewer, refuseForeignOrigin } from "@/app/viewer";
import { timeLeft } from "@/db/sign-in/sessions";

async function answer() {
  const token = await currentToken();
  const left = token ? await timeLeft(token) : null;
  return NextResponse.json(left ?? { seconds: 0 }, { headers: { "Cache-Control": "no-store" } });
}

/** How long the session still lasts. Asking is no use of it. */
export async function GET() {
  return answer();
}

/** Uses the session, so that it goes on, and says how long it lasts then. */
export async function POST() {
  await refuseForeignOrigin();
  if (!(await currentViewer())) await currentNewcomer();
  return answer();
}
