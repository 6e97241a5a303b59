import { inPlaceOfBar } from "./chart-in-words";
import { fills, ink } from "./drawing-fills";
import { type Layout, layouts, lengthOf, linesOfName } from "./drawing-layout";
import { heightOfLegend, legendAbove, legendBeneath } from "./drawing-legend";
import { type Box, type Group, plain, type Words } from "./drawing-shapes";
import type { LevelBar, LevelChart } from "./level-chart";

/** A picture of a chart. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** The legend, and then each bar with its name and its numbers; beneath those of a factor its own legend. */
  readonly groups: readonly Group[];
  /** Whether a number is not in it, for want of room. */
  readonly leavesOut: boolean;
}

/** What stands beside a picture that leaves numbers out. */
export const numbersLeftOut = "A number that does not fit into its part is in the table.";

/** How high the words in a drawing are, in its units. */
export const wordHeight = 16;
// So that several bars of one factor are seen to belong together.
const betweenFactors = 10;
// Where parts are short, so that the number of one does not run into that of the next.
const betweenNumbers = 8;
// And that a legend belongs to the bar above it.
const underBar = 6;

/**
 * A chart as a picture: stacked horizontal bars, each as long as the others. Levels differ in pattern
 * as well as in lightness, and each part has its number, so that it can be read in print and in
 * greyscale. Numbers that would stand over others are left out; in a narrow picture all that are
 * longer than their part.
 */
export function drawn({ legend, bars }: LevelChart, kind: keyof typeof layouts = "wide"): Drawing {
  const layout: Layout = layouts[kind];
  let y = heightOfLegend(legend, layout);
  const groups: Group[] = [{ key: "legend", shapes: legendAbove(legend, layout) }];
  const shapes: (Box | Words)[] = [];
  const severalOfOne = new Set(bars.map(({ factor }) => factor)).size < bars.length;
  for (const [index, bar] of bars.entries()) {
    const isFirst = bars[index - 1]?.factor !== bar.factor;
    const isLast = bars[index + 1]?.factor !== bar.factor;
    if (severalOfOne && isFirst && index > 0) y += betweenFactors;
    const names = linesOfName(bar.label, layout);
    const ofBar = y + (layout.namesAbove ? names.length * layout.lineHeight : 0);
    const own = shapesOf(bar, ofBar, layout);
    shapes.push(...own);
    groups.push({ key: bar.key, shapes: [...nameShapes(bar.key, names, ofBar, layout), ...own] });
    y = ofBar + layout.step;
    if (!bar.legend || !isLast) continue;
    const key = `${bar.factor} legend`;
    const beneath = legendBeneath(bar.legend, key, ofBar + layout.thick + underBar, layout);
    groups.push({ key, shapes: beneath.shapes });
    y += beneath.height;
  }
  const boxes = shapes.filter(({ kind }) => kind === "box");
  const numbers = shapes.filter((one) => one.kind === "words" && one.anchor === "middle");
  const leavesOut = numbers.length < boxes.length;
  return { width: layout.width, height: y + 6, groups, leavesOut };
}

/** The name of a bar: beside it, or in lines above it. */
function nameShapes(
  key: string,
  names: readonly string[],
  y: number,
  { left, thick, namesAbove, lineHeight }: Layout,
): Words[] {
  return names.map((name, index) => {
    const own = `${key} name ${index}`;
    if (!namesAbove) return plain(own, left - 10, y + thick - 5, name, "end");
    return plain(own, 0, y - 7 - (names.length - 1 - index) * lineHeight, name, "start");
  });
}

function shapesOf(bar: LevelBar, y: number, layout: Layout): (Box | Words)[] {
  const { left, right, thick } = layout;
  const baseline = y + thick - 5;
  const words = inPlaceOfBar(bar);
  if (words !== null) return [plain(`${bar.key} withheld`, left, baseline, words, "start")];
  const parts = drawnParts(bar);
  const total = parts.reduce((sum, { n }) => sum + n, 0);
  const scale = total === 0 ? 0 : (right - left) / total;
  const placed = parts.flatMap(({ level, n, text }, index) => {
    const before = parts.slice(0, index).reduce((sum, part) => sum + part.n, 0);
    return n === 0 ? [] : [{ level, text, x: left + before * scale, long: n * scale }];
  });
  const written = numbersWritten(placed, layout);
  // Boxes first, so that none covers a number that sticks out of the one before it.
  return [
    ...placed.map(({ level, x, long }): Box => {
      const key = `${bar.key} ${level}`;
      return { kind: "box", key, x, y, width: long, height: thick, fill: fills[level] };
    }),
    ...placed.flatMap(({ level, text, x, long }, index): Words[] => {
      const onDark = level === "3" && lengthOf(text) <= long;
      const look = { fill: onDark ? "#fff" : ink, rim: !onDark };
      const number = plain(`${bar.key} ${level} number`, x + long / 2, baseline, text, "middle");
      return written[index] ? [{ ...number, ...look }] : [];
    }),
  ];
}

/**
 * Which parts of a bar have their number: where it fits in and, beside names, where it sticks out by no
 * more than half and touches no other.
 */
function numbersWritten(
  parts: readonly { readonly text: string; readonly x: number; readonly long: number }[],
  { namesAbove }: Layout,
): boolean[] {
  const numbers = parts.map(({ text, x, long }) => {
    const length = lengthOf(text);
    const from = x + (long - length) / 2;
    const fits = length + (namesAbove ? betweenNumbers : 0) <= long;
    return { from, to: from + length, fits, nearlyFits: length <= 2 * long };
  });
  const written = numbers.filter(({ fits }) => fits);
  for (const number of namesAbove ? [] : numbers) {
    const touches = written.some(({ from, to }) => number.from < to && from < number.to);
    if (number.nearlyFits && !touches) written.push(number);
  }
  return numbers.map((number) => written.includes(number));
}

/** The parts that are shown, and behind them those that are withheld, as one. */
function drawnParts({ parts, withheld }: LevelBar) {
  const shown = parts.flatMap(({ level, n, text }) => (n === null ? [] : { level, n, text }));
  return withheld ? [...shown, { level: "withheld" as const, ...withheld }] : shown;
}
