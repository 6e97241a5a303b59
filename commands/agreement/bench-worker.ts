import { parentPort, workerData } from "node:worker_threads";
import { alphaInterval } from "@/domain/agreement/alpha-interval";
import { gwetsAC } from "@/domain/agreement/gwets-ac";
import { countPatterns } from "@/domain/agreement/patterns";
import { percentAgreement } from "@/domain/agreement/percent-agreement";
import { scale } from "./invented-ratings";

/** The columns of each factor, in memory that both threads see. */
export interface Work {
  readonly factors: readonly (readonly Int8Array[])[];
  readonly resamples: number;
}

const { factors, resamples } = workerData as Work;
const start = performance.now();
const before = process.memoryUsage();
let peak = before.heapUsed + before.arrayBuffers;
for (const [seed, columns] of factors.entries()) {
  const patterns = countPatterns(scale, columns);
  percentAgreement(patterns);
  gwetsAC(patterns, "quadratic");
  alphaInterval(patterns, "ordinal", { resamples, seed });
  const now = process.memoryUsage();
  peak = Math.max(peak, now.heapUsed + now.arrayBuffers);
}
parentPort?.postMessage({
  seconds: (performance.now() - start) / 1000,
  grown: peak - before.heapUsed - before.arrayBuffers,
});
