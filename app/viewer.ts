import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { authOptions } from "@/app/sign-in/auth-options";
import { awaitsFirstAccount } from "@/db/people/first-run";
import type { Viewer } from "@/db/people/people";
import { listenerOfSession, newcomerOfSession, viewerOfSession } from "@/db/sign-in/sessions";
import { type Query, searchOf } from "./query";
import { isSecure } from "./sign-in/cookies";

/** The token in the session cookie; null without one. It says nothing of whether it still holds. */
export const currentToken = cache(async (): Promise<string | null> => {
  const session = await getServerSession(authOptions());
  return session?.session ?? null;
});

/** Who asks, as the database knows them now; null when nobody is signed in. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const token = await currentToken();
  return token ? viewerOfSession(token) : null;
});

/** As `currentViewer`, for what a page asks by itself: asking is no use of the session. */
export const currentListener = cache(async (): Promise<Viewer | null> => {
  const token = await currentToken();
  return token ? listenerOfSession(token) : null;
});

/** Who is signed in but must set up a second factor before anything else; null for all others. */
export const currentNewcomer = cache(async (): Promise<Viewer | null> => {
  const token = await currentToken();
  return token ? newcomerOfSession(token) : null;
});

/** Who is signed in, also when they must set up a second factor before anything else. */
export async function currentPerson(): Promise<Viewer | null> {
  return (await currentViewer()) ?? (await currentNewcomer());
}

/** Who asks for this page; null when nobody is signed in. */
export async function pageViewer(): Promise<Viewer | null> {
  return (await isGoneTo()) ? currentViewer() : currentListener();
}

/**
 * Who asks for this page. Whoever is not signed in is sent to sign in, and comes back here: to the
 * path, with the query that it was asked with.
 */
export async function viewerFor(path: string, query: Query = {}): Promise<Viewer> {
  const viewer = await pageViewer();
  if (viewer) return viewer;
  if (await currentNewcomer()) redirect("/account/second-factor");
  if (await awaitsFirstAccount()) redirect("/first-run");
  const callbackUrl = path + searchOf(query);
  redirect(`/api/auth/signin?${new URLSearchParams({ callbackUrl })}`);
}

// A page that somebody goes to is asked for as a document. A page that is open and asks what has
// changed is not, and must not keep a session going that nobody uses.
async function isGoneTo(): Promise<boolean> {
  return (await headers()).get("accept")?.includes("text/html") ?? true;
}

/** Turns away a write that another site's page sends, or that does not say where it comes from. */
export async function refuseForeignOrigin(): Promise<void> {
  const sent = await headers();
  const origin = sent.get("origin");
  const host = sent.get("x-forwarded-host") ?? sent.get("host");
  if (!origin || !URL.canParse(origin)) notFound();
  const from = new URL(origin);
  if (from.host !== host || (isSecure() && from.protocol !== "https:")) notFound();
}
