import { casesInWords } from "../../cases";
import { type Codebook, findFactor, levelWithScore } from "../../codebook/codebook";
import { correlationInWords, figureOf, percent, percentOf, withInterval } from "../figures";
import type { PairOverview } from "../pair-agreement";
import type { Nearness } from "../stages";
import type { ReportedFactor, ReportFacts } from "./facts";
import type { ReportTable } from "./report";
import { labelOf } from "./sentences";

/** How far coders agreed on each factor. */
export function factorTable({ codebook, factors }: ReportFacts): ReportTable {
  return table("Agreement on each risk factor", [
    [
      "Risk factor",
      "Cases",
      "Alpha (95% interval)",
      "Agreement",
      "Within one",
      "Presence",
      "AC2 (95% interval)",
    ],
    ...factors.map((one) => [
      labelOf(codebook, one.factor),
      String(one.alpha.cases),
      withInterval(one.alpha, one.resampled.interval),
      percentOf(one.percent),
      percentOf(one.withinOne),
      percentOf(one.presence),
      one.ac2.noVariation
        ? `${figureOf(one.ac2)}, nothing varies`
        : withInterval(one.ac2, one.ac2.interval),
    ]),
  ]);
}

/** How often each level was given: by all coders together, or by each where they are told apart. */
export function levelsTable({ codebook, factors, coderLabels }: ReportFacts): ReportTable {
  const title = coderLabels ? "Levels given by each coder" : "Levels given, all coders together";
  return table(title, [
    ["Risk factor", "Levels"],
    ...factors.map((one) => [
      labelOf(codebook, one.factor),
      coderLabels
        ? one.levels
            .map(({ label, counts }) => `${label}: ${levelsInWords(codebook, one, counts)}`)
            .join("; ")
        : levelsInWords(codebook, one, one.given),
    ]),
  ]);
}

/** Levels with how often each was given, the highest first. */
function levelsInWords(
  codebook: Codebook,
  { factor, scale }: ReportedFactor,
  counts: readonly number[],
): string {
  const found = findFactor(codebook, factor);
  const levels = scale.map((score, place) => {
    const label = (found && levelWithScore(found, score)?.label) ?? `Score ${score}`;
    return `${label} (${counts[place] ?? 0})`;
  });
  return levels.reverse().join(", ");
}

/** How far risk ratings agreed. */
export function riskRatingTable({ riskRating, coderLabels }: ReportFacts): ReportTable {
  return table("Agreement on the risk rating", [
    [
      "Coders with most cases in common",
      "Cases",
      "ICC(2,1) (95% interval)",
      "ICC(2,k) (95% interval)",
    ],
    ...riskRating.map(({ group, correlation: { cases, single, average } }) => [
      coderLabels
        ? group.map((place) => coderLabels[place] ?? "").join(", ")
        : group.length === 2
          ? "Two"
          : "Three",
      String(cases),
      correlationInWords(single),
      correlationInWords(average),
    ]),
  ]);
}

/** How far each pair of coders agreed. */
export function pairTable(
  { codebook, coderLabels }: ReportFacts,
  pairs: readonly PairOverview[],
): ReportTable {
  return table("Pairs of coders", [
    [
      "Pair",
      "Cases with both risk ratings",
      "ICC(2,1) of the risk rating (95% interval)",
      "Lowest quadratic kappa (95% interval)",
    ],
    ...pairs.map(({ pair, cases, icc, lowest }) => [
      pair.map((place) => coderLabels?.[place] ?? "").join(" and "),
      String(cases),
      correlationInWords(icc),
      lowest
        ? `${withInterval(lowest.kappa, lowest.kappa.interval)} over ${casesInWords(lowest.kappa.cases)}, ${labelOf(codebook, lowest.factor)}`
        : "–",
    ]),
  ]);
}

/** From first ratings over second looks to agreed levels. */
export function stagesTable({
  codebook,
  stages,
  allStages,
  secondLooks,
}: ReportFacts): ReportTable {
  const again = secondLooks > 0;
  return table("From first ratings to agreed levels", [
    [
      "Risk factor",
      ...(again
        ? ["Agreement before and after second looks (cases)", "Ratings changed by them"]
        : []),
      "Agreed cases",
      "First ratings: agreed level, within one",
      "Ratings that discussion changed",
    ],
    ...[{ ...allStages, factor: null }, ...stages].map(({ factor, secondLook, agreed }) => [
      factor === null ? "All factors" : labelOf(codebook, factor),
      ...(again
        ? [
            `${percentOf(secondLook.before.percent)} and ${percentOf(secondLook.after.percent)} (${secondLook.before.cases})`,
            `${secondLook.changed} of ${secondLook.ratings}`,
          ]
        : []),
      String(agreed.cases),
      nearnessInWords(agreed.first),
      `${agreed.held.ratings - agreed.held.exact} of ${agreed.held.ratings}`,
    ]),
  ]);
}

function nearnessInWords({ ratings, exact, withinOne }: Nearness): string {
  return ratings === 0 ? "–" : `${percent(exact / ratings)}, ${percent(withinOne / ratings)}`;
}

function table(title: string, rows: ReportTable["rows"]): ReportTable {
  return { kind: "table", title, rows };
}
