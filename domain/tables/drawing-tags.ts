import { ink, type Pattern, patterns } from "./drawing-fills";
import type { Group } from "./drawing-shapes";

/**
 * The shapes of a drawing as SVG tags, for a page and for a file alike. They are text, not elements
 * of a page, because a chart is hundreds of shapes and a page is made of each element twice.
 */
export function groupTags(groups: readonly Group[]): string {
  return groups.map(({ shapes }) => `<g>${shapes.map(shapeTag).join("")}</g>`).join("");
}

/** The patterns of the levels as an SVG tag, which whatever is drawn beside it can use. */
export function patternTags(): string {
  return `<defs>${patterns.map(patternTag).join("")}</defs>`;
}

function patternTag({ id, ground, marks, mark }: Pattern): string {
  const inside = {
    lines: `<path d="M-1 7 L7 -1" stroke="${mark}" stroke-width="1.2"/>`,
    dots: `<circle cx="3" cy="3" r="1" fill="${mark}"/>`,
    crosses: `<path d="M0 0 L6 6 M0 6 L6 0" stroke="${mark}" stroke-width="1"/>`,
  }[marks];
  return `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${ground}"/>${inside}</pattern>`;
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

/**
 * Words that people typed, as they may stand inside a tag or between its quotes: never markup, and
 * with U+FFFD in place of what XML has no room for. `a < "b"` becomes `a &lt; &quot;b&quot;`.
 */
export function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\u{fffd}")
    .replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}
