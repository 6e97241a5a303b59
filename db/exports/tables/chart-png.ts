import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { chartFont } from "./chart-svg";

/** How wide a chart is in print, which is as wide as the text of a page of A4. */
export const printedWidth = { centimetres: 16, dotsPerInch: 300 };

const centimetresPerInch = 2.54;

/** A picture in dots, and how many there are of them. */
export interface Png {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * An SVG picture as PNG at print size. Its words are drawn in a font that comes along, so that it is
 * the same, to the byte, on computers with other fonts and with none.
 */
export async function pngOf(svg: string): Promise<Png> {
  const fonts = await ready();
  const { centimetres, dotsPerInch } = printedWidth;
  const picture = new Resvg(svg, {
    background: "#fff",
    fitTo: { mode: "width", value: Math.round((centimetres / centimetresPerInch) * dotsPerInch) },
    font: { fontBuffers: [...fonts], defaultFontFamily: chartFont, loadSystemFonts: false },
  });
  const image = picture.render();
  const { width, height } = image;
  const bytes = withSize(Buffer.from(image.asPng()), dotsPerInch);
  image.free();
  picture.free();
  return { bytes, width, height };
}

// The program that draws, and the fonts, are read once for the whole process.
const shared = globalThis as typeof globalThis & { concordDrawing?: Promise<Uint8Array[]> };

function ready(): Promise<Uint8Array[]> {
  shared.concordDrawing ??= prepare();
  return shared.concordDrawing;
}

async function prepare(): Promise<Uint8Array[]> {
  const { resolve } = createRequire(join(process.cwd(), "package.json"));
  await initWasm(readFileSync(resolve("@resvg/resvg-wasm/index_bg.wasm")));
  return ["400Regular", "600SemiBold"].map((weight) =>
    readFileSync(resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`)),
  );
}

const headerEnd = 33;

/** A PNG that says how large its dots are in print: without that, programs take them for a screen's. */
function withSize(png: Buffer, dotsPerInch: number): Buffer {
  const perMetre = Math.round((dotsPerInch * 100) / centimetresPerInch);
  const content = Buffer.alloc(13);
  content.write("pHYs", "latin1");
  content.writeUInt32BE(perMetre, 4);
  content.writeUInt32BE(perMetre, 8);
  content.writeUInt8(1, 12);
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9);
  content.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(content), 17);
  return Buffer.concat([png.subarray(0, headerEnd), chunk, png.subarray(headerEnd)]);
}
