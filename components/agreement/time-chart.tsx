import type { Interval } from "@/domain/agreement/result";
import { wordHeight } from "@/domain/tables/drawing";
import { ink } from "@/domain/tables/drawing-fills";

export interface TimeWindow {
  readonly name: string;
  readonly cases: number;
  readonly alpha: number | null;
  readonly interval: Interval | null;
  readonly percent: number | null;
  /** What came in with it, in a few words each, none of them twice. */
  readonly news: readonly string[];
}

export interface TimeChartProps {
  readonly title: string;
  readonly windows: readonly TimeWindow[];
  /** Where lines stand to compare with. */
  readonly marks: readonly number[];
}

const [width, left, right, legend, plot, line] = [880, 60, 60, 40, 240, 20];

/** Alpha with its interval and percent agreement, window by window. Told apart by shape. */
export function TimeChart({ title, windows, marks }: TimeChartProps) {
  const lowest = Math.min(0, ...windows.map(({ interval, alpha }) => interval?.low ?? alpha ?? 0));
  const from = Math.floor(lowest * 5) / 5;
  const top = legend + line * Math.max(0, ...windows.map(({ news }) => news.length));
  const y = (value: number) => round(top + ((1 - value) / (1 - from)) * plot);
  const step = (width - left - right) / windows.length;
  const ticks = Array.from({ length: Math.round((1 - from) * 5) + 1 }, (_, k) => 1 - k / 5);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus
    <section className="table-scroll" aria-label={`${title}, drawn`} tabIndex={0}>
      <svg
        viewBox={`0 0 ${width} ${top + plot + 60}`}
        role="img"
        aria-label={`${title}. ${windows.map(inWords).join(" ")}`}
        className="level-bars time-chart"
        fontSize={wordHeight}
        fill={ink}
      >
        <Legend />
        {ticks.map((tick) => (
          <g key={tick}>
            <path d={`M${left} ${y(tick)}H${width - right}`} className="time-line" />
            <text x={left - 8} y={y(tick) + 5} textAnchor="end">
              {tick.toFixed(1).replace("-", "−")}
            </text>
          </g>
        ))}
        {marks.map((mark) => (
          <g key={mark}>
            <path d={`M${left} ${y(mark)}H${width - right}`} className="interval-mark" />
            <text x={width - right + 6} y={y(mark) + 5}>
              {mark.toFixed(3).replace(/^0/, "")}
            </text>
          </g>
        ))}
        {windows.map((window, place) => {
          const start = left + place * step;
          return (
            <g key={window.name} transform={`translate(${round(start)} 0)`}>
              {window.news.length > 0 && (
                <path d={`M0 ${legend}V${top + plot}`} className="time-new" />
              )}
              {window.news.map((text, index) => (
                <text key={text} x={4} y={legend + line * (index + 1) - 6}>
                  {text}
                </text>
              ))}
              <Figures window={window} x={step / 2} y={y} />
              <text x={round(step / 2)} y={top + plot + 24} textAnchor="middle">
                {windows.length > 5 ? place + 1 : window.name}
              </text>
              <text x={round(step / 2)} y={top + plot + 46} textAnchor="middle">
                {casesWords(window.cases)}
              </text>
            </g>
          );
        })}
      </svg>
    </section>
  );
}

function Legend() {
  return (
    <>
      <circle cx={left + 8} cy={14} r={6} />
      <text x={left + 22} y={20}>
        Alpha with its 95% interval
      </text>
      <path d={diamond(left + 268, 14)} className="time-percent" />
      <text x={left + 282} y={20}>
        Agreement, as a share
      </text>
    </>
  );
}

interface FiguresProps {
  readonly window: TimeWindow;
  readonly x: number;
  readonly y: (value: number) => number;
}

function Figures({ window: { alpha, interval, percent }, x, y }: FiguresProps) {
  const [before, after] = [round(x - 10), round(x + 10)];
  return (
    <>
      {interval && (
        <path
          d={`M${before} ${y(interval.low)}V${y(interval.high)}M${before - 6} ${y(interval.low)}h12M${before - 6} ${y(interval.high)}h12`}
          className="interval-whisker"
        />
      )}
      {alpha !== null && <circle cx={before} cy={y(alpha)} r={6} />}
      {percent !== null && <path d={diamond(after, y(percent))} className="time-percent" />}
    </>
  );
}

function diamond(x: number, y: number): string {
  return `M${x} ${y - 7}l7 7l-7 7l-7 -7z`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

function casesWords(cases: number): string {
  return cases === 1 ? "1 case" : `${cases} cases`;
}

function inWords({ name, alpha, percent, news }: TimeWindow): string {
  const figures = [
    alpha === null ? "no alpha" : `alpha ${alpha.toFixed(2)}`,
    ...(percent === null ? [] : [`agreement ${Math.round(percent * 100)}%`]),
    ...news,
  ];
  return `${name}: ${figures.join(", ")}.`;
}
