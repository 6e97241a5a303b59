import type { NamedCoder } from "@/db/agreement/choice";
import { listed } from "@/domain/dataset/choice";
import { dayInWords } from "@/domain/dates";
import type { Asked } from "./asked";

/** What is chosen, in words, where the page does not show it as choices. */
export function choiceFacts(
  { releases, samples, secondLook, coders, period: { from, to } }: Asked,
  compared: readonly NamedCoder[] | null,
): string[] {
  const chosen = compared && coders.length > 0 ? compared.map(({ label }) => label) : [];
  return [
    ...(releases?.words ? [releases.words] : []),
    samples.length === 0
      ? "all samples"
      : `${samples.length === 1 ? "sample" : "samples"} ${listed(samples)}`,
    ...(secondLook === null ? [] : [`${secondLook} a second look`]),
    ...(from === null ? [] : [`rated from ${dayInWords(from)}`]),
    ...(to === null ? [] : [`rated to ${dayInWords(to)}`]),
    ...(chosen.length > 0 ? [`${listed(chosen)} only`] : []),
  ];
}
