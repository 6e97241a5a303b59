import { Agent, request } from "node:http";
import { bodyOf } from "../endless";

/** A request, written as it goes over the wire: nothing is added but the length of the body. */
export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: Buffer;
}

/** What came back; status 0 when nothing did in time. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
  readonly milliseconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends one request to the server and waits at most `patience` milliseconds for the whole answer. */
export function ask(url: string, sent: Ask, patience: number): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const started = performance.now();
  return new Promise((settle) => {
    const end = (answer: Partial<Answer>) => {
      clearTimeout(timer);
      const milliseconds = performance.now() - started;
      settle({ status: 0, headers: {}, body: "", ...answer, milliseconds });
    };
    const { method, path, body } = sent;
    const length = body ? { "Content-Length": body.length } : {};
    const headers = { ...(sent.headers as Record<string, string | string[]>), ...length };
    const to = { hostname, port, method, path, headers, agent, maxHeaderSize: 100_000 };
    const asking = request(to, (answer) => {
      bodyOf(answer.headers["content-type"], answer).then(
        (read) => {
          const text = read.toString("utf8");
          end({ status: answer.statusCode ?? 0, headers: answer.headers, body: text });
        },
        () => end({ body: "The answer broke off" }),
      );
    });
    const timer = setTimeout(() => asking.destroy(new Error("No answer in time")), patience);
    asking.on("error", (error) => end({ body: error.message }));
    asking.end(body);
  });
}

/** Signs a person in as the sign-in form does, without a browser; gives back the cookie header. */
export async function signInOverHttp(
  url: string,
  email: string,
  password: string,
): Promise<string> {
  const start = await ask(url, { method: "GET", path: "/api/auth/signin", headers: {} }, 20_000);
  const csrf = cookiesOf(start).join("; ");
  const token = /csrf=([0-9a-f]+)/.exec(csrf)?.[1] ?? "";
  const fields = { csrfToken: token, email, password, callbackUrl: "/" };
  const answer = await ask(
    url,
    {
      method: "POST",
      path: "/api/auth/callback/credentials",
      headers: {
        Cookie: csrf,
        Origin: url,
        "Content-Type": "application/x-www-form-urlencoded",
      },
      body: Buffer.from(new URLSearchParams(fields).toString()),
    },
    20_000,
  );
  const session = cookiesOf(answer).find((cookie) => cookie.startsWith("concord.session="));
  if (!session) {
    const to = answer.headers.location ?? answer.body;
    throw new Error(`${email} could not sign in: ${answer.status} ${to}`);
  }
  return session;
}

function cookiesOf(answer: Answer): string[] {
  return [answer.headers["set-cookie"] ?? []].flat().map((cookie) => cookie.split(";")[0] ?? "");
}
