import { type Query, textIn } from "@/app/query";
import type { Choice } from "@/components/ui/select-field";
import type { Viewer } from "@/db/people/people";
import { listReleases } from "@/db/releases/releases";
import { releaseInWords, releaseNumberFrom } from "@/domain/releases/release";

/** The releases that can be chosen, and the one that is; null for the dataset as it is now. */
export async function releaseAsked(viewer: Viewer, query: Query) {
  const told = ((await listReleases(viewer)) ?? []).filter((one) => one.told);
  const number = releaseNumberFrom(textIn(query, "release") ?? "");
  const release = told.find((one) => one.number === number)?.number ?? null;
  const choices: Choice[] = told.map((one) => ({
    value: String(one.number),
    label: releaseInWords(one),
  }));
  return { release, choices };
}
