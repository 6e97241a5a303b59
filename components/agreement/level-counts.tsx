import { fills, ink } from "@/domain/tables/drawing-fills";

/** How often one coder, or several together, gave each level, from the lowest to the highest. */
export interface LevelCountsProps {
  readonly label: string;
  readonly levels: readonly {
    readonly score: number;
    readonly label: string;
    readonly n: number;
  }[];
}

/** A small stacked bar of the levels given, with whose they are. */
export function LevelCounts(counts: LevelCountsProps) {
  return (
    <div className="level-counts">
      <span className="level-counts-label">{counts.label}</span>
      <LevelsBar {...counts} />
    </div>
  );
}

const [width, height] = [150, 14];

/** A stacked bar of the levels given, the highest at the left. */
export function LevelsBar({ label, levels }: LevelCountsProps) {
  const shown = [...levels].reverse();
  const total = shown.reduce((sum, { n }) => sum + n, 0);
  const scale = total === 0 ? 0 : (width - 2) / total;
  const words = shown.map((level) => `${level.label} ${level.n}`).join(", ");
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`${label}: ${words}`}
    >
      {shown.map(({ score, n }, index) => {
        const before = shown.slice(0, index).reduce((sum, part) => sum + part.n, 0);
        return n === 0 ? null : (
          <rect
            key={score}
            x={1 + before * scale}
            y="1"
            width={n * scale}
            height={height - 2}
            fill={fillOf(score)}
            stroke={ink}
          />
        );
      })}
    </svg>
  );
}

/** What a level looks like in a bar, beside its name. */
export function LevelSample({ score }: { score: number }) {
  return (
    <svg width="16" height="16" className="level-sample" aria-hidden="true">
      <rect x="1" y="1" width="14" height="14" fill={fillOf(score)} stroke={ink} />
    </svg>
  );
}

function fillOf(score: number): string {
  return fills[score as keyof typeof fills];
}
