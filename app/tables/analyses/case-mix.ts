import type { ReportCell, ReportLine, ReportTableProps } from "@/components/tables/report-table";
import type { AnalysesView } from "@/db/tables/analyses";
import { casesInWords } from "@/domain/cases";
import type { CaseMix, CaseTypeInMix } from "@/domain/tables/case-mix";
import { percentText } from "@/domain/tables/cell-text";
import { rangeOf } from "@/domain/tables/columns";
import { fewestForMean } from "@/domain/tables/family";
import { cellText, formatMean } from "@/domain/tables/mean";
import { fewNote } from "@/domain/tables/shown-table";
import type { SampleChoice } from "@/domain/tables/table";

import { casesLink, choiceInAddress } from "../links";
import { baseOf } from "./base";

/** The mean risk rating at the earlier mix of case types, as a page shows it. */
export function caseMixTable(view: AnalysesView): Omit<ReportTableProps, "caveats"> {
  const { caseMix, choice } = view;
  const [earlier, own] = [rangeOf(choice.earlierSamples), choice.thisSample];
  const lines = linesOf(view);
  const isMarked = lines.some(({ cells }) => cells.some(({ few }) => few));
  return {
    id: "case_mix",
    caption: "Mean risk rating at the earlier case mix",
    summary: sentences(caseMix, choice),
    lineLabel: "Case type",
    columns:
      choice.earlierSamples.length === 0
        ? [`${own}, cases`, `${own}, mean`]
        : [`${earlier}, cases`, `${own}, cases`, `${own}, mean`],
    lines,
    notes: [
      "Number of cases with their share in whole per cent; mean risk rating, and in brackets the number of cases. At the earlier mix, the mean of each case type counts by the share that the type had of the earlier samples’ cases. It is rounded once, to one decimal.",
      "No interval is given for the mean at the earlier mix: it rests on each case type by itself, some of them with few cases.",
      ...(isMarked ? [fewNote(view)] : []),
    ],
    base: baseOf(view),
  };
}

/** What it means, in sentences. */
function sentences(mix: CaseMix, { thisSample, earlierSamples }: SampleChoice): string[] {
  const { own, earlier } = mix;
  const samples = rangeOf(earlierSamples);
  const mean = `The mean risk rating of ${thisSample} is ${formatMean(own.sum, own.n)}, over ${casesInWords(own.n)}.`;
  if (mix.atEarlierMix === null) return [mean, `${whyInWords(mix, thisSample)}`];
  const before = `The mean of ${samples} is ${formatMean(earlier.sum, earlier.n)}, over ${casesInWords(earlier.n)}.`;
  const at = `If the case types had the shares that they had in ${samples}, and each were rated as it was in ${thisSample}, the mean of ${thisSample} would be ${mix.atEarlierMix}.`;
  const reading = `Compare ${mix.atEarlierMix} with the mean of ${samples} to see what differs apart from which types of case came in.`;
  return [`${mean} ${before}`, `${at} ${reading}`];
}

function whyInWords({ why }: CaseMix, thisSample: string): string {
  switch (why?.kind) {
    case "types_without_cases":
      return `What it would be at the earlier case mix is not known: ${thisSample} has no case of ${inWords(why.labels)}, so nothing says how such a case would have been rated.`;
    case "no_own_cases":
      return `What it would be at the earlier case mix is not known: ${thisSample} has no analysed case.`;
    default:
      return "There is no earlier case to compare its mix with. Choose earlier samples.";
  }
}

/** Labels in a sentence, where they have commas themselves. Example: “a, b” and “c”. */
function inWords(labels: readonly string[]): string {
  const quoted = labels.map((label) => `“${label}”`);
  return [quoted.slice(0, -1).join(", "), ...quoted.slice(-1)].filter(Boolean).join(" or ");
}

function linesOf(view: AnalysesView): ReportLine[] {
  const { types, own, earlier, atEarlierMix } = view.caseMix;
  const hasEarlier = view.choice.earlierSamples.length > 0;
  const { count, mean } = cellsOf(view);
  const line = (type: CaseTypeInMix): ReportLine => {
    const name = `part-${type.key}`;
    return {
      ...{ key: type.key, label: type.label, look: "part" },
      cells: [
        ...(hasEarlier ? [count(name, "earlier", type.earlier, earlier.n)] : []),
        count(name, "this", type.own, own.n),
        mean(name, type.sum, type.own),
      ],
    };
  };
  const all: ReportLine = {
    ...{ key: "total", label: "All cases", look: "total" },
    cells: [
      ...(hasEarlier ? [count(ofAll, "earlier", earlier.n, earlier.n)] : []),
      count(ofAll, "this", own.n, own.n),
      mean(ofAll, own.sum, own.n),
    ],
  };
  // Types that the earlier samples have not weigh nothing.
  const weighing = types.reduce((sum, type) => (type.earlier > 0 ? sum + type.own : sum), 0);
  const atMix: ReportLine = {
    ...{ key: "at_earlier_mix", label: "All cases, at the earlier case mix", look: "total" },
    cells: [
      ...(hasEarlier ? [{ text: "" }] : []),
      { text: "" },
      {
        text: atEarlierMix === null ? "–" : `${atEarlierMix} (${weighing})`,
        few: atEarlierMix !== null && weighing < fewestForMean,
      },
    ],
  };
  return [...types.map(line), all, atMix];
}

const ofAll = "total-total";

/** Cells, each with the list of its cases: counts are those of Table 6, means those of Table 10. */
function cellsOf(view: AnalysesView) {
  const chosen = choiceInAddress(view);
  return {
    count: (line: string, column: string, n: number, of: number): ReportCell => ({
      text: `${n} (${percentText(n, of)})`,
      few: line !== ofAll && n > 0 && n <= view.withheldUpTo,
      ...(n > 0 && { href: casesLink("table_6", line, column, chosen) }),
    }),
    mean: (line: string, sum: number, n: number): ReportCell => ({
      text: cellText({ sum, n }),
      few: n > 0 && n < fewestForMean,
      ...(n > 0 && { href: casesLink("table_10", line, "this", chosen) }),
    }),
  };
}
