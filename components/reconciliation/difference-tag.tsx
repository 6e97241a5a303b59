import { Tag, type TagTone } from "@/components/ui/tag";
import { type Difference, differences } from "@/domain/reconciliation/comparison";

const tones: Record<Difference, TagTone> = {
  presence_differs: "alarm",
  two_or_more_apart: "warm",
  one_apart: "outline",
  same: "plain",
};

/** The kind of difference in words. */
export function DifferenceTag({ difference }: { difference: Difference | null }) {
  if (!difference) return <Tag tone="plain">Not compared</Tag>;
  return <Tag tone={tones[difference]}>{differences[difference].label}</Tag>;
}
