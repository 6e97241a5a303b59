import type { Release } from "@/db/releases/releases";

/** How many cases of each sample, a line for each: "2015: 22". */
export function samplesInLines(samples: Release["samples"]): string[] {
  return samples.map(({ sample, cases }) => `${sample}: ${cases}`);
}

/** Why a release is given to nobody for now, naming the cases that the reader may know of. */
export function whyNotTold({ ratedAgain }: Pick<Release, "ratedAgain">): string {
  const whose = ratedAgain.length > 0 ? ratedAgain.join(", ") : "a case in it";
  return `Not all coders of ${whose} have submitted. Until they have, this release cannot be taken away, and its note, its hash and its changes are not shown.`;
}
