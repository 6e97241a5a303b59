import type { SentAlong } from "@/components/ui/next-page";

/** The part of a long list that is shown. */
export interface ListPart {
  /** How many items come before it, and how many there are in all. */
  readonly passedOver: number;
  readonly count: number;
  /** Where the next part is; null on the last one. */
  readonly nextHref: string | null;
  /** The form that is sent to get there, where something can be typed on the page. */
  readonly sent?: SentAlong;
}

/** A caption with the part that is shown: "Totals that differ: the first 100 of 240". */
export function captionOf(caption: string, shown: number, { passedOver, count }: ListPart): string {
  if (shown === count || shown === 0) return caption;
  const last = passedOver + shown;
  return passedOver === 0
    ? `${caption}: the first ${shown} of ${inWords(count)}`
    : `${caption}: ${inWords(passedOver + 1)} to ${inWords(last)} of ${inWords(count)}`;
}

const inWords = (count: number) => count.toLocaleString("en-GB");
