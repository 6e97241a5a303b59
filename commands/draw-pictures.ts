import { parentPort } from "node:worker_threads";
import type { Drawn, ToDraw } from "@/db/exports/tables/chart-png";
import { drawPng } from "@/db/exports/tables/draw-png";

/** Draws the pictures that the thread which started this one asks for, one after the other. */
parentPort?.on("message", async ({ id, svg, dots }: ToDraw) => {
  const result = await drawPng(svg, dots).catch((error: Error) => ({ fault: error.message }));
  parentPort?.postMessage({ id, result } satisfies Drawn);
});
