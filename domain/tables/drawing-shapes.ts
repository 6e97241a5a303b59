import { ink } from "./drawing-fills";

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

/** What belongs together in a picture. */
export interface Group {
  readonly key: string;
  readonly shapes: readonly (Box | Words)[];
}

/** Words on white, upright. */
export function plain(
  key: string,
  x: number,
  y: number,
  text: string,
  anchor: Words["anchor"],
): Words {
  return { kind: "words", key, x, y, text, anchor, fill: ink, rim: false };
}
