import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { readSheets } from "@/db/imports/sheets/read-sheets";

/* Reads one file in a process of its own, and prints what that took: FILE. */

const megabyte = 1024 * 1024;
const [file = ""] = process.argv.slice(2);
const bytes = readFileSync(file);
const waiting = monitorEventLoopDelay({ resolution: 1 });
const before = process.memoryUsage().rss;
waiting.enable();
const started = performance.now();
const processor = process.cpuUsage();
const outcome = await readSheets({ name: file, bytes });
waiting.disable();
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(processor);
const peak = process.resourceUsage().maxRSS * 1024;

process.stdout.write(
  JSON.stringify({
    seconds,
    processorSeconds: (user + system) / 1_000_000,
    /** For how long at most another request would have waited. */
    longestWait: waiting.max / 1_000_000,
    peakMegabytes: peak / megabyte,
    moreMegabytes: (peak - before) / megabyte,
    rows: outcome.kind === "done" ? outcome.value.map((sheet) => sheet.rows.length) : [],
    refused: outcome.kind === "refused" ? outcome.problems.map(({ message }) => message) : [],
  }),
);
