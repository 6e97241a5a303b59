import type { ContextFigures } from "@/db/context-figures";
import { makerInWords } from "@/domain/dataset/made";
import { formatDate, formatDateTime } from "@/domain/dates";
import type { View } from "@/domain/tables/shown-table";

/** The release, or that it is the dataset as it is now. */
export function stateOf({ release }: Pick<View, "release">): string {
  return release
    ? `Release ${release.number} of ${formatDate(release.madeAt)}.`
    : `Latest version of each case on ${formatDateTime(new Date().toISOString())}.`;
}

/** Who typed figures in from elsewhere, and when; null where nobody did. */
export function typedInWords({ recordedAt, recordedBy }: ContextFigures): string | null {
  if (recordedAt === null) return null;
  return `As typed in ${makerInWords(recordedBy)} on ${formatDate(recordedAt)}.`;
}
