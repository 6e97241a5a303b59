import { type NextRequest, NextResponse } from "next/server";
import { type Fault, faultOf, faultOfFiles } from "./app/sent";

/**
 * Headers for every answer, and a first look at where a request leads, where a write comes from and
 * whether it can be read. Who may see or do what is not decided here but in db/.
 */
export async function proxy(request: NextRequest) {
  const nonce = newNonce();
  const policy = csp(nonce);
  const refused = await refusalOf(request);
  if (refused) return withHeaders(request, refused, policy);
  // Next reads the nonce for its own scripts from the policy of the request, and Concord which page
  // is asked for (app/notices). Whatever a caller sent under those names is written over.
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set("Concord-Page", request.nextUrl.pathname);
  return withHeaders(request, NextResponse.next({ request: { headers } }), policy);
}

async function refusalOf(request: NextRequest): Promise<NextResponse | null> {
  if (!leadsSomewhere(request)) return refusal(400);
  if (request.nextUrl.pathname.startsWith("/_global-error")) return refusal(404);
  if (writes(request) && !comesFromHere(request)) return refusal(403);
  if (request.method !== "POST") return null;
  const fault = takesFiles(request) ? faultOfFiles(request) : await faultOf(request);
  if (fault === 413 && takesFiles(request)) return tooLargeFiles(request);
  return fault && refusal(fault);
}

// Whoever chose them is told beside the field.
function tooLargeFiles({ nextUrl }: NextRequest): NextResponse {
  return NextResponse.redirect(new URL("/import?problem=large", nextUrl), 303);
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
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

// Where an address cannot be read, Next and next-auth fail instead of refusing.
function leadsSomewhere(request: NextRequest): boolean {
  const host = hostOf(request);
  if (host !== null && (host.includes(",") || !URL.canParse(`http://${host}`))) return false;
  try {
    decodeURIComponent(request.nextUrl.pathname);
    return true;
  } catch {
    return false;
  }
}

function hostOf(request: NextRequest): string | null {
  return request.headers.get("x-forwarded-host") ?? request.headers.get("host");
}

function writes(request: NextRequest): boolean {
  return !["GET", "HEAD", "OPTIONS"].includes(request.method);
}

// The one address to which files are sent. Its handler reads them, with bounds of its own.
function takesFiles({ nextUrl: { pathname } }: NextRequest): boolean {
  return pathname === "/import/upload";
}

// A page of ours says where it comes from; another site's page, or none, is turned away.
function comesFromHere(request: NextRequest): boolean {
  const origin = request.headers.get("origin") ?? "";
  if (!URL.canParse(origin)) return false;
  const { host, protocol } = new URL(origin);
  return host === hostOf(request) && (protocol === "https:" || !isSecure());
}

function isSecure(): boolean {
  return process.env.CONCORD_URL?.toLowerCase().startsWith("https://") ?? false;
}

type Refusal = Fault | 403 | 404;

const words: Record<Refusal, string> = {
  400: "This cannot be read, and nothing was done.",
  403: "This did not come from a page of Concord, and was not done.",
  404: "There is no such page.",
  413: "This is more than Concord takes at once, and was not done.",
  415: "This is not of a kind that Concord takes, and was not done.",
};

function refusal(status: Refusal): NextResponse {
  const headers = { "Content-Type": "text/plain; charset=utf-8" };
  return new NextResponse(words[status], { status, headers });
}

// The same for everybody. All else may be about a case, a refusal or a redirect too.
function mayBeKept({ nextUrl: { pathname } }: NextRequest): boolean {
  return pathname.startsWith("/_next/static/") || pathname === "/icon.svg";
}

// Whoever stands between passes each event on as it comes, and compresses nothing.
function isStream({ nextUrl: { pathname } }: NextRequest): boolean {
  return pathname.endsWith("/events");
}

function withHeaders(request: NextRequest, response: NextResponse, policy: string): NextResponse {
  const keep = isStream(request) ? "no-store, no-transform" : "no-store";
  if (!mayBeKept(request)) response.headers.set("Cache-Control", keep);
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("Referrer-Policy", "same-origin");
  response.headers.set("X-Frame-Options", "DENY");
  response.headers.set("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.set("Cross-Origin-Resource-Policy", "same-origin");
  if (isSecure())
    response.headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  return response;
}
