import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { signingSecret } from "@/db/secret";
import { sessionHours, startSession } from "@/db/sessions";
import { readSettings } from "@/db/settings";

/** What Concord's token holds: the id of a session row, which decides on every request. */
declare module "next-auth/jwt" {
  interface JWT {
    sessionId?: string;
  }
}

declare module "next-auth" {
  interface Session {
    sessionId?: string;
  }
}

const loopback = ["localhost", "127.0.0.1", "[::1]"];
const maxAge = sessionHours * 60 * 60;

// next-auth reads its own address from the environment. On one's own machine localhost and
// 127.0.0.1 are the same place with different cookies: there it goes by the name that was typed.
function tellAddress(url: string): void {
  if (loopback.includes(new URL(url).hostname)) {
    process.env.AUTH_TRUST_HOST = "true";
    delete process.env.NEXTAUTH_URL;
  } else process.env.NEXTAUTH_URL = url;
}

/** How people sign in: an email address and a password, and a session row of ours. */
export function authOptions(): AuthOptions {
  const { url, dataDir } = readSettings(process.env);
  const secure = url.startsWith("https://");
  tellAddress(url);
  const cookie = (name: string) => ({
    name: secure ? `__Host-concord.${name}` : `concord.${name}`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  });
  return {
    secret: signingSecret(dataDir),
    session: { strategy: "jwt", maxAge },
    jwt: { maxAge },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: secure,
    cookies: {
      sessionToken: cookie("session"),
      csrfToken: cookie("csrf"),
      callbackUrl: cookie("callback"),
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(credentials) {
          const { email, password } = credentials ?? {};
          if (typeof email !== "string" || typeof password !== "string") return null;
          if (email.length > 200 || password.length > 128) return null;
          const sessionId = await startSession(email, password);
          return sessionId ? { id: sessionId } : null;
        },
      }),
    ],
    callbacks: {
      // The token takes nothing that a caller sends after sign-in.
      jwt: ({ token, user }) => (user ? { sessionId: user.id } : { sessionId: token.sessionId }),
      session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sessionId }),
    },
  };
}
