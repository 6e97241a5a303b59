import { fills } from "./drawing-fills";
import type { Layout } from "./drawing-layout";
import { type Box, plain, type Words } from "./drawing-shapes";
import type { Legend } from "./level-chart";

const square = 16;
const besideSquare = 22;
const row = 26;
const rowBeneathBar = 22;

/** How high the legend of a chart is, with the room beneath it. */
export function heightOfLegend(legend: Legend, { inRow }: Layout): number {
  return 8 + row * Math.max(1, Math.ceil(legend.length / inRow));
}

/** The legend above the bars of a chart: levels in columns. */
export function legendAbove(legend: Legend, { left, apart, inRow }: Layout): (Box | Words)[] {
  return legend.flatMap((one, index) =>
    legendShapes(one, left + (index % inRow) * apart, 4 + Math.floor(index / inRow) * row),
  );
}

/** The legend beneath the bars of a factor that has levels of its own, in rows that fit. */
export function legendBeneath(
  legend: Legend,
  key: string,
  y: number,
  { left, right }: Layout,
): { readonly shapes: (Box | Words)[]; readonly height: number } {
  let [x, rows] = [left, 1];
  const shapes = legend.flatMap((one) => {
    const long = besideSquare + aboutLong(one.label);
    if (x > left && x + long > right) [x, rows] = [left, rows + 1];
    const own = legendShapes(one, x, y + (rows - 1) * rowBeneathBar);
    x += long + square;
    return own.map((shape) => ({ ...shape, key: `${key} ${shape.key}` }));
  });
  return { shapes, height: rows * rowBeneathBar };
}

// Letters are seldom as long as that.
const aboutLong = (text: string) => text.length * 8;

function legendShapes({ level, label }: Legend[number], x: number, y: number): (Box | Words)[] {
  const box = { x, y, width: square, height: square, fill: fills[level] };
  const words = plain(`${level} words`, x + besideSquare, y + 13, label, "start");
  return [{ kind: "box", key: level, ...box }, words];
}
