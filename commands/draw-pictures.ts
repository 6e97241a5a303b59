import { parentPort } from "node:worker_threads";
import type { Drawn, ToDraw } from "@/db/exports/tables/chart-png";
import { chartSvg } from "@/db/exports/tables/chart-svg";
import { drawPng } from "@/db/exports/tables/draw-png";

/** Draws the pictures that the thread which started this one asks for, one after the other. */
parentPort?.on("message", async ({ id, svg, dots }: ToDraw) => {
  const result = await drawPng(svg, dots).catch((error: Error) => ({ fault: error.message }));
  parentPort?.postMessage({ id, result } satisfies Drawn);
});

// The first pictures take three times as long as later ones: nobody waits for this one. What fails
// here fails again, and is told, when somebody asks.
drawPng(exampleChart(), 220).catch(() => undefined);

function exampleChart(): string {
  const levels = ["3", "2", "1", "0"] as const;
  const parts = levels.map((level, n) => ({ level, n: n + 1, text: `${n + 1}` }));
  const bars = Array.from({ length: 13 }, (_, bar) => ({
    ...{ key: `${bar}`, factor: `${bar}`, label: "A bar with a name", parts },
  }));
  const legend = levels.map((level) => ({ level, label: "A level" }));
  return chartSvg({ title: "An example", description: "", legend, bars, notes: [] }, null);
}
