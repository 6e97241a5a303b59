import type { Answer } from "./visitor";

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
