import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import type { ReliabilityReport } from "./reliability/word";
import type { DocumentOfTables } from "./tables/document";

/** What takes long to make, from plain data alone. */
export type Task =
  | { readonly kind: "document of tables"; readonly of: DocumentOfTables }
  | { readonly kind: "reliability report"; readonly of: ReliabilityReport }
  /** An SVG picture, as PNG for print. */
  | { readonly kind: "picture"; readonly of: string };

/** What is asked of the thread that makes files, and what it answers. */
export interface Asked {
  readonly id: number;
  readonly task: Task;
}
export interface Answered {
  readonly id: number;
  /** The file, or why there is none. */
  readonly result: Uint8Array | { readonly fault: string };
}

/**
 * A document or picture, made in a thread of its own, one after the other, so that other people are
 * answered meanwhile. For use inside db/.
 */
export function madeApart(task: Task): Promise<Buffer> {
  const maker = theMaker();
  maker.last += 1;
  const { worker, last: id, waiting } = maker;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    // As long as somebody waits, the process does not end.
    worker.ref();
    worker.postMessage({ id, task } satisfies Asked);
  });
}

/**
 * Starts what makes documents and pictures, for somebody who looks at what they may take away: it
 * takes a second until it is quick, and they would wait for it.
 */
export function expectDocuments(): void {
  theMaker();
}

interface Maker {
  readonly worker: Worker;
  readonly waiting: Map<number, { resolve(file: Buffer): void; reject(error: Error): void }>;
  last: number;
}

// The web server loads this module more than once; one thread makes files for the whole process.
const shared = globalThis as typeof globalThis & { concordMaker?: Maker };

function theMaker(): Maker {
  shared.concordMaker ??= startMaker();
  return shared.concordMaker;
}

function startMaker(): Maker {
  // Imported, the bundler of the web server would take the program of the thread apart.
  const threads = process.getBuiltinModule("node:worker_threads");
  const worker = new threads.Worker(join(process.cwd(), ".next", "programs", "make-documents.mjs"));
  const maker: Maker = { worker, waiting: new Map(), last: 0 };
  worker.unref();
  worker.on("message", ({ id, result }: Answered) => {
    const asker = maker.waiting.get(id);
    maker.waiting.delete(id);
    if (maker.waiting.size === 0) worker.unref();
    if ("fault" in result) asker?.reject(new Error(result.fault));
    else asker?.resolve(Buffer.from(result.buffer, result.byteOffset, result.byteLength));
  });
  // The next file that is asked for starts another.
  worker.once("error", (error) => giveUp(maker, error));
  worker.once("exit", () => giveUp(maker, new Error("The thread that makes files has ended")));
  return maker;
}

function giveUp(maker: Maker, error: Error): void {
  if (shared.concordMaker === maker) shared.concordMaker = undefined;
  for (const { reject } of maker.waiting.values()) reject(error);
  maker.waiting.clear();
}
