/** One bar: its name, and how many are in each of its parts, the first at the left. */
export interface LevelBar {
  readonly key: string;
  readonly label: string;
  readonly parts: readonly {
    readonly level: "3" | "2" | "1" | "0";
    /** Null where it is withheld: then the whole bar is not drawn. */
    readonly n: number | null;
    /** What is written on it. */
    readonly text: string;
  }[];
}

export interface LevelBarsProps {
  readonly title: string;
  /** What the picture shows, for those who do not see it. */
  readonly description: string;
  readonly legend: readonly { readonly level: "3" | "2" | "1" | "0"; readonly label: string }[];
  readonly bars: readonly LevelBar[];
}

const [width, left, right, step, thick, top] = [880, 350, 20, 30, 20, 34];

/**
 * Stacked horizontal bars, each as long as the others. Levels differ in pattern as well as in
 * lightness, and each part has its number, so that it can be read in print and in greyscale.
 */
export function LevelBars({ title, description, legend, bars }: LevelBarsProps) {
  const height = top + bars.length * step + 6;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus
    <section className="table-scroll" aria-label={`${title}, drawn`} tabIndex={0}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${title}. ${description}`}
        className="level-bars"
      >
        <LevelPatterns />
        <Legend legend={legend} />
        {bars.map((bar, index) => (
          <Bar key={bar.key} bar={bar} y={top + index * step} />
        ))}
      </svg>
    </section>
  );
}

/** The patterns of the levels, which whatever is drawn on the page can use. */
export function LevelPatterns() {
  return (
    <defs>
      <pattern id="level-2" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="level-fill-2" />
        <path d="M-1 7 L7 -1" className="level-line" />
      </pattern>
      <pattern id="level-1" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="level-fill-1" />
        <circle cx="3" cy="3" r="1" className="level-dot" />
      </pattern>
    </defs>
  );
}

function Legend({ legend }: Pick<LevelBarsProps, "legend">) {
  return legend.map(({ level, label }, index) => (
    <g key={level} transform={`translate(${left + index * 125} 4)`}>
      <rect width="16" height="16" className={`level-part level-part-${level}`} />
      <text x="22" y="13">
        {label}
      </text>
    </g>
  ));
}

function Bar({ bar: { label, parts }, y }: { bar: LevelBar; y: number }) {
  const known = parts.every(({ n }) => n !== null);
  const total = parts.reduce((sum, { n }) => sum + (n ?? 0), 0);
  const scale = total === 0 ? 0 : (width - left - right) / total;
  return (
    <g transform={`translate(0 ${y})`}>
      <text x={left - 10} y={thick - 5} className="bar-label">
        {label}
      </text>
      {known ? (
        parts.map(({ level, n, text }, index) => {
          const before = parts.slice(0, index).reduce((sum, part) => sum + (part.n ?? 0), 0);
          return n ? (
            <g key={level} transform={`translate(${left + before * scale} 0)`}>
              <rect width={n * scale} height={thick} className={`level-part level-part-${level}`} />
              <text
                x={(n * scale) / 2}
                y={thick - 5}
                className={`level-number level-number-${level}`}
              >
                {text}
              </text>
            </g>
          ) : null;
        })
      ) : (
        <text x={left} y={thick - 5}>
          Part of it is withheld: see the table
        </text>
      )}
    </g>
  );
}
