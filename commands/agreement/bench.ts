import { spawnSync } from "node:child_process";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { cohensKappa } from "@/domain/agreement/cohens-kappa";
import { krippendorffsAlpha } from "@/domain/agreement/krippendorffs-alpha";
import { pairsOfCoders } from "@/domain/agreement/pairs";
import { countPatterns } from "@/domain/agreement/patterns";
import { inventedRatings, scale } from "./invented-ratings";
import { plainAlpha, plainKappa } from "./plain";
import { ofStudy } from "./study-of-cases";

/*
 * Says how long the agreement of 13 factors, three coders and 100,000 cases takes with intervals,
 * in a worker; how long the main thread keeps others waiting meanwhile; how fast the point
 * estimates are beside a plain implementation and, where it is installed, R's irr; and what the page
 * of a study takes, which the server computes itself.
 */

const [factors, coders, resamples] = [13, 3, 1000];
const cases = 100_000;

await withIntervals(1_000);
await withIntervals(cases);
pointEstimates();
besideR();
await ofStudy(1_000);

async function withIntervals(cases: number): Promise<void> {
  const columns = Array.from({ length: factors }, (_, seed) =>
    inventedRatings(seed, coders, cases).map(shared),
  );
  const waits = monitorEventLoopDelay({ resolution: 2 });
  const worker = new Worker(new URL("./bench-worker.mjs", import.meta.url), {
    workerData: { factors: columns, resamples },
  });
  waits.enable();
  const { seconds, grown } = await new Promise<{ seconds: number; grown: number }>((done, fail) => {
    worker.once("message", done);
    worker.once("error", fail);
  });
  waits.disable();
  await worker.terminate();
  console.log(
    `${factors} factors × ${coders} coders × ${cases.toLocaleString("en")} cases, ${resamples} resamples each, in a worker: ${seconds.toFixed(2)} s; ${(grown / 1e6).toFixed(1)} MB more at most; others wait ${(waits.max / 1e6).toFixed(0)} ms at most`,
  );
}

/** The same column in memory that a worker sees too, so that it is not copied. */
function shared(column: Int8Array): Int8Array {
  const copy = new Int8Array(new SharedArrayBuffer(column.length));
  copy.set(column);
  return copy;
}

function pointEstimates(): void {
  const columns = inventedRatings(2015, coders, cases);
  const pairs = pairsOfCoders(coders);
  const ours = () => {
    const patterns = countPatterns(scale, columns);
    const alpha = krippendorffsAlpha(patterns, "ordinal").value;
    return [alpha, ...pairs.map(([a, b]) => cohensKappa(patterns, a, b, "quadratic").value)];
  };
  const plain = () => [
    plainAlpha(columns, scale.length),
    ...pairs.map(([a, b]) =>
      plainKappa(columns[a] ?? new Int8Array(), columns[b] ?? new Int8Array(), scale.length),
    ),
  ];
  const [own, other] = [fastest(ours), fastest(plain)];
  const apart = own.result.map((value, index) =>
    Math.abs((value ?? 0) - (other.result[index] ?? 1)),
  );
  console.log(
    `Ordinal alpha and three quadratic kappas of one factor, ${cases.toLocaleString("en")} cases: ${own.milliseconds.toFixed(1)} ms; case by case ${other.milliseconds.toFixed(0)} ms, ${(other.milliseconds / own.milliseconds).toFixed(0)} times as long; the values differ by ${Math.max(...apart).toExponential(0)} at most`,
  );
}

/** The shortest of five runs, and what came of it. */
function fastest<T>(work: () => T): { milliseconds: number; result: T } {
  const runs = [1, 2, 3, 4, 5].map(() => {
    const start = performance.now();
    const result = work();
    return { milliseconds: performance.now() - start, result };
  });
  return runs.reduce((a, b) => (b.milliseconds < a.milliseconds ? b : a));
}

/** irr takes rows of the cases, so that it is asked for as many as it answers in a moment. */
function besideR(): void {
  const few = 2_000;
  const columns = inventedRatings(2015, coders, few);
  const matrix = columns.map((column) => [...column].map((place) => (place < 0 ? "NA" : place)));
  const program = `
    suppressPackageStartupMessages(library(irr))
    x <- matrix(c(${matrix.flat().join()}), nrow = ${coders}, byrow = TRUE)
    t <- system.time({
      kripp.alpha(x, "ordinal")
      for (p in list(c(1, 2), c(1, 3), c(2, 3))) kappa2(t(x[p, ]), "squared")
    })
    cat("seconds", t[["elapsed"]])`;
  const { status, stdout } = spawnSync("Rscript", ["-"], { input: program, encoding: "utf8" });
  const seconds = Number(/seconds ([\d.]+)/.exec(stdout ?? "")?.[1]);
  if (status !== 0 || !(seconds > 0)) {
    console.log("Beside R's irr: not measured, because R with irr is not installed here");
    return;
  }
  const own = fastest(() => {
    const patterns = countPatterns(scale, columns);
    krippendorffsAlpha(patterns, "ordinal");
    for (const [a, b] of pairsOfCoders(coders)) cohensKappa(patterns, a, b, "quadratic");
  });
  console.log(
    `The same of ${few.toLocaleString("en")} cases: ${own.milliseconds.toFixed(2)} ms; R's irr ${(seconds * 1000).toFixed(0)} ms, ${((seconds * 1000) / own.milliseconds).toFixed(0)} times as long`,
  );
}
