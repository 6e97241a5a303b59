import { monitorEventLoopDelay } from "node:perf_hooks";

const waits = monitorEventLoopDelay({ resolution: 5 });
const megabyte = 1024 * 1024;

/** How many seconds some work takes. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The heading of the lines that `twice` prints. */
export const headingOfTwice = `${"".padEnd(44)}  first    second    others wait`;

/** Does some work twice, and says how long it took and how long others waited the first time. */
export async function twice(name: string, work: () => Promise<unknown>): Promise<void> {
  waits.enable();
  waits.reset();
  const first = await secondsOf(work);
  // What was waiting when the work ended is counted too.
  await new Promise((resolve) => setTimeout(resolve, 20));
  const longest = Math.round(waits.max / 1e6);
  const second = await secondsOf(work);
  const memory = Math.round(process.memoryUsage().rss / megabyte);
  console.log(
    `${name.padEnd(44)} ${first.toFixed(2).padStart(6)} s  ${second.toFixed(2).padStart(6)} s  ${String(longest).padStart(5)} ms  ${memory} MB`,
  );
}
