/** What came of a password that was typed on a page which stays open. */
export type TryAnswer =
  | { readonly kind: "in" | "code needed" }
  /** Nobody was signed in, and why. */
  | { readonly kind: "not in"; readonly words: string };

const wrong = "This is not your password";

/**
 * Signs in as the sign-in page does, through its own form and with its own limits, and stays where
 * it is. Throws when the server cannot be reached.
 */
export async function tryToSignIn(email: string, password: string): Promise<TryAnswer> {
  const page = await documentAt(await fetch("/api/auth/signin?callbackUrl=%2Fsession"));
  const csrfToken = page.querySelector<HTMLInputElement>("[name=csrfToken]")?.value;
  // Without the form somebody is signed in already: the page asks who.
  if (!csrfToken) return { kind: "in" };
  if (password === "") return { kind: "not in", words: "Enter your password" };
  const answer = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    body: new URLSearchParams({ csrfToken, callbackUrl: "/session", email, password }),
  });
  const { pathname, searchParams } = new URL(answer.url);
  if (pathname === "/sign-in/code") return { kind: "code needed" };
  if (pathname !== "/sign-in") return { kind: "in" };
  if (!searchParams.has("wait")) return { kind: "not in", words: wrong };
  const told = (await documentAt(answer)).querySelector(".govuk-error-summary li")?.textContent;
  return { kind: "not in", words: told ?? wrong };
}

async function documentAt(answer: Response): Promise<Document> {
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}
