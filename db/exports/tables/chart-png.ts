import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { keptByKey } from "../../tables/cache";

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

/** What is asked of the thread that draws, and what it answers. */
export interface ToDraw {
  readonly id: number;
  readonly svg: string;
  readonly dots: DotsPerInch;
}
export interface Drawn {
  readonly id: number;
  /** The picture, or why there is none. */
  readonly result: Png | { readonly fault: string };
}

/**
 * An SVG picture as PNG at print size, with so many dots per inch. The last few are kept: the same
 * chart is in files of its own, in the documents of its table and in that of all tables.
 */
export function pngOf(svg: string, dots: DotsPerInch): Promise<Png> {
  shared.concordPictures ??= keptByKey(picturesKept);
  return shared.concordPictures(`${dots} ${svg}`, () => draw(svg, dots));
}

const picturesKept = 30;

/**
 * Starts what draws, for somebody who sees charts that they may take away: it takes a second
 * until it is quick, and they would wait for it.
 */
export function expectPictures(): void {
  theDrawer();
}

/** Draws in a thread of its own, one after the other, so that other people are answered meanwhile. */
function draw(svg: string, dots: DotsPerInch): Promise<Png> {
  const drawer = theDrawer();
  drawer.last += 1;
  const { worker, last: id, waiting } = drawer;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    // As long as somebody waits, the process does not end.
    worker.ref();
    worker.postMessage({ id, svg, dots } satisfies ToDraw);
  });
}

interface Drawer {
  readonly worker: Worker;
  readonly waiting: Map<number, { resolve(png: Png): void; reject(error: Error): void }>;
  last: number;
}

// The web server loads this module more than once; one thread draws for the whole process.
const shared = globalThis as typeof globalThis & {
  concordDrawer?: Drawer;
  concordPictures?: ReturnType<typeof keptByKey<Png>>;
};

function theDrawer(): Drawer {
  shared.concordDrawer ??= startDrawer();
  return shared.concordDrawer;
}

function startDrawer(): Drawer {
  // Imported, the bundler of the web server would take the program of the thread apart.
  const threads = process.getBuiltinModule("node:worker_threads");
  const worker = new threads.Worker(join(process.cwd(), ".next", "programs", "draw-pictures.mjs"));
  const drawer: Drawer = { worker, waiting: new Map(), last: 0 };
  worker.unref();
  worker.on("message", ({ id, result }: Drawn) => {
    const asker = drawer.waiting.get(id);
    drawer.waiting.delete(id);
    if (drawer.waiting.size === 0) worker.unref();
    if ("fault" in result) asker?.reject(new Error(result.fault));
    else asker?.resolve(result);
  });
  // The next picture that is asked for starts another.
  worker.once("error", (error) => giveUp(drawer, error));
  worker.once("exit", () => giveUp(drawer, new Error("The thread that draws has ended")));
  return drawer;
}

function giveUp(drawer: Drawer, error: Error): void {
  if (shared.concordDrawer === drawer) shared.concordDrawer = undefined;
  for (const { reject } of drawer.waiting.values()) reject(error);
  drawer.waiting.clear();
}
