import { parentPort } from "node:worker_threads";
import type { Answered, Asked, Task } from "@/db/exports/apart";
import { reportAsWord } from "@/db/exports/reliability/word";
import { dotsPerInch, pngOf } from "@/db/exports/tables/chart-png";
import { chartSvg } from "@/db/exports/tables/chart-svg";
import { documentOfTables } from "@/db/exports/tables/document";

/** Makes what the thread that started this one asks for, one after the other. */
let hasBeenAsked = false;
let before: Promise<unknown> = Promise.resolve();
parentPort?.on("message", ({ id, task }: Asked) => {
  hasBeenAsked = true;
  before = before.then(async () => {
    const result = await made(task).catch((error: Error) => ({ fault: error.message }));
    parentPort?.postMessage({ id, result } satisfies Answered);
  });
});

async function made(task: Task): Promise<Uint8Array> {
  if (task.kind === "document of tables") return documentOfTables(task.of);
  if (task.kind === "reliability report") return reportAsWord(task.of);
  return (await pngOf(task.of, dotsPerInch.alone)).bytes;
}

// The first pictures take three times as long as later ones: nobody need wait for this one. What
// fails here fails again, and is told, when somebody asks.
setImmediate(() => {
  if (!hasBeenAsked) pngOf(exampleChart(), dotsPerInch.inDocument).catch(() => undefined);
});

function exampleChart(): string {
  const levels = ["3", "2", "1", "0"] as const;
  const parts = levels.map((level, n) => ({ level, label: level, n: n + 1, text: `${n + 1}` }));
  const bars = Array.from({ length: 13 }, (_, bar) => ({
    ...{ key: `${bar}`, factor: `${bar}`, label: "A bar with a name", parts },
    ...{ withheld: null, legend: null },
  }));
  const legend = levels.map((level) => ({ level, label: "A level" }));
  return chartSvg({ title: "An example", description: "", legend, bars, notes: [] }, null);
}
