export interface IntervalPlotProps {
  /** What is drawn, such as "Alpha 0.72, from 0.55 to 0.84". */
  readonly description: string;
  readonly value: number;
  /** Null where there is no interval: then the dot stands alone. */
  readonly low: number | null;
  readonly high: number | null;
  /** The lowest number that has a place; the highest is 1. */
  readonly from: number;
  /** Where lines stand to compare with. */
  readonly marks: readonly number[];
}

const [width, height, middle, edge] = [190, 26, 13, 8];

/** A value as a dot with its interval as a whisker, against marks. */
export function IntervalPlot({ description, value, low, high, from, marks }: IntervalPlotProps) {
  const x = (number: number) => {
    const share = (Math.max(number, from) - from) / (1 - from);
    return Math.round((edge + share * (width - 2 * edge)) * 10) / 10;
  };
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={description}
      className="interval-plot"
    >
      {marks.map((mark) => (
        <path key={mark} d={`M${x(mark)} 1V${height - 1}`} className="interval-mark" />
      ))}
      {low !== null && high !== null && (
        <path
          d={`M${x(low)} ${middle}H${x(high)}M${x(low)} ${middle - 5}v10M${x(high)} ${middle - 5}v10`}
          className="interval-whisker"
        />
      )}
      <circle cx={x(value)} cy={middle} r="5" className="interval-dot" />
    </svg>
  );
}
