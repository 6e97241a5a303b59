import type { DatasetChanges } from "@/domain/releases/changes";
import { casesThatDiffer, type Differing } from "@/domain/releases/differing";
import type { Db } from "../store/engine";
import { casesOfRelease } from "./cases";
import { countBySample } from "./samples";

/**
 * How many cases of each sample differ between a release and what came after it, by the changes from
 * one to the other. A case that went from one sample to another differs in both. For use inside db/.
 */
export async function differingSince(
  db: Db,
  before: number,
  now: readonly { readonly reference: string; readonly sample: string }[],
  changes: DatasetChanges,
): Promise<Differing> {
  const differ = new Set(casesThatDiffer(changes));
  const places = [...(await casesOfRelease(db, before)), ...now]
    .filter(({ reference }) => differ.has(reference))
    .map(({ reference, sample }) => [JSON.stringify([reference, sample]), { sample }] as const);
  return { before, samples: countBySample([...new Map(places).values()]) };
}
