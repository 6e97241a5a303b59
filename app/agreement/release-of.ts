import { notFound, redirect } from "next/navigation";
import type { Query } from "@/app/query";
import { releaseAsked } from "@/app/tables/asked";
import type { Choice } from "@/components/ui/select-field";
import { checkExportChoice } from "@/db/exports/choice";
import type { Viewer } from "@/db/people/people";
import { everything } from "@/domain/dataset/choice";

/** The releases that can be chosen, and in words the one that is; "" for the dataset as it is now. */
export interface ReleaseOf {
  readonly choices: readonly Choice[];
  readonly words: string;
}

/**
 * The release that an address asks for. Not found when there is none, or none for this reader; while
 * it is given to nobody, its own page says why.
 */
export async function releaseOf(viewer: Viewer, query: Query): Promise<ReleaseOf> {
  const { release, choices } = await releaseAsked(viewer, query);
  if (release === null) return { choices, words: "" };
  const checked = await checkExportChoice(viewer, { ...everything, release });
  if (checked.kind === "not_found") notFound();
  if (checked.kind === "refused") redirect(`/releases/${release}`);
  const chosen = choices.find(({ value }) => value === String(release));
  return { choices, words: chosen?.label ?? "" };
}
