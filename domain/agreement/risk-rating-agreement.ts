import {
  type IntraclassCorrelation,
  intraclassCorrelation,
  withinBounds,
} from "./intraclass-correlation";
import { sum, upTo } from "./sums";

type Rows = readonly (readonly (number | null)[])[];

/** The intraclass correlation of one group of coders, who they are by their places. */
export interface GroupCorrelation {
  readonly group: readonly number[];
  readonly correlation: IntraclassCorrelation;
}

/**
 * How far the risk ratings of coders agree, where not everybody rates every case: of the two coders
 * who have the most cases in common, and of the three. Groups without two cases in common are left
 * out.
 */
export function riskRatingAgreement(riskRatings: Rows): GroupCorrelation[] {
  const coders = riskRatings[0]?.length ?? 0;
  const rated = casesByCoders(riskRatings);
  return [2, 3].flatMap((size) => {
    const groups = groupsOf(coders, size).map((group) => ({
      group,
      cases: sum(rated, ([who, cases]) =>
        group.every((coder) => who.charAt(coder) === "1") ? cases : 0,
      ),
    }));
    const largest = groups.reduce((best, one) => (one.cases > best.cases ? one : best), {
      group: [] as number[],
      cases: 1,
    });
    if (largest.group.length === 0) return [];
    const rows = riskRatings.map((row) => largest.group.map((coder) => row[coder] ?? null));
    return { group: largest.group, correlation: withinBounds(intraclassCorrelation(rows)) };
  });
}

/** How many cases were rated by the same coders: "101" by the first and the third. */
function casesByCoders(riskRatings: Rows): Map<string, number> {
  const cases = new Map<string, number>();
  for (const row of riskRatings) {
    const who = row.map((rating) => (rating === null ? "0" : "1")).join("");
    cases.set(who, (cases.get(who) ?? 0) + 1);
  }
  return cases;
}

/** Every choice of so many coders, in order. */
function groupsOf(coders: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return upTo(coders)
    .slice(from)
    .flatMap((coder) => groupsOf(coders, size - 1, coder + 1).map((rest) => [coder, ...rest]));
}
