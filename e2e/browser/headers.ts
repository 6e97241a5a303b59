import type { Answer, Sent } from "./visitor";

const nonce = "'nonce-[A-Za-z0-9+/]{40,}={0,2}'";
const policy = new RegExp(
  `^default-src 'self'; script-src ${nonce} 'strict-dynamic'; style-src 'self' ${nonce}; img-src 'self' data:; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$`,
);

const always: readonly (readonly [name: string, value: RegExp])[] = [
  ["content-security-policy", policy],
  ["x-content-type-options", /^nosniff$/],
  ["referrer-policy", /^same-origin$/],
  ["x-frame-options", /^DENY$/],
  ["cross-origin-opener-policy", /^same-origin$/],
  ["cross-origin-resource-policy", /^same-origin$/],
];
const never = /^(x-powered-by|server|access-control-.*)$/;
const hsts: typeof always = [
  ["strict-transport-security", /^max-age=31536000; includeSubDomains$/],
];
const noStore: typeof always = [["cache-control", /(^|, )no-store(,|$)/]];

/** What is wrong with the headers of an answer; a file that is the same for all may be kept. */
export function faultsOf(
  answer: Answer,
  { https, mayBeKept = false }: { https: boolean; mayBeKept?: boolean },
): string[] {
  const needed = [...always, ...(https ? hsts : []), ...(mayBeKept ? [] : noStore)];
  const forbidden = https ? [] : ["strict-transport-security"];
  return [
    ...needed
      .filter(([name, value]) => !value.test(answer.headers.get(name) ?? ""))
      .map(([name]) => `${name}: ${answer.headers.get(name)}`),
    ...[...answer.headers.keys()]
      .filter((name) => never.test(name) || forbidden.includes(name))
      .map((name) => `${name} is there`),
  ];
}

const office = "application\\/vnd\\.openxmlformats-officedocument\\.";

// The kind of an answer by the end of its address; all others are pages.
const kinds: readonly (readonly [ending: RegExp, kind: RegExp])[] = [
  [/\.csv$/, /^text\/csv; charset=utf-8$/],
  [/\.txt$/, /^text\/plain; charset=utf-8$/],
  [/\.svg$/, /^image\/svg\+xml$/],
  [/\.png$/, /^image\/png$/],
  [/\.zip$/, /^application\/zip$/],
  [/\.docx$/, new RegExp(`^${office}wordprocessingml\\.document$`)],
  [/\.xlsx$|\/faults$/, new RegExp(`^${office}spreadsheetml\\.sheet$`)],
  [/\.js$/, /^application\/javascript; charset=utf-8$/i],
  [/\.css$/, /^text\/css; charset=utf-8$/i],
  [/\.woff2$/, /^font\/woff2$/],
  [/\/events$/, /^text\/event-stream; charset=utf-8$/],
  [/^\/session$/, /^application\/json$/],
  [/$/, /^text\/html; charset=utf-8$/],
];
const payload = /^text\/x-component$/;
const refusal = /^text\/(html|plain); charset=utf-8$/;

/**
 * What is wrong with what an answer says of its kind. What has nothing in it need not say any, nor a
 * redirect, of which a browser reads no more than where it leads.
 */
export function faultsOfKind(path: string, sent: Sent, answer: Answer): string[] {
  const { status, headers, text } = answer;
  if (text === "" || (status >= 300 && status < 400)) return [];
  const address = path.replace(/\?.*$/, "");
  const byAddress = kinds.find(([ending]) => ending.test(address))?.[1] ?? payload;
  const asked = sent.headers?.RSC ? payload : byAddress;
  const kind = headers.get("content-type") ?? "none";
  return (status === 200 ? asked : refusal).test(kind) ? [] : [`content-type: ${kind}`];
}

/** What is wrong with the cookies that an answer sets. */
export function faultsOfCookies({ set }: Answer, { https }: { https: boolean }): string[] {
  const name = https ? /^__Host-concord\.\w+=/ : /^concord\.\w+=/;
  const needed = [name, /; Path=\/(;|$)/, /; HttpOnly(;|$)/i, /; SameSite=Lax(;|$)/i];
  return set.filter((cookie) => {
    const isSecure = /; Secure(;|$)/i.test(cookie);
    const isRight = needed.every((one) => one.test(cookie)) && isSecure === https;
    return !isRight || /; Domain=/i.test(cookie);
  });
}
