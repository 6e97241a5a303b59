import { z } from "zod";
import { keysOf } from "../cases";

/** What lay behind a difference, said beside the level that the team agreed. */
export const decisionTags = {
  evidence_missed: { label: "Evidence missed" },
  rule_unclear: { label: "Rule unclear" },
  borderline: { label: "Borderline" },
  slip: { label: "Slip" },
} as const;
export type DecisionTag = keyof typeof decisionTags;

const keys = keysOf(decisionTags);

/** Any of the tags, each once, in the order in which they are offered. */
export const tagsSchema = z
  .array(z.enum(keys, "Select tags from the list"))
  .transform((given) => keys.filter((tag) => given.includes(tag)));

/** The labels of these tags. Example: ["slip"] → ["Slip"]. */
export function tagLabels(given: readonly DecisionTag[]): string[] {
  return given.map((tag) => decisionTags[tag].label);
}
