import { drawn, type Group, ink, patterns, wordHeight } from "@/domain/tables/drawing";
import type { LevelChart } from "@/domain/tables/level-chart";

/** A chart, drawn. */
export function LevelBars({ chart }: { chart: LevelChart }) {
  const { title, description } = chart;
  const { width, height, groups } = drawn(chart);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus
    <section className="table-scroll" aria-label={`${title}, drawn`} tabIndex={0}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${title}. ${description}`}
        className="level-bars"
        fontSize={wordHeight}
      >
        <LevelPatterns />
        {groups.map(({ key, shapes }) => (
          <g key={key}>
            {shapes.map((shape) => (
              <Shape shape={shape} key={shape.key} />
            ))}
          </g>
        ))}
      </svg>
    </section>
  );
}

/** The patterns of the levels, which whatever is drawn on the page can use. */
export function LevelPatterns() {
  return (
    <defs>
      {patterns.map(({ id, ground, marks, mark }) => (
        <pattern key={id} id={id} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill={ground} />
          {marks === "lines" ? (
            <path d="M-1 7 L7 -1" stroke={mark} strokeWidth="1.2" />
          ) : (
            <circle cx="3" cy="3" r="1" fill={mark} />
          )}
        </pattern>
      ))}
    </defs>
  );
}

function Shape({ shape }: { shape: Group["shapes"][number] }) {
  if (shape.kind === "box") {
    const { kind: _kind, key: _key, ...box } = shape;
    return <rect {...box} stroke={ink} />;
  }
  const { x, y, text, anchor, fill, rim } = shape;
  return (
    <text
      x={x}
      y={y}
      fill={fill}
      textAnchor={anchor}
      {...(anchor === "middle" && { fontWeight: 600 })}
      {...(rim && { paintOrder: "stroke", stroke: "#fff", strokeWidth: 3 })}
    >
      {text}
    </text>
  );
}
