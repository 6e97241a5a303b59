import type { Metadata } from "next";
import { metadata as ofNotFound } from "@/app/not-found";
import { pageViewer } from "@/app/viewer";
import type { Viewer } from "@/db/people/people";

/** The title of a page of a case: these words where it shows something, and else of no such page. */
export async function titleOf(
  words: string,
  isThere: (viewer: Viewer) => Promise<unknown>,
): Promise<Metadata> {
  const viewer = await pageViewer();
  return viewer && (await isThere(viewer)) ? { title: words } : ofNotFound;
}
