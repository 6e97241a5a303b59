"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { currentSessionId, currentViewer, refuseForeignOrigin } from "@/app/viewer";
import { endSession } from "@/db/sessions";
import { authOptions } from "./auth-options";

/** Ends the session and forgets its cookie. */
export async function signOut(): Promise<void> {
  await refuseForeignOrigin();
  const viewer = await currentViewer();
  const sessionId = await currentSessionId();
  if (viewer && sessionId) await endSession(viewer, sessionId);
  const name = authOptions().cookies?.sessionToken?.name;
  if (name) (await cookies()).delete(name);
  redirect("/sign-in");
}
