import { passwordOf } from "@/db/fixtures";
import { bodyOf } from "../endless";

/** What a server answered, whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Each Set-Cookie of it. */
  readonly set: readonly string[];
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who asks a server, and keeps the cookies that it sets; no redirect is followed. */
export interface Visitor {
  send(path: string, sent?: Sent): Promise<Answer>;
  /** The first step of a sign-in. */
  signIn(email: string, password: string, headers?: Sent["headers"]): Promise<Answer>;
  /** The second step. */
  enterCode(code: string): Promise<Answer>;
}

export const outside = "https://concord.example.org";

/** What a web server adds that stands before Concord and speaks https. */
export const behindHttps = {
  "X-Forwarded-Host": "concord.example.org",
  "X-Forwarded-Proto": "https",
  Origin: outside,
};

/** A visitor who comes straight to the server, or through what is given of `behindHttps`. */
export function visitorOf(url: string, through: Readonly<Record<string, string>> = {}): Visitor {
  const jar = new Map<string, string>();

  async function send(path: string, { method = "GET", form, headers }: Sent = {}) {
    const Cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const answer = await fetch(url + path, {
      method,
      redirect: "manual",
      headers: { Origin: url, Cookie, ...through, ...headers },
      ...(form && { body: new URLSearchParams(form) }),
    });
    const set = answer.headers.getSetCookie();
    for (const cookie of set) keep(cookie);
    const kind = answer.headers.get("content-type");
    const text = answer.body ? (await bodyOf(kind, answer.body)).toString() : "";
    return { status: answer.status, headers: answer.headers, set, text };
  }

  function keep(cookie: string) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === "" || /max-age=0(;|$)/i.test(cookie)) jar.delete(name);
    else jar.set(name, value);
  }

  function csrfToken(): string {
    const csrf = [...jar].find(([name]) => name.endsWith("concord.csrf"))?.[1] ?? "";
    return decodeURIComponent(csrf).split("|")[0] ?? "";
  }

  async function enter(fields: Record<string, string>, headers?: Sent["headers"]) {
    if (csrfToken() === "") await send("/api/auth/signin");
    const form = { csrfToken: csrfToken(), ...fields };
    return send("/api/auth/callback/credentials", { method: "POST", form, headers });
  }

  return {
    send,
    signIn: (email, password, headers) => enter({ email, password }, headers),
    enterCode: (code) => enter({ code }),
  };
}

/** The address and the password of a person whom `person` made. */
export function credentialsOf(name: string): [email: string, password: string] {
  return [`${name.toLowerCase()}@example.org`, passwordOf(name)];
}
