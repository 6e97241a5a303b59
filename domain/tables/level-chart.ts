import type { Codebook, Factor } from "../codebook/codebook";
import { percentText } from "./cell-text";
import { kindOfChart } from "./chart-in-words";
import type { PublishedTable } from "./published-table";

const levels = ["3", "2", "1", "0"] as const;
type Level = (typeof levels)[number];

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
    /** Null where it is withheld: then the whole bar is not drawn. */
    readonly n: number | null;
    /** What is written on it. */
    readonly text: string;
  }[];
}

/** A chart of bars, each as long as the others, whose parts are the levels of a factor. */
export interface LevelChart {
  readonly title: string;
  /** What kind of picture it is, for those who do not see it; `chartInWords` has the numbers too. */
  readonly description: string;
  readonly legend: readonly { readonly level: Level; readonly label: string }[];
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
    if (last && last.length + bars.length <= mostBarsOnPage) last.push(...bars);
    else pages.push([...bars]);
  }
  return pages.map((bars) => ({ ...chart, bars }));
}

/** A chart as it is drawn from its table; null for a table that is not drawn. */
export function chartOf(table: PublishedTable, codebook: Codebook): LevelChart | null {
  const { output, title, note, drawnNote = note } = table.kind;
  if (output !== "chart_1" && output !== "chart_2") return null;
  const usual = usualScale(codebook);
  const seen = table.columns.flatMap((column, index) => (column.unseen ? [] : [{ column, index }]));
  return {
    title,
    description: kindOfChart(
      seen.map(({ column }) => column.label),
      legendOf(usual),
    ),
    legend: legendOf(usual),
    notes: [...otherScales(codebook), drawnNote],
    bars: codebook.factors.flatMap((factor) =>
      seen.map(({ column, index }) =>
        barOf(table, {
          factor,
          isUsual: isUsual(usual, factor),
          index,
          law: seen.length > 1 ? column.label : null,
        }),
      ),
    ),
  };
}

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
  const parts = levels.flatMap((level): LevelBar["parts"] => {
    const line = lines.find(({ key }) => key === `${factor.key} ${level}`);
    const cell = line?.cells[index];
    if (!line || !cell) return [];
    const own = factor.levels.find(({ score }) => String(score) === level)?.label ?? line.label;
    if (line.withheld[index]?.count) return [{ level, label: own, n: null, text: "" }];
    const text = kind.percent ? percentText(cell.n, line.bases[index]?.n ?? 0) : String(cell.n);
    return [{ level, label: own, n: cell.n, text }];
  });
  const label = `${factor.label}${isUsual ? "" : " †"}`;
  return {
    key: `${factor.key} ${index}`,
    factor: factor.key,
    label: law === null ? label : `${label}, ${law.toLowerCase()}`,
    parts,
  };
}

/** What levels are called, by their scores: what most factors share, the first where none is ahead. */
function usualScale({ factors }: Codebook): Factor["levels"] {
  const shared = new Map<string, Factor[]>();
  for (const factor of factors)
    shared.set(namesOf(factor), [...(shared.get(namesOf(factor)) ?? []), factor]);
  const [most] = [...shared.values()].sort((a, b) => b.length - a.length);
  return most?.[0]?.levels ?? [];
}

/** The names of a factor's levels with their scores, as one text. */
function namesOf({ levels: own }: Pick<Factor, "levels">): string {
  return JSON.stringify(own.map(({ score, label }) => [score, label]));
}

function isUsual(usual: Factor["levels"], factor: Factor): boolean {
  return namesOf(factor) === namesOf({ levels: usual });
}

function legendOf(usual: Factor["levels"]): LevelChart["legend"] {
  return usual.flatMap(({ score, label }) => {
    const level = levels.find((one) => one === String(score));
    return level ? [{ level, label }] : [];
  });
}

/** What levels are called where a factor has a scale of its own, for the note of a chart. */
export function otherScales(codebook: Codebook): string[] {
  const usual = usualScale(codebook);
  const insteadOf = (score: number) => usual.find((level) => level.score === score)?.label ?? "";
  return codebook.factors
    .filter((factor) => !isUsual(usual, factor))
    .map(({ label, levels: own }) => {
      const names = own.map((level) => `“${level.label}” in place of “${insteadOf(level.score)}”`);
      return `† ${label}: ${names.join("; ")}.`;
    });
}
