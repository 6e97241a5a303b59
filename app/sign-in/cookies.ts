import { readSettings } from "@/db/store/settings";

/** Whether people reach Concord over https, so that cookies can be bound to its host. */
export function isSecure(): boolean {
  return readSettings(process.env).url.startsWith("https://");
}

/** A cookie of Concord's: seen by no script, sent to no other site. */
export function cookie(name: string) {
  const secure = isSecure();
  return {
    name: secure ? `__Host-concord.${name}` : `concord.${name}`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}

const day = 24 * 60 * 60;

/** The cookies of a sign-in besides next-auth's own, and how long each is kept, in seconds. */
export const lifetimes = {
  /** The address typed in a failed sign-in, for the page that asks again. */
  email: 60,
  /** Says that the password was right, while the code of the second factor is asked for. */
  ticket: 10 * 60,
  /** The mark of a browser in which somebody has signed in. */
  browser: 365 * day,
};

/** What to set so that the browser keeps a value; an empty value makes it forget. */
export function kept(name: keyof typeof lifetimes, value: string) {
  const { name: full, options } = cookie(name);
  return { name: full, value, ...options, maxAge: value === "" ? 0 : lifetimes[name] };
}
