import { notFound, redirect } from "next/navigation";
import type { Viewer } from "@/db/people/people";
import { getOwnSubmission } from "@/db/ratings/ratings";

/** Where there is nothing to rate: who has submitted is led to the case, where their ratings are. */
export async function leaveFor(viewer: Viewer, reference: string): Promise<never> {
  const own = await getOwnSubmission(viewer, reference);
  if (own) redirect(`/cases/${own.reference}`);
  notFound();
}
