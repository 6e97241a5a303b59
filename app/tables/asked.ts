import { notFound } from "next/navigation";
import { type Query, textIn } from "@/app/query";
import type { Choice } from "@/components/ui/select-field";
import type { Viewer } from "@/db/people/people";
import { listReleases } from "@/db/releases/releases";
import { releaseInWords, releaseNumberFrom } from "@/domain/releases/release";

/**
 * The release that an address asks for, which need not be there or can be kept back; null for the
 * dataset as it is now. With those that can be chosen and this one, and the newest of those that
 * are kept back from nobody. Not found when what it names is no number of a release.
 */
export async function releaseAsked(viewer: Viewer, query: Query) {
  const asked = textIn(query, "release");
  const release = releaseNumberFrom(asked ?? "");
  if (asked !== undefined && release === null) notFound();
  const all = (await listReleases(viewer)) ?? [];
  const choices: Choice[] = all
    .filter(({ told, number }) => told || number === release)
    .map((one) => ({ value: String(one.number), label: releaseInWords(one) }));
  const newest = all.find(({ told }) => told)?.number ?? null;
  return { release, choices, newest };
}
