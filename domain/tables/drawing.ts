import type { LevelChart } from "./level-chart";

/** A part of a bar, or a square of the legend. */
export interface Box {
  readonly kind: "box";
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

/** Words in a picture, at their baseline. */
export interface Words {
  readonly kind: "words";
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** On which side of x they stand. */
  readonly anchor: "start" | "middle" | "end";
  readonly fill: string;
  /** Whether they stand on a pattern, with a rim that keeps them legible. */
  readonly rim: boolean;
}

/** A picture of a chart. Its width is that of the text on a page. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** The legend, and then each bar with its name and its numbers. */
  readonly groups: readonly Group[];
}

/** What belongs together in a picture. */
export interface Group {
  readonly key: string;
  readonly shapes: readonly (Box | Words)[];
}

/** How high the words in a drawing are, in its units. */
export const wordHeight = 16;

/** The colour of lines and words. */
export const ink = "#0b0c0c";

/** A pattern that fills parts of bars: lines or dots on a ground, so that greys can be told apart. */
export interface Pattern {
  readonly id: string;
  readonly ground: string;
  readonly marks: "lines" | "dots";
  readonly mark: string;
}

const dark = "#3b4a57";
export const patterns: readonly Pattern[] = [
  { id: "level-2", ground: "#9fb0be", marks: "lines", mark: dark },
  { id: "level-1", ground: "#dfe6ec", marks: "dots", mark: dark },
];

/** What a part is filled with, by the score of its level. */
export const fills = { 3: dark, 2: "url(#level-2)", 1: "url(#level-1)", 0: "#fff" } as const;

const [width, left, right, step, thick, top] = [880, 400, 20, 30, 20, 34];

/**
 * A chart as a picture: stacked horizontal bars, each as long as the others. Levels differ in pattern
 * as well as in lightness, and each part has its number, so that it can be read in print and in
 * greyscale.
 */
export function drawn({ legend, bars }: LevelChart): Drawing {
  return {
    width,
    height: top + bars.length * step + 6,
    groups: [
      { key: "legend", shapes: legend.flatMap(legendShapes) },
      ...bars.map((bar, index) => ({ key: bar.key, shapes: shapesOf(bar, top + index * step) })),
    ],
  };
}

function legendShapes(
  { level, label }: LevelChart["legend"][number],
  index: number,
): (Box | Words)[] {
  const x = left + index * 115;
  const box = { x, y: 4, width: 16, height: 16, fill: fills[level] };
  return [{ kind: "box", key: level, ...box }, plain(`${level} words`, x + 22, 17, label, "start")];
}

function plain(key: string, x: number, y: number, text: string, anchor: Words["anchor"]): Words {
  return { kind: "words", key, x, y, text, anchor, fill: ink, rim: false };
}

function shapesOf({ key, label, parts }: LevelChart["bars"][number], y: number): (Box | Words)[] {
  const baseline = y + thick - 5;
  const name = plain(`${key} name`, left - 10, baseline, label, "end");
  if (parts.some(({ n }) => n === null)) {
    const words = "Part of it is withheld: see the table";
    return [name, plain(`${key} withheld`, left, baseline, words, "start")];
  }
  const total = parts.reduce((sum, { n }) => sum + (n ?? 0), 0);
  const scale = total === 0 ? 0 : (width - left - right) / total;
  return [
    name,
    ...parts.flatMap(({ level, n, text }, index): (Box | Words)[] => {
      if (!n) return [];
      const before = parts.slice(0, index).reduce((sum, part) => sum + (part.n ?? 0), 0);
      const [x, long] = [left + before * scale, n * scale];
      const own = `${key} ${level}`;
      const fill = level === "3" ? "#fff" : ink;
      const number = plain(`${own} number`, x + long / 2, baseline, text, "middle");
      return [
        { kind: "box", key: own, x, y, width: long, height: thick, fill: fills[level] },
        { ...number, fill, rim: level !== "3" },
      ];
    }),
  ];
}
