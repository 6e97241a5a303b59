import { casesInWords } from "../../cases";
import { sampleAskedInWords } from "../../samples";
import { percentText } from "../cell-text";
import { asAgreed, type Rule } from "../coded-case";
import { fewestForMean } from "../family";
import { formatMean } from "../mean";
import type { ComparedLine, FeaturedUnder, MeansCompared, Order } from "../who-coded";
import type { ByCoder, Findings } from "./by-coder";

/** For how many cases of the sample it can be said, and by how many coders they were rated. */
export function coverageInWords({ coverage, sample }: ByCoder): string {
  const byCoders = [...coverage.byCoders].sort(([a], [b]) => b - a);
  const coded = byCoders.reduce((sum, [, n]) => sum + n, 0);
  const parts = byCoders.map(
    ([coders, n]) => `${n} by ${coders === 1 ? "one coder" : `${coders} coders`}`,
  );
  return `Independent ratings are held for ${coded} of ${coverage.analysed} analysed cases of ${sample}: ${listed(parts)}.`;
}

/** That a sample is shown in place of the one that was asked for. */
export function insteadInWords(asked: string, { sample }: Pick<ByCoder, "sample">): string {
  return `No committed case of ${sampleAskedInWords(asked)} has independent ratings. The figures below are of ${sample}.`;
}

/** What of the figures rests on who coded, a sentence each. */
export function findingsInWords({ findings }: Pick<ByCoder, "findings">): string[] {
  return [
    ...farthestInWords(findings),
    ...findings.lawGroups.flatMap(comparedInWords),
    ...aboutFewCases(findings),
    ...widestInWords(findings),
  ];
}

function farthestInWords({ farthest }: Findings): string[] {
  if (!farthest) return [];
  const { rule, n, sum, agreedSum } = farthest;
  const distance = formatMean(Math.abs(sum - agreedSum), n);
  return [
    `One coder alone moves the mean risk rating by at most ${distance} before rounding: ${inSentence(rule)} it is ${formatMean(sum, n)}, and as agreed for the same ${casesInWords(n)} ${formatMean(agreedSum, n)}.`,
  ];
}

function comparedInWords(compared: MeansCompared): string[] {
  const agreed = compared.orders.find(({ rule }) => rule.key === asAgreed.key);
  if (!agreed || compared.orders.length < 2) return [];
  // Who decides changes nothing where each gives the order that was agreed for the same cases.
  const isSettled = compared.orders.every((one) => one.order === one.agreed);
  const own = agreed.order === "lower" ? turned(compared) : compared;
  const words = isSettled ? whoeverDecides(own, agreed.order) : restsOnWho(own);
  const main = agreed.order === "lower" ? "higher" : agreed.order;
  return [[words, ...onFewer(own, main)].join(" ")];
}

function whoeverDecides({ first, second }: MeansCompared, agreed: Order): string {
  const has = agreed === "the same" ? "the same mean risk rating as" : higherThan;
  return `${withCases(first)} has ${has} ${inText(withCases(second))}, whoever decides.`;
}

const higherThan = "a higher mean risk rating than";
const everyOrder: readonly Order[] = ["higher", "lower", "the same"];

function restsOnWho(compared: MeansCompared): string {
  const ofAll = compared.orders.filter((one) => one.ofAll);
  const parts = everyOrder.flatMap((order) => {
    const rules = ofAll.filter((one) => one.order === order).map(({ rule }) => inSentence(rule));
    return rules.length === 0 ? [] : [`${listed(rules)} it is ${higherOne(compared, order)}`];
  });
  const both = `${inText(withCases(compared.first))} and ${inText(withCases(compared.second))}`;
  return `Which of ${both} has the higher mean risk rating rests on who decides: ${parts.join("; ")}.`;
}

function higherOne({ first, second }: MeansCompared, order: Order): string {
  if (order === "the same") return "neither";
  return inText((order === "higher" ? first : second).label);
}

/**
 * What is so under rules that decide on fewer cases, which can differ by themselves; a sentence for each
 * that gives another order than all cases have as agreed, or its own cases.
 */
function onFewer(compared: MeansCompared, ofAllAsAgreed: Order): string[] {
  return compared.orders
    .filter(({ ofAll }) => !ofAll)
    .filter(({ order, agreed }) => order !== ofAllAsAgreed || order !== agreed)
    .map(({ rule, order, agreed, cases }) => {
      const who = rule.isAlone ? rule.label : "The majority";
      const beside =
        order === agreed
          ? "as was agreed for the same cases"
          : `while as agreed for the same cases ${meansInWords(compared, agreed)}`;
      return `${who} decides on fewer of these cases (${cases.join(" and ")}): there ${meansInWords(compared, order)}, ${beside}.`;
    });
}

function meansInWords(compared: MeansCompared, order: Order): string {
  if (order === "the same") return "both means are the same";
  return `${higherOne(compared, order)} has the higher mean`;
}

/** What must be said where a comparison is of few cases. */
function aboutFewCases({ lawGroups }: Findings): string[] {
  const isFew = ({ first, second }: MeansCompared) =>
    Math.min(first.cases, second.cases) < fewestForMean;
  const compared = lawGroups.filter((one) => comparedInWords(one).length > 0);
  return compared.some(isFew)
    ? [
        `Where one of the two has fewer than ${fewestForMean} cases, a single case can turn the order.`,
      ]
    : [];
}

/** The same, said of the second line. */
function turned({ first, second, orders }: MeansCompared): MeansCompared {
  const other = { higher: "lower", lower: "higher", "the same": "the same" } as const;
  return {
    ...{ first: second, second: first },
    orders: orders.map((one) => ({
      ...one,
      ...{ order: other[one.order], agreed: other[one.agreed] },
      cases: [one.cases[1], one.cases[0]],
    })),
  };
}

const withCases = ({ label, cases }: ComparedLine) => `${label} (${casesInWords(cases)})`;
const inText = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

function widestInWords({ widest }: Findings): string[] {
  if (!widest) return [];
  const { factor, lowest, highest, agreed } = widest;
  return [
    `The factor that rests most on who codes is ${factor.label}: of ${casesInWords(agreed.of)} it is featured in ${featuredInWords(lowest)}, ${featuredInWords(highest)}, and ${featuredInWords(agreed)}.`,
  ];
}

function featuredInWords({ rule, n, of }: FeaturedUnder): string {
  return `${percentText(n, of)} ${inSentence(rule)}`;
}

function inSentence({ label, key, isAlone }: Rule): string {
  if (isAlone) return `under ${label.replace("Coder", "coder")}`;
  return key === "majority" ? "under the majority" : "as agreed";
}

/** Example: a, b and c. */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** How to read what stands side by side. */
export const readingNotes = [
  "What a coder gave is what they gave first, before a second look and before the case opened. The letters are those of the room and of exports. Coder A is one of the coders of a case at random, so that coder A of one case need not be coder A of another. Where ratings were imported, coder A is the first by name: there “coder A alone” can be one person in many cases or in all.",
  "The majority is the level that more than half of a case’s coders gave. Where there is none, the case is left out of that factor, and of means and ranges. Cases with fewer coders have no later letters. Where a rule therefore decides on fewer cases, tables have a column behind it with what was agreed for the same cases: compare it with that.",
];
