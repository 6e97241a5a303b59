import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { bodyOf } from "../endless";

/** Something that anybody can send to the server, byte for byte. */
export interface Question {
  /** How a test names it. */
  readonly ask: string;
  /** As it stands in the first line of the request: nothing in it is put right. */
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** How often it has been sent on to another place. */
  readonly hops?: number;
  /** It asks for an answer only when that is another one than before. */
  readonly conditional?: boolean;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  /** In the order and the spelling of the server. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** How much was sent for the body. */
  readonly bytes: number;
}

// A connection for each: one that is kept may be closed by the server while a question is under way.
const agent = new Agent({ keepAlive: false });

/** Asks a server, with a cookie or none, and follows nowhere. */
export async function ask(url: string, question: Question, cookie = ""): Promise<Answer> {
  const { hostname, port, origin } = new URL(url);
  const { path, method = "GET", body } = question;
  const headers: Record<string, string> = { "Accept-Encoding": "identity" };
  if (cookie) headers.Cookie = cookie;
  if (body) Object.assign(headers, { Origin: origin, "Content-Length": `${body.length}` });
  Object.assign(headers, question.headers);
  const sent = request({ agent, hostname, port, path, method, headers });
  sent.end(body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const raw = await bodyOf(response.headers["content-type"], response);
  return {
    status: response.statusCode ?? 0,
    headers: pairsOf(response.rawHeaders),
    body: raw.toString(),
    bytes: raw.length,
  };
}

function pairsOf(raw: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let index = 0; index < raw.length; index += 2)
    pairs.push([raw[index] ?? "", raw[index + 1] ?? ""]);
  return pairs;
}

/** The value of a header; undefined when the answer has none of that name. */
export function headerOf(answer: Answer, name: string): string | undefined {
  return answer.headers.find(([one]) => one.toLowerCase() === name)?.[1];
}

/** Signs a person in, as the form does without scripts; what their browser sends from then on. */
export async function signedIn(url: string, email: string, password: string): Promise<string> {
  const jar = new Map<string, string>();
  const keep = ({ headers }: Answer) => {
    for (const [name, value] of headers) {
      const [cookie = ""] = value.split(";");
      if (name.toLowerCase() === "set-cookie") jar.set(cookie.split("=")[0] ?? "", cookie);
    }
  };
  const cookies = () => [...jar.values()].join("; ");
  keep(await ask(url, { ask: "start", path: "/api/auth/signin?callbackUrl=%2F" }));
  const csrfToken = decodeURIComponent(jar.get("concord.csrf") ?? "").split(/[=|]/)[1] ?? "";
  const form = new URLSearchParams({ csrfToken, callbackUrl: "/", email, password });
  const answer = await ask(
    url,
    {
      ask: "sign in",
      path: "/api/auth/callback/credentials",
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: Buffer.from(form.toString()),
    },
    cookies(),
  );
  keep(answer);
  if (!jar.has("concord.session")) throw new Error(`${email} was not signed in: ${answer.body}`);
  return ["concord.csrf", "concord.session"].map((name) => jar.get(name)).join("; ");
}
