import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { sessionHours } from "@/db/sign-in/sessions";
import { signingSecret } from "@/db/store/secret";
import { readSettings } from "@/db/store/settings";
import { cookie, isSecure } from "./cookies";

/** What Concord's cookie holds: the token of a session row, which decides on every request. */
declare module "next-auth/jwt" {
  interface JWT {
    session?: string;
  }
}

declare module "next-auth" {
  interface Session {
    session?: string;
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

/** Looks at what somebody sent to sign in; the token of their session, or null. */
type Enter = (sent: Readonly<Record<string, unknown>>) => Promise<string | null>;

// Cookies and addresses that are not ours are no faults: anybody can send them, as often as they like.
const anybodyCanCause = ["JWT_SESSION_ERROR", "INVALID_CALLBACK_URL_ERROR"];
const logger: AuthOptions["logger"] = {
  error(code) {
    if (anybodyCanCause.includes(code)) return;
    console.error(
      JSON.stringify({ at: new Date().toISOString(), work: "next-auth", message: code }),
    );
  },
  warn() {},
  debug() {},
};

/** How next-auth keeps a sign-in: in an encrypted cookie, which names a session row of ours. */
export function authOptions(enter: Enter = async () => null): AuthOptions {
  const { url, dataDir } = readSettings(process.env);
  tellAddress(url);
  return {
    secret: signingSecret(dataDir),
    session: { strategy: "jwt", maxAge },
    jwt: { maxAge },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    logger,
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: cookie("session"),
      csrfToken: cookie("csrf"),
      callbackUrl: cookie("callback"),
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {}, code: {} },
        async authorize(credentials) {
          const token = await enter(credentials ?? {});
          return token ? { id: token } : null;
        },
      }),
    ],
    callbacks: {
      // The cookie takes nothing that a caller sends after sign-in.
      jwt: ({ token, user }) => (user ? { session: user.id } : { session: token.session }),
      // Back to a page of ours, or to the first one: what is no address at all is no reason to fail.
      redirect: ({ url, baseUrl }) => {
        const to = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null;
        return to?.origin === new URL(baseUrl).origin ? to.href : baseUrl;
      },
      session: ({ session, token }) => ({ expires: session.expires, session: token.session }),
    },
  };
}
