import { formatDate, formatDateTime } from "@/domain/dates";
import type { View } from "@/domain/tables/shown-table";

/** The release, or that it is the dataset as it is now. */
export function stateOf({ release }: Pick<View, "release">): string {
  return release
    ? `Release ${release.number} of ${formatDate(release.madeAt)}.`
    : `Latest version of each case on ${formatDateTime(new Date().toISOString())}.`;
}
