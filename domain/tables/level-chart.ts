import type { Codebook, Factor } from "../codebook/codebook";
import { percentText } from "./cell-text";
import { inPlaceOfBar, kindOfChart } from "./chart-in-words";
import { isUsual, type Level, legendOf, otherScales, scores, usualScale } from "./level-names";
import type { PublishedTable } from "./published-table";

/** One bar: its name, and how many are in each of its parts, the first at the left. */
export interface LevelBar {
  readonly key: string;
  /** The key of the factor that it is of. */
  readonly factor: string;
  readonly label: string;
  readonly parts: readonly {
    readonly level: Level;
    /** What its factor calls it. */
    readonly label: string;
    /** Null where it is withheld. */
    readonly n: number | null;
    /** What is written on it. */
    readonly text: string;
  }[];
  /** How many are in all parts that are withheld; null without any, and where that is withheld too. */
  readonly withheld: { readonly n: number; readonly text: string } | null;
  /** What its parts are called where its factor has a scale of its own; null where as in the chart. */
  readonly legend: Legend | null;
}

/** What parts are called, the first at the left. */
export type Legend = readonly { readonly level: Level | "withheld"; readonly label: string }[];

/** A chart of bars, each as long as the others, whose parts are the levels of a factor. */
export interface LevelChart {
  readonly title: string;
  /** What kind of picture it is, for those who do not see it; `chartInWords` has the numbers too. */
  readonly description: string;
  readonly legend: Legend;
  readonly bars: readonly LevelBar[];
  /** How to read the figures on it, where no table stands beneath. */
  readonly notes: readonly string[];
}

/** So many bars fit on a page of A4, with room for the title above them. */
const mostBarsOnPage = 36;

/** A chart in parts that fit on a page each, none of which tears the bars of a factor apart. */
export function partsOf(chart: LevelChart): LevelChart[] {
  const factors = new Map<string, LevelBar[]>();
  for (const bar of chart.bars) factors.set(bar.factor, [...(factors.get(bar.factor) ?? []), bar]);
  const pages: LevelBar[][] = [];
  for (const bars of factors.values()) {
    const last = pages.at(-1);
    if (last && roomOf([...last, ...bars]) <= mostBarsOnPage) last.push(...bars);
    else pages.push([...bars]);
  }
  return pages.map((bars) => ({ ...chart, bars }));
}

/** How many bars are as high as these with the legends beneath them. */
function roomOf(bars: readonly LevelBar[]): number {
  const withLegend = bars.filter(({ legend }) => legend).map(({ factor }) => factor);
  return bars.length + new Set(withLegend).size;
}

/** A chart as it is drawn from its table; null for a table that is not drawn. */
export function chartOf(table: PublishedTable, codebook: Codebook): LevelChart | null {
  const { output, title, note, drawnNote = note } = table.kind;
  if (output !== "chart_1" && output !== "chart_2") return null;
  const usual = usualScale(codebook);
  const legend = legendOf(usual);
  const seen = table.columns.flatMap((column, index) =>
    column.unseen || column.undrawn ? [] : [{ column, index }],
  );
  const bars = codebook.factors.flatMap((factor) =>
    seen.map(({ column, index }) =>
      barOf(table, {
        factor,
        isUsual: isUsual(usual, factor),
        index,
        law: seen.length > 1 ? column.label : null,
      }),
    ),
  );
  return {
    title,
    description: kindOfChart(
      seen.map(({ column }) => column.label),
      legend,
      otherScales(codebook),
    ),
    legend: bars.some(isDrawnInPart) ? [...legend, withheldTogether] : legend,
    notes: [drawnNote],
    bars,
  };
}

const withheldTogether = { level: "withheld", label: "Withheld levels together" } as const;

const isDrawnInPart = (bar: LevelBar) => bar.withheld !== null && inPlaceOfBar(bar) === null;

interface BarOfFactor {
  readonly factor: Factor;
  /** Whether its levels are called as in the legend. */
  readonly isUsual: boolean;
  /** The place of the column. */
  readonly index: number;
  /** The law group, where bars of several stand one under the other. */
  readonly law: string | null;
}

function barOf({ lines, kind }: PublishedTable, bar: BarOfFactor): LevelBar {
  const { factor, isUsual, index, law } = bar;
  const textOf = (n: number, of: number) => (kind.percent ? percentText(n, of) : String(n));
  const all = lines.find(({ key }) => key === factor.key);
  const total = all?.withheld[index]?.count ? undefined : all?.cells[index]?.n;
  const parts = scores.flatMap((level): LevelBar["parts"] => {
    const line = lines.find(({ key }) => key === `${factor.key} ${level}`);
    const cell = line?.cells[index];
    if (!line || !cell) return [];
    const named = factor.levels.find(({ score }) => String(score) === level);
    const own = named?.label ?? `Score ${level}`;
    if (line.withheld[index]?.count) return [{ level, label: own, n: null, text: "" }];
    return [{ level, label: own, n: cell.n, text: textOf(cell.n, line.bases[index]?.n ?? 0) }];
  });
  const shown = parts.reduce((sum, { n }) => sum + (n ?? 0), 0);
  const isTold = total !== undefined && parts.some(({ n }) => n === null);
  return {
    key: `${factor.key} ${index}`,
    factor: factor.key,
    label: law === null ? factor.label : `${factor.label}, ${law.toLowerCase()}`,
    parts,
    legend: isUsual ? null : parts.map(({ level, label }) => ({ level, label })),
    withheld: isTold ? { n: total - shown, text: textOf(total - shown, total) } : null,
  };
}
