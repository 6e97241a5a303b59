import { casesInWords } from "../../cases";
import { listed } from "../../dataset/choice";
import { marks } from "../alpha-interval";
import { correlationInWords, figure, percent, withInterval } from "../figures";
import type { ReportedFactor, ReportFacts } from "./facts";
import { labelOf, numeral } from "./sentences";

/** What came out: the range of alpha over the factors, and the risk rating. */
export function results({ codebook, factors, riskRating }: ReportFacts): string {
  const known = factors
    .flatMap((one) => (one.alpha.value === null ? [] : { ...one, value: one.alpha.value }))
    .sort((one, other) => one.value - other.value);
  const [low, high] = [known[0], known.at(-1)];
  const without = factors.filter(({ alpha }) => alpha.value === null);
  const alphaOf = (one: ReportedFactor) =>
    `${withInterval(one.alpha, one.resampled.interval)} for ${labelOf(codebook, one.factor)}`;
  const range =
    !low || !high
      ? []
      : low === high
        ? [`Alpha was ${alphaOf(low)} (95% interval).`]
        : [`Alpha ranged from ${alphaOf(low)} to ${alphaOf(high)} (95% intervals).`];
  const shares = factors.flatMap(({ percent: { value } }) => value ?? []);
  return [
    ...range,
    ...(without.length > 0
      ? [
          `Alpha is not defined for ${listed(without.map(({ factor }) => labelOf(codebook, factor)))}.`,
        ]
      : []),
    ...(shares.length > 0
      ? [
          `Percent agreement was between ${percent(Math.min(...shares))} and ${percent(Math.max(...shares))}.`,
        ]
      : []),
    ...marksInWords(known),
    ...riskRating.flatMap(({ group, correlation: { single, average, cases } }) =>
      single.value === null
        ? []
        : [
            `Between the ${numeral(group.length)} coders with most cases in common, ICC(2,1) of the risk rating was ${correlationInWords(single)} over ${casesInWords(cases)}, and ICC(2,${group.length}) of their mean ${correlationInWords(average)}.`,
          ],
    ),
  ].join(" ");
}

/** How many lower ends of alpha's intervals reach Krippendorff's marks, of the factors that have one. */
function marksInWords(factors: readonly ReportedFactor[]): string[] {
  const lows = factors.flatMap(({ resampled }) => resampled.interval?.low ?? []);
  if (lows.length === 0) return [];
  const [tentative, reliable] = marks;
  const from = (mark: number) => lows.filter((low) => low >= mark).length;
  return [
    `The lower end of the interval was ${reliable.toFixed(3)} or more for ${from(reliable)} of ${lows.length} factors and ${tentative.toFixed(3)} or more for ${from(tentative)} (Krippendorff’s marks for reliable data and for tentative conclusions, which are conventions).`,
  ];
}

/** What was done about disagreement, and what it changed. */
export function disagreement({ secondLooks, allStages }: ReportFacts): string {
  const { secondLook, agreed } = allStages;
  const { before, after } = secondLook;
  const again =
    secondLooks === 0
      ? []
      : [
          `In ${casesInWords(secondLooks)} the coders were asked to read again the factors on which they differed, without learning what others had given: of all ${secondLook.ratings} ratings of these cases, ${secondLook.changed} changed. They knew that they differed, and read nothing else again: these ratings are not independent, and percent agreement could hardly fall.`,
          ...(before.percent.value !== null && after.percent.value !== null
            ? [
                `Percent agreement of these cases, as the mean of the factors, went from ${percent(before.percent.value)} to ${percent(after.percent.value)}.`,
              ]
            : []),
          ...(before.alpha.value !== null && after.alpha.value !== null
            ? [
                `Alpha, as the mean of the ${numeral(before.alpha.factors)} factors that had one before and after, went from ${figure(before.alpha.value)} to ${figure(after.alpha.value)}.`,
              ]
            : []),
        ];
  const { held, first, cases } = agreed;
  if (held.ratings === 0) return [...again, "No level has been agreed for these cases."].join(" ");
  return [
    ...again,
    `One level was then agreed for each factor of ${casesInWords(cases)}. Of ${first.ratings} first ratings of these cases ${percent(first.exact / first.ratings)} were the agreed level and ${percent(first.withinOne / first.ratings)} at most one score away from it.`,
    ...(secondLooks > 0
      ? [
          `Of the ratings held when the cases opened, it was ${percent(held.exact / held.ratings)} and ${percent(held.withinOne / held.ratings)}.`,
        ]
      : []),
  ].join(" ");
}
