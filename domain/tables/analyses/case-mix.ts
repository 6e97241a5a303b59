import { casesInWords } from "../../cases";
import { caveatsFor } from "../../caveats";
import { aboutRounding } from "../analysed-cases";
import type { CaseTypeInMix } from "../case-mix";
import { earlierInWords } from "../columns";
import { fewestForMean } from "../family";
import {
  countCell,
  type FigureCell,
  type FigureColumn,
  type FigureLine,
  meanCell,
  type TakenTable,
  tableOfFigures,
} from "../figures";
import { formatMean } from "../mean";
import { fewNotes } from "../shown-table";
import type { SampleChoice } from "../table";
import { type Analyses, baseOfAnalyses } from "./analyses";

/** The mean risk rating at the earlier mix of case types. */
export function caseMixTable(analyses: Analyses): TakenTable {
  const { choice } = analyses;
  const lines = linesOf(analyses);
  return tableOfFigures({
    name: "case_mix",
    title: "Mean risk rating at the earlier case mix",
    summary: sentences(analyses),
    lineLabel: "Case type",
    columns: columnsOf(choice),
    lines,
    notes: [
      `Number of cases with their share in whole per cent; mean risk rating, and in brackets the number of cases. At the earlier mix, the mean of each case type counts by the share that the type had of the earlier samples’ cases. It is rounded once, to one decimal. ${aboutRounding}`,
      "No interval is given for the mean at the earlier mix: it rests on each case type by itself, some of them with few cases.",
    ],
    marks: fewNotes(lines, analyses),
    base: baseOfAnalyses(analyses),
    caveats: caveatsFor("case_mix"),
  });
}

function columnsOf(choice: SampleChoice): FigureColumn[] {
  const { thisSample, earlierSamples } = choice;
  const cases = (samples: string): FigureColumn => ({
    label: `${samples}, cases`,
    figures: [`${samples}, cases`, `${samples}, per cent`],
  });
  return [
    ...(earlierSamples.length > 0 ? [cases(earlierInWords(choice))] : []),
    cases(thisSample),
    {
      label: `${thisSample}, mean`,
      figures: [`${thisSample}, mean`, `${thisSample}, cases of the mean`],
    },
  ];
}

/** What it means, in sentences. */
function sentences(analyses: Analyses): string[] {
  const { thisSample } = analyses.choice;
  const { own, earlier, atEarlierMix } = analyses.caseMix;
  const samples = earlierInWords(analyses.choice);
  const mean = `The mean risk rating of ${thisSample} is ${formatMean(own.sum, own.n)}, over ${casesInWords(own.n)}.`;
  if (atEarlierMix === null) return [mean, whyInWords(analyses)];
  const before = `The mean of ${samples} is ${formatMean(earlier.sum, earlier.n)}, over ${casesInWords(earlier.n)}.`;
  const at = `If the case types had the shares that they had in ${samples}, and each were rated as it was in ${thisSample}, the mean of ${thisSample} would be ${atEarlierMix}.`;
  const reading = `Compare ${atEarlierMix} with the mean of ${samples} to see what differs apart from which types of case came in.`;
  return [`${mean} ${before}`, `${at} ${reading}`];
}

function whyInWords({ caseMix: { why }, choice: { thisSample }, samples }: Analyses): string {
  switch (why?.kind) {
    case "types_without_cases":
      return `What it would be at the earlier case mix is not known: ${thisSample} has no case of ${inWords(why.labels)}, so nothing says how such a case would have been rated.`;
    case "no_own_cases":
      return `What it would be at the earlier case mix is not known: ${thisSample} has no analysed case.`;
    default:
      return samples.length > 1
        ? "There is no earlier case to compare its mix with. Choose earlier samples."
        : `There is no earlier case to compare its mix with: ${thisSample} is the only sample with a case to count.`;
  }
}

/** Labels in a sentence, where they have commas themselves. Example: “a, b” and “c”. */
function inWords(labels: readonly string[]): string {
  const quoted = labels.map((label) => `“${label}”`);
  return [quoted.slice(0, -1).join(", "), ...quoted.slice(-1)].filter(Boolean).join(" or ");
}

function linesOf(analyses: Analyses): FigureLine[] {
  const { types, own, earlier, atEarlierMix } = analyses.caseMix;
  const hasEarlier = analyses.choice.earlierSamples.length > 0;
  const cellsOf = (line: string, type: Pick<CaseTypeInMix, "earlier" | "own" | "sum">) => [
    ...(hasEarlier ? [count(analyses, line, "earlier", [type.earlier, earlier.n])] : []),
    count(analyses, line, "this", [type.own, own.n]),
    mean(analyses, line, type),
  ];
  // Types that the earlier samples have not weigh nothing.
  const weighing = types.reduce((sum, type) => (type.earlier > 0 ? sum + type.own : sum), 0);
  const atMix: FigureCell =
    atEarlierMix === null
      ? { text: "–", figures: [null, null] }
      : {
          text: `${atEarlierMix} (${weighing})`,
          few: weighing < fewestForMean,
          figures: [Number(atEarlierMix), weighing],
        };
  const none: FigureCell = { text: "", figures: [null, null] };
  return [
    ...types.map(
      (type): FigureLine => ({
        ...{ key: type.key, label: type.label, look: "part" },
        cells: cellsOf(`part-${type.key}`, type),
      }),
    ),
    {
      ...{ key: "total", label: "All cases", look: "total" },
      cells: cellsOf(ofAll, { earlier: earlier.n, own: own.n, sum: own.sum }),
    },
    {
      ...{ key: "at_earlier_mix", label: "All cases, at the earlier case mix", look: "total" },
      cells: [...(hasEarlier ? [none] : []), none, atMix],
    },
  ];
}

const ofAll = "total-total";

/** Counts are those of Table 6, means those of Table 10: so are the cases behind them. */
function count(
  { withheldUpTo }: Analyses,
  line: string,
  column: string,
  [n, of]: readonly [number, number],
): FigureCell {
  return {
    ...countCell(n, of),
    few: line !== ofAll && n > 0 && n <= withheldUpTo,
    ...(n > 0 && { behind: { table: "table_6", line, column } }),
  };
}

function mean(
  { withheldUpTo }: Analyses,
  line: string,
  { sum, own: n }: Pick<CaseTypeInMix, "own" | "sum">,
): FigureCell {
  const look = line === ofAll ? "total" : "part";
  return {
    ...meanCell({ sum, n }, { look, withheldUpTo }),
    ...(n > 0 && { behind: { table: "table_10", line, column: "this" } }),
  };
}
