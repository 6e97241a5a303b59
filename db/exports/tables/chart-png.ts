import { join } from "node:path";
import type { Worker } from "node:worker_threads";

/** How wide a chart is in print, which is as wide as the text of a page of A4. */
export const printedWidth = { centimetres: 16, dotsPerInch: 300 };

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
}
export interface Drawn {
  readonly id: number;
  /** The picture, or why there is none. */
  readonly result: Png | { readonly fault: string };
}

/**
 * An SVG picture as PNG at print size, drawn in a thread of its own, one after the other, so that
 * other people are answered meanwhile.
 */
export function pngOf(svg: string): Promise<Png> {
  const drawer = shared.concordDrawer ?? startDrawer();
  shared.concordDrawer = drawer;
  drawer.last += 1;
  const { worker, last: id, waiting } = drawer;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    // As long as somebody waits, the process does not end.
    worker.ref();
    worker.postMessage({ id, svg } satisfies ToDraw);
  });
}

interface Drawer {
  readonly worker: Worker;
  readonly waiting: Map<number, { resolve(png: Png): void; reject(error: Error): void }>;
  last: number;
}

// The web server loads this module more than once; one thread draws for the whole process.
const shared = globalThis as typeof globalThis & { concordDrawer?: Drawer };

function startDrawer(): Drawer {
  // Imported, the bundler of the web server would take the program of the thread apart.
  const threads = process.getBuiltinModule("node:worker_threads");
  const worker = new threads.Worker(join(process.cwd(), ".next", "programs", "draw-pictures.mjs"));
  const drawer: Drawer = { worker, waiting: new Map(), last: 0 };
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
