import { keptByKey } from "../../tables/cache";
import { drawPng } from "./draw-png";

/** How wide a chart is in print, which is as wide as the text of a page of A4, in centimetres. */
export const printedWidth = 16;

/** How fine a picture is: by itself for print, in a document as fine as Word keeps pictures. */
export const dotsPerInch = { alone: 300, inDocument: 220 } as const;
export type DotsPerInch = (typeof dotsPerInch)[keyof typeof dotsPerInch];

/** A picture in dots, and how many there are of them. */
export interface Png {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const picturesKept = 30;
const kept = keptByKey<Png>(picturesKept);

/**
 * An SVG picture as PNG at print size, with so many dots per inch. The last few are kept: the same
 * chart is in files of its own, in the documents of its table and in that of all tables. It holds
 * the thread that asks for it: see `madeApart`.
 */
export function pngOf(svg: string, dots: DotsPerInch): Promise<Png> {
  return kept(`${dots} ${svg}`, () => drawPng(svg, dots));
}
