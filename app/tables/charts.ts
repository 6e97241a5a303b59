import type { LevelBar, LevelBarsProps } from "@/components/tables/level-bars";
import type { Codebook, Factor } from "@/domain/codebook/codebook";
import { percentText } from "@/domain/tables/cell-text";
import type { PublishedTable } from "@/domain/tables/published-table";

const levels = ["3", "2", "1", "0"] as const;

/** A chart as it is drawn from its table; null for a table that is not drawn. */
export function chartOf(table: PublishedTable, codebook: Codebook): LevelBarsProps | null {
  const { output, title } = table.kind;
  if (output !== "chart_1" && output !== "chart_2") return null;
  const seen = table.columns.flatMap((column, index) => (column.unseen ? [] : [{ column, index }]));
  return {
    title,
    description: "The same figures are in the table below.",
    legend: legendOf(codebook),
    bars: codebook.factors.flatMap((factor) =>
      seen.map(({ column, index }) =>
        barOf(table, factor, index, seen.length > 1 ? column.label : null),
      ),
    ),
  };
}

function barOf(
  { lines, kind }: PublishedTable,
  factor: Factor,
  column: number,
  columnLabel: string | null,
): LevelBar {
  const parts = levels.flatMap((level) => {
    const line = lines.find(({ key }) => key === `${factor.key} ${level}`);
    const cell = line?.cells[column];
    if (!line || !cell) return [];
    const n = line.withheld[column]?.count ? null : cell.n;
    const text = kind.percent ? percentText(cell.n, line.bases[column]?.n ?? 0) : String(cell.n);
    return [{ level, n, text }];
  });
  const scale = isUsual(factor) ? "" : " †";
  const label = `${factor.label}${scale}`;
  return {
    key: `${factor.key} ${column}`,
    label: columnLabel === null ? label : `${label}, ${columnLabel.toLowerCase()}`,
    parts,
  };
}

// Most factors share a scale; a factor with another has a legend of its own.
const usualLabels = ["High", "Medium", "Low", "Not indicated"];

function isUsual({ levels }: Factor): boolean {
  return levels.every(({ label }) => usualLabels.includes(label));
}

function legendOf({ factors }: Codebook): LevelBarsProps["legend"] {
  const labelled = (factor: Factor | undefined) =>
    (factor?.levels ?? []).flatMap(({ score, label }) => {
      const level = levels.find((one) => one === String(score));
      return level ? [{ level, label }] : [];
    });
  return labelled(factors.find(isUsual) ?? factors[0]);
}

/** What the levels of factors with a scale of their own are called, for the note of a chart. */
export function otherScales({ factors }: Codebook): string[] {
  return factors
    .filter((factor) => !isUsual(factor))
    .map(({ label, levels: own }) => {
      const names = own.map(
        (level) => `${level.label.toLowerCase()} in place of ${nameOf(level.score)}`,
      );
      return `† ${label}: ${names.join("; ")}.`;
    });
}

function nameOf(score: number): string {
  return (usualLabels[3 - score] ?? "").toLowerCase();
}
