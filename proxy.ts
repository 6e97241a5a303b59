import { type NextRequest, NextResponse } from "next/server";

/**
 * Headers for every answer, and a first look at where a write comes from. Who may see or do what
 * is not decided here but in db/.
 */
export function proxy(request: NextRequest) {
  if (writes(request) && !comesFromHere(request)) return withHeaders(refusal(), csp(newNonce()));
  const nonce = newNonce();
  const policy = csp(nonce);
  // Next reads the nonce for its own scripts from the policy of the request. Whatever a caller
  // sent under that name is written over.
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  return withHeaders(NextResponse.next({ request: { headers } }), policy);
}

function newNonce(): string {
  return btoa(crypto.randomUUID());
}

function csp(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function writes(request: NextRequest): boolean {
  return !["GET", "HEAD", "OPTIONS"].includes(request.method);
}

// A page of ours says where it comes from; another site's page, or none, is turned away.
function comesFromHere(request: NextRequest): boolean {
  const origin = request.headers.get("origin") ?? "";
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}

function refusal(): NextResponse {
  return new NextResponse("This did not come from a page of Concord, and was not done.", {
    status: 403,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}

function withHeaders(response: NextResponse, policy: string): NextResponse {
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("Referrer-Policy", "same-origin");
  response.headers.set("X-Frame-Options", "DENY");
  response.headers.set("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.set("Cross-Origin-Resource-Policy", "same-origin");
  if (process.env.CONCORD_URL?.startsWith("https://"))
    response.headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  return response;
}
