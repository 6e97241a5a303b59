import { chartInWords } from "@/domain/tables/chart-in-words";
import { drawn, numbersLeftOut, wordHeight } from "@/domain/tables/drawing";
import { ink } from "@/domain/tables/drawing-fills";
import { linesOf } from "@/domain/tables/drawing-layout";
import { escaped, groupTags, patternTags } from "@/domain/tables/drawing-tags";
import type { LevelChart } from "@/domain/tables/level-chart";

/** What the words of a picture are drawn in: the first that there is. */
export const chartFont = "Source Sans 3";
const fonts = `${chartFont}, Arial, Helvetica, sans-serif`;
const lineHeight = 22;
const lettersPerLine = 115;

/** What stands above and beneath a chart in a file, where no page says it. */
export interface ChartWords {
  readonly title: string;
  readonly remarks: readonly string[];
}

/**
 * A chart as an SVG file, with its title above and what must travel with it beneath; without words,
 * for a document that has them.
 */
export function chartSvg(chart: LevelChart, words: ChartWords | null): string {
  const { width, height, groups, leavesOut } = drawn(chart);
  const remarks = words ? [...(leavesOut ? [numbersLeftOut] : []), ...words.remarks] : [];
  const lines = remarks.flatMap((text) => linesOf(text, lettersPerLine));
  const top = words ? lineHeight + 14 : 0;
  const all = top + height + (words ? lines.length * lineHeight + 12 : 0);
  const beneath = (index: number) => top + height + (index + 1) * lineHeight;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${all}" viewBox="0 0 ${width} ${all}" role="img" font-family="${fonts}" font-size="${wordHeight}">`,
    `<title>${escaped(chart.title)}</title>`,
    `<desc>${escaped([chartInWords(chart), ...remarks].join(" "))}</desc>`,
    patternTags(),
    `<rect width="${width}" height="${all}" fill="#fff"/>`,
    ...(words
      ? [
          `<text x="0" y="${lineHeight}" font-size="18" font-weight="600" fill="${ink}">${escaped(words.title)}</text>`,
        ]
      : []),
    `<g transform="translate(0 ${top})">${groupTags(groups)}</g>`,
    ...lines.map(
      (line, index) =>
        `<text x="0" y="${beneath(index)}" font-size="15" fill="${ink}">${escaped(line)}</text>`,
    ),
    "</svg>",
    "",
  ].join("\n");
}
