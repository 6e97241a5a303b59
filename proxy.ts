import { type NextRequest, NextResponse } from "next/server";

const loopback = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Convenience and headers only; nothing is protected here. On one's own machine, localhost and
 * 127.0.0.1 are the same place with different cookies, so one is sent on to the other.
 */
export function proxy(request: NextRequest) {
  const host = request.headers.get("host") ?? "";
  const home = process.env.CONCORD_URL ? new URL(process.env.CONCORD_URL) : null;
  const asked = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
  if (
    home &&
    asked &&
    home.host !== asked.host &&
    loopback.includes(home.hostname) &&
    loopback.includes(asked.hostname)
  )
    return NextResponse.redirect(
      new URL(request.nextUrl.pathname + request.nextUrl.search, home),
      307,
    );
  const response = NextResponse.next();
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("Referrer-Policy", "same-origin");
  response.headers.set("X-Frame-Options", "DENY");
  return response;
}
