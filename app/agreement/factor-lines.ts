import type { FactorLine } from "@/components/agreement/factors-table";
import type { LevelKeyProps } from "@/components/agreement/levels-given";
import type { AgreementView, FactorView } from "@/db/agreement/agreement";
import type { ByCodebooks } from "@/db/agreement/choice";
import { marks } from "@/domain/agreement/alpha-interval";
import { figureOf, percentOf, withInterval } from "@/domain/agreement/figures";
import { fewCases, warningsOf } from "@/domain/agreement/warnings";
import { type Codebook, findFactor } from "@/domain/codebook/codebook";
import { versionsWith } from "@/domain/codebook/together";
import { listed } from "@/domain/dataset/choice";
import { legendOf, otherScales, usualScale } from "@/domain/tables/level-names";
import { type Asked, addressOf } from "./asked";
import { difference, fewCasesText, levelLabels, warningTexts } from "./words";

/** The lines of the first table, as they stand on the page. */
export function factorLines(view: AgreementView, asked: Asked): FactorLine[] {
  const { factors, codebook, codebooks } = view;
  const saidOnce = hasFewCases(view);
  const lowest = Math.min(0, ...factors.flatMap(({ resampled }) => resampled.interval?.low ?? []));
  return factors.map((view) => {
    const warnings = warningsIn(view, { codebook, codebooks });
    const label = findFactor(codebook, view.factor)?.label ?? view.factor;
    const alpha = withInterval(view.alpha, view.resampled.interval);
    return {
      key: view.factor,
      label,
      href: addressOf({ ...asked, factor: view.factor, stage: null, pair: null, cell: null }),
      warnings: saidOnce ? warnings.filter((text) => text !== fewCasesText) : warnings,
      alpha,
      plot:
        view.alpha.value === null
          ? null
          : {
              description: `${label}: alpha ${alpha}`,
              value: view.alpha.value,
              low: view.resampled.interval?.low ?? null,
              high: view.resampled.interval?.high ?? null,
              from: lowest,
              marks,
            },
      percent: percentOf(view.percent),
      withinOne: percentOf(view.withinOne),
      presence: percentOf(view.presence),
      ac2: view.ac2.noVariation ? `${figureOf(view.ac2)}, nothing varies` : figureOf(view.ac2),
      cases: view.alpha.cases,
      coders: view.coders,
      levels: levelCounts(view, codebook),
      own: ownWords(view),
    };
  });
}

/** Whether every factor has so few cases that it is said of all of them at once. */
export function hasFewCases({ factors }: AgreementView): boolean {
  return factors.every(({ alpha }) => alpha.cases < fewCases);
}

/** What to keep in mind with the figures of a factor. */
export function warningsIn(view: FactorView, { codebook, codebooks }: ByCodebooks): string[] {
  const levels = levelLabels(codebook, view.factor, view.scale);
  const given = { ...view, levels: view.levels.map(({ counts }) => counts) };
  const versions = versionsWith(codebooks, view.factor);
  return [
    ...(versions.length > 0 ? [`Only in codebook ${listed(versions)}`] : []),
    ...warningTexts(warningsOf(given), levels),
  ];
}

/** What the parts of the bars of levels stand for. */
export function levelKey(codebook: Codebook): LevelKeyProps {
  const legend = legendOf(usualScale(codebook));
  const levels = legend.map(({ level, label }) => ({ score: Number(level), label }));
  return { levels, others: otherScales(codebook) };
}

/** The levels that coders gave, with their names. */
export function levelCounts({ factor, scale, levels }: FactorView, codebook: Codebook) {
  const labels = levelLabels(codebook, factor, scale);
  return levels.map(({ label, counts }) => ({
    label,
    levels: scale.map((score, place) => ({
      score,
      label: labels[place] ?? "",
      n: counts[place] ?? 0,
    })),
  }));
}

/** How the reader stands to the others; "" where they rated nothing that others rated. */
export function ownWords({ own }: FactorView): string {
  if (!own || own.difference === null) return "";
  return `You: ${difference(own.difference)}, ${own.cases} ${own.cases === 1 ? "case" : "cases"}`;
}
