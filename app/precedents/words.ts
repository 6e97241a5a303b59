import type { Precedent } from "@/db/reconciliation/precedents";
import { getCodebook } from "@/db/study/codebooks";
import { findFactor, levelOf } from "@/domain/codebook/codebook";
import { tagLabels } from "@/domain/reconciliation/decision-tags";
import { givenInWords } from "@/domain/reconciliation/precedents";
import { ways } from "@/domain/reconciliation/reconciliation";

/**
 * What coders gave, what was agreed and how, in words.
 * Example: "High and Low given, High agreed · Agreed after discussion · Borderline".
 */
export async function precedentOutcome(precedent: Precedent): Promise<string> {
  const factor = findFactor(await getCodebook(precedent.codebookVersion), precedent.factor);
  if (!factor) return "";
  const { given, level, way, tags } = precedent;
  const outcome = `${givenInWords(factor, given)} given, ${levelOf(factor, level).label} agreed`;
  return [outcome, way ? ways[way].label : "", tagLabels(tags).join(", ")]
    .filter(Boolean)
    .join(" · ");
}

/** The name of a precedent’s factor. */
export async function precedentFactor({ codebookVersion, factor }: Precedent): Promise<string> {
  const { factors } = await getCodebook(codebookVersion);
  return factors.find(({ key }) => key === factor)?.label ?? factor;
}
