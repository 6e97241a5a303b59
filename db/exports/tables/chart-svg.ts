import {
  drawn,
  type Group,
  ink,
  type Pattern,
  patterns,
  wordHeight,
} from "@/domain/tables/drawing";
import { linesOf } from "@/domain/tables/drawing-layout";
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
  const { width, height, groups } = drawn(chart);
  const lines = words?.remarks.flatMap((text) => linesOf(text, lettersPerLine)) ?? [];
  const top = words ? lineHeight + 14 : 0;
  const all = top + height + (words ? lines.length * lineHeight + 12 : 0);
  const beneath = (index: number) => top + height + (index + 1) * lineHeight;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${all}" viewBox="0 0 ${width} ${all}" role="img" font-family="${fonts}" font-size="${wordHeight}">`,
    `<title>${escaped(chart.title)}</title>`,
    `<desc>${escaped([chart.description, ...(words?.remarks ?? [])].join(" "))}</desc>`,
    `<defs>${patterns.map(patternTag).join("")}</defs>`,
    `<rect width="${width}" height="${all}" fill="#fff"/>`,
    ...(words
      ? [
          `<text x="0" y="${lineHeight}" font-size="18" font-weight="600" fill="${ink}">${escaped(words.title)}</text>`,
        ]
      : []),
    `<g transform="translate(0 ${top})">${groups.map(groupTag).join("")}</g>`,
    ...lines.map(
      (line, index) =>
        `<text x="0" y="${beneath(index)}" font-size="15" fill="${ink}">${escaped(line)}</text>`,
    ),
    "</svg>",
    "",
  ].join("\n");
}

function patternTag({ id, ground, marks, mark }: Pattern): string {
  const inside =
    marks === "lines"
      ? `<path d="M-1 7 L7 -1" stroke="${mark}" stroke-width="1.2"/>`
      : `<circle cx="3" cy="3" r="1" fill="${mark}"/>`;
  return `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${ground}"/>${inside}</pattern>`;
}

function groupTag({ shapes }: Group): string {
  return `<g>${shapes.map(shapeTag).join("")}</g>`;
}

function shapeTag(shape: Group["shapes"][number]): string {
  const { x, y } = shape;
  if (shape.kind === "box") {
    const { width, height, fill } = shape;
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" stroke="${ink}"/>`;
  }
  const { text, anchor, fill, rim } = shape;
  const weight = anchor === "middle" ? ' font-weight="600"' : "";
  const edge = rim ? ' paint-order="stroke" stroke="#fff" stroke-width="3"' : "";
  return `<text x="${x}" y="${y}" fill="${fill}" text-anchor="${anchor}"${weight}${edge}>${escaped(text)}</text>`;
}

const entities: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" },
};

function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\u{fffd}")
    .replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}
