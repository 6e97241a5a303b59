import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { type DotsPerInch, type Png, printedWidth } from "./chart-png";
import { chartFont } from "./chart-svg";

const centimetresPerInch = 2.54;

/**
 * An SVG picture as PNG at print size. Its words are drawn in a font that comes along, so that it is
 * the same, to the byte, on computers with other fonts and with none. It holds the thread that asks
 * for it.
 */
export async function drawPng(svg: string, dots: DotsPerInch): Promise<Png> {
  const fonts = await ready();
  const picture = new Resvg(svg, {
    background: "#fff",
    fitTo: { mode: "width", value: Math.round((printedWidth / centimetresPerInch) * dots) },
    font: { fontBuffers: [...fonts], defaultFontFamily: chartFont, loadSystemFonts: false },
  });
  const image = picture.render();
  const { width, height } = image;
  const bytes = withSize(Buffer.from(image.asPng()), dots);
  image.free();
  picture.free();
  return { bytes, width, height };
}

// The program that draws, and the fonts, are read once.
let prepared: Promise<Uint8Array[]> | null = null;

function ready(): Promise<Uint8Array[]> {
  prepared ??= prepare();
  return prepared;
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
function withSize(png: Buffer, dots: DotsPerInch): Buffer {
  const perMetre = Math.round((dots * 100) / centimetresPerInch);
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
