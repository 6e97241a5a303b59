import { createRequire } from "node:module";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import type { Action } from "./built";

type EncodeReply = (args: readonly unknown[]) => Promise<string | FormData>;
const { encodeReply } = createRequire(import.meta.url)(
  "next/dist/compiled/react-server-dom-turbopack/client.node",
) as { encodeReply: EncodeReply };

/** The body of a call of a server action with these arguments. */
export function bodyOfCall(args: readonly unknown[]): Promise<string | FormData> {
  return encodeReply(args);
}

/**
 * Calls a server action with these arguments, as the script of a page does: from the page at
 * `path`, and from the site's own origin unless `headers` say otherwise.
 */
export async function callAction(
  request: APIRequestContext,
  url: string,
  path: string,
  action: Pick<Action, "id">,
  args: readonly unknown[],
  headers: Record<string, string | undefined> = {},
): Promise<APIResponse> {
  const body = await encodeReply(args);
  const sent = typeof body === "string" ? { data: body } : { multipart: body };
  const type: Record<string, string> =
    typeof body === "string" ? { "Content-Type": "text/plain;charset=UTF-8" } : {};
  return request.post(url + path, {
    ...sent,
    maxRedirects: 0,
    headers: {
      Accept: "text/x-component",
      "Next-Action": action.id,
      Origin: new URL(url).origin,
      ...type,
      ...headers,
    },
  });
}

/** A form as a person would send it. A list stands for a field that is sent several times. */
export function formOf(fields: Record<string, string | readonly string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === "string" ? [value] : value) form.append(name, one);
  return form;
}
