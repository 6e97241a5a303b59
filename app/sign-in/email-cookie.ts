/** Keeps the address typed in a failed sign-in for the page that asks again. */
export function emailCookie(email: string) {
  return {
    name: emailCookieName,
    value: email,
    path: "/sign-in",
    maxAge: 60,
    httpOnly: true,
    sameSite: "strict" as const,
  };
}

export const emailCookieName = "concord.email";
