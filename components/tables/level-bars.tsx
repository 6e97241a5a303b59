import { drawn, type Group, ink, patterns, wordHeight } from "@/domain/tables/drawing";
import type { LevelChart } from "@/domain/tables/level-chart";

/** A chart, drawn: for a desk and for print, and for where there is little room. */
export function LevelBars({ chart }: { chart: LevelChart }) {
  const { leavesOut } = drawn(chart, "narrow");
  return (
    <>
      <svg width="0" height="0" aria-hidden="true" className="level-patterns">
        <LevelPatterns />
      </svg>
      <Picture chart={chart} kind="wide" />
      <Picture chart={chart} kind="narrow" />
      {leavesOut && (
        <p className="muted level-bars-narrow">
          A number that does not fit into its part is in the table.
        </p>
      )}
    </>
  );
}

function Picture({ chart, kind }: { chart: LevelChart; kind: "wide" | "narrow" }) {
  const { title, description } = chart;
  const { width, height, groups } = drawn(chart, kind);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${title}. ${description}`}
      className={`level-bars level-bars-${kind}`}
      fontSize={wordHeight}
    >
      {groups.map(({ key, shapes }) => (
        <g key={key}>
          {shapes.map((shape) => (
            <Shape shape={shape} key={shape.key} />
          ))}
        </g>
      ))}
    </svg>
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
