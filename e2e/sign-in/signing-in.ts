import type { APIRequestContext, APIResponse } from "@playwright/test";
import { passwordOf } from "@/db/fixtures";

/** Sends the sign-in form, rightly filled in, from a browser that may have a cookie already. */
export async function sendSignIn(
  browser: APIRequestContext,
  url: string,
  name: string,
  cookie = "",
): Promise<APIResponse> {
  const form = await browser.get(`${url}/api/auth/signin`, { maxRedirects: 0 });
  const csrf = cookieIn(form, "concord.csrf");
  const token = decodeURIComponent(csrf.slice(csrf.indexOf("=") + 1)).split("|")[0] ?? "";
  return browser.post(`${url}/api/auth/callback/credentials`, {
    headers: { Origin: url, Cookie: cookie === "" ? csrf : `${cookie}; ${csrf}` },
    maxRedirects: 0,
    form: {
      csrfToken: token,
      email: `${name.toLowerCase()}@example.org`,
      password: passwordOf(name),
    },
  });
}

/** The cookie of a new session, as a header. */
export function sessionIn(answer: APIResponse): string {
  return cookieIn(answer, "concord.session");
}

function cookieIn(answer: APIResponse, name: string): string {
  const set = answer.headersArray().filter((header) => header.name.toLowerCase() === "set-cookie");
  const found = set.find(({ value }) => value.startsWith(`${name}=`))?.value.split(";")[0];
  if (!found) throw new Error(`The answer sets no ${name}`);
  return found;
}
