import { type NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/app/sign-in/auth-options";
import { emailCookie } from "@/app/sign-in/email-cookie";

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

/** The sign-in itself. A failed one goes back to the form, with the address that was typed. */
export async function POST(request: NextRequest, context: Context) {
  const { nextauth } = await context.params;
  if (nextauth.join("/") !== "callback/credentials") return nowhere();
  const kind = request.headers.get("content-type") ?? "";
  if (!kind.startsWith("application/x-www-form-urlencoded"))
    return new NextResponse(null, { status: 415 });
  const form = await request.clone().formData();
  const response: Response = await NextAuth(authOptions())(request, context);
  const location = new URL(response.headers.get("location") ?? "?error=", request.url);
  if (!location.searchParams.has("error")) return response;

  const query = new URLSearchParams({ again: "yes" });
  const callbackUrl = form.get("callbackUrl");
  if (typeof callbackUrl === "string") query.set("callbackUrl", callbackUrl);
  const headers = { Location: `/sign-in?${query}` };
  const answer = new NextResponse(null, { status: 303, headers });
  const email = form.get("email");
  if (typeof email === "string") answer.cookies.set(emailCookie(email.slice(0, 200)));
  return answer;
}
