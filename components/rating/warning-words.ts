import { identifyingInWords } from "@/domain/ratings/identifying";
import type { RatingWarning } from "@/domain/ratings/rating-warnings";

/** A warning in words, and the field of the rating page that it leads to. */
export interface WarningWords {
  readonly key: string;
  readonly words: string;
  /** The factor that it is about, and the id of a field of it; none for a warning about them all. */
  readonly link?: { readonly label: string; readonly field: string };
}

type Labelled = readonly { readonly key: string; readonly label: string }[];

/** Says what is worth another look. */
export function wordsForWarning(warning: RatingWarning, factors: Labelled): WarningWords {
  if (warning.kind === "many not indicated")
    return {
      key: warning.kind,
      words: `${warning.count} factors are Not indicated. That is unusual where the submission is a full report; where it is a chronology or a summary it may well be right.`,
    };
  const { factor, kind } = warning;
  const label = factors.find(({ key }) => key === factor)?.label ?? factor;
  if (kind === "identifying") {
    const words = identifyingInWords(warning.found);
    return {
      key: `${factor} ${kind}`,
      words: words.charAt(0).toLowerCase() + words.slice(1),
      link: { label, field: `${factor}.${warning.part}` },
    };
  }
  return kind === "unsure"
    ? {
        key: `${factor} ${kind}`,
        words: "you are unsure about it",
        link: { label, field: `${factor}.unsure` },
      }
    : {
        key: `${factor} ${kind}`,
        words: "the highest level, with neither a note nor a quote that shows it",
        link: { label, field: `${factor}.note` },
      };
}
