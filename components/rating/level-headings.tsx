import type { FactorView } from "./rating-form-state";

/** The words over the columns, by score. */
export type Headings = ReadonlyMap<number, string>;

/** The labels of the scale with the most levels: it heads the columns. */
export function levelHeadings(factors: readonly FactorView[]): Headings {
  const scales = factors.map((factor) => factor.levels);
  const [widest = []] = scales.sort((a, b) => b.length - a.length);
  return new Map([...widest].reverse().map((level) => [level.score, level.label]));
}

/** Whether a factor's levels have words of their own, to be drawn in its row. */
export function hasOwnLabels(factor: FactorView, headings: Headings): boolean {
  return factor.levels.some((level) => headings.get(level.score) !== level.label);
}

/** The head of the grid; each radio carries its own label for those who do not see it. */
export function LevelHeadings({ headings }: { headings: Headings }) {
  return (
    <div className="rating-head" aria-hidden="true">
      <span>Risk factor</span>
      {[...headings].map(([score, label]) => (
        <span className={`at-${score}`} key={score}>
          {label}
        </span>
      ))}
    </div>
  );
}
