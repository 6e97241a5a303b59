import type { Ask } from "./asking";
import type { Random } from "./random";
import type { Team } from "./team";
import { oddText } from "./values";

const origins = ["null", "https://elsewhere.example", "", "not an address"];
const kinds = [
  "text/plain",
  "application/json",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  "application/x-www-form-urlencoded",
  "application/x-www-form-urlencodedx",
];

/** The request with its body or its headers damaged on the way. */
export function spoilt(r: Random, sent: Ask): Ask {
  const body = sent.body ?? Buffer.alloc(0);
  const headers = { ...sent.headers };
  return r.weighted<Ask>([
    [3, () => ({ ...sent, body: body.subarray(0, r.below(body.length + 1)) })],
    [3, () => ({ ...sent, body: flipped(r, body) })],
    [1, () => ({ ...sent, body: Buffer.concat([body, body]) })],
    [1, () => ({ ...sent, body: Buffer.concat([body, Buffer.alloc(r.one([1, 1_500_000]))]) })],
    [1, () => ({ ...sent, body: Buffer.from(reply(r)) })],
    [1, () => ({ ...sent, headers: { ...headers, "Content-Type": r.one(kinds) } })],
    [1, () => ({ ...sent, headers: { ...headers, "Next-Action": r.one(["x", "", "0f"]) } })],
    [1, () => ({ ...sent, headers: { ...headers, Origin: r.one(origins) } })],
    [1, () => ({ ...sent, method: r.one(["PUT", "DELETE", "GET"]) })],
  ]);
}

/** Arguments in React's own writing, made up by somebody who knows it. */
function reply(r: Random): string {
  const marks = ["$0", "$0:0", "$@0", "$F1", "$h0", "$K1", "$Q0", "$W0", "$B1", "$R1", "$i0"];
  const more = ["$n9", "$Dx", "$T", "$0:__proto__:then", "$S", "$undefined", "$NaN", "$$"];
  return JSON.stringify([r.one([...marks, ...more]), {}, r.one(marks), oddText(r).slice(0, 50)]);
}

function flipped(r: Random, body: Buffer): Buffer {
  const copy = Buffer.from(body);
  for (let times = 1 + r.below(3); times > 0 && copy.length > 0; times -= 1)
    copy[r.below(copy.length)] = r.below(256);
  return copy;
}

/** An attempt to sign in: as nobody, or with a form that is not one. */
export function signInAsk(r: Random, team: Team): Ask {
  const fields = new URLSearchParams({
    csrfToken: oddText(r).slice(0, 200),
    email: r.one(["nobody@example.org", oddText(r).slice(0, 300)]),
    password: oddText(r).slice(0, 300),
    callbackUrl: r.one(["/", "[", "//elsewhere.example", oddText(r).slice(0, 300)]),
    [r.one(["json", "redirect", "__proto__"])]: "true",
  });
  const cookies = ["", "concord.csrf=a|b", "concord.csrf=%E0%A4", team.actors[0]?.cookie ?? ""];
  return {
    method: "POST",
    path: `/api/auth/${r.one(["callback/credentials", "callback/credentials", "signout", "x"])}`,
    headers: { "Content-Type": "application/x-www-form-urlencoded", Cookie: r.one(cookies) },
    body: Buffer.from(fields.toString()),
  };
}
