import { createRequire } from "node:module";
import type { Action } from "../built";

type EncodeReply = (args: readonly unknown[]) => Promise<string | FormData>;
const { encodeReply } = createRequire(import.meta.url)(
  "next/dist/compiled/react-server-dom-turbopack/client.node",
) as { encodeReply: EncodeReply };

/** A body and the headers that say how to read it. */
export interface Body {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A multipart form with these fields. */
export async function multipartOf(form: FormData): Promise<Body> {
  const response = new Response(form);
  const kind = response.headers.get("content-type") ?? "";
  return { headers: { "Content-Type": kind }, body: Buffer.from(await response.arrayBuffer()) };
}

/** A call of a server action, as the script of a page sends it. */
export async function callOf(action: Pick<Action, "id">, args: readonly unknown[]): Promise<Body> {
  const encoded = await encodeReply(args);
  const { headers, body } =
    typeof encoded === "string"
      ? {
          headers: { "Content-Type": "text/plain;charset=UTF-8" },
          body: Buffer.from(encoded),
        }
      : await multipartOf(encoded);
  return { headers: { ...headers, Accept: "text/x-component", "Next-Action": action.id }, body };
}

/** The same call as a form that is posted without scripts: the last argument holds its fields. */
export async function postOf(action: Pick<Action, "id">, args: readonly unknown[]): Promise<Body> {
  const form = new FormData();
  form.append("$ACTION_REF_1", "");
  form.append("$ACTION_1:0", JSON.stringify({ id: action.id, bound: "$@1" }));
  form.append("$ACTION_1:1", JSON.stringify(args.slice(0, -1), withoutBigNumbers));
  form.append("$ACTION_KEY", "k8a3");
  const last = args.at(-1);
  if (last instanceof FormData) for (const [name, value] of last) form.append(name, value);
  return multipartOf(form);
}

// JSON has no word for them.
const withoutBigNumbers = (_: string, value: unknown) =>
  typeof value === "bigint" ? `${value}` : value;
