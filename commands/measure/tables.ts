import { monitorEventLoopDelay } from "node:perf_hooks";
import { listDataset } from "@/db/dataset/dataset";
import { must, person, release, temporaryStudy } from "@/db/fixtures";
import { importDrafts } from "@/db/imports/import-drafts";
import { getAnalyses } from "@/db/tables/analyses";
import { getByCoder } from "@/db/tables/by-coder";
import { getCasesBehind } from "@/db/tables/cases-behind";
import { getReport } from "@/db/tables/report";
import { manyDrafts } from "./many-drafts";

/*
 * What tables, analyses and lists of cases take with many invented cases, the first time and the
 * second: ROWS. Beside them stands a page of the dataset, so that slow machines are told from slow tables.
 */

const waits = monitorEventLoopDelay({ resolution: 5 });
const megabyte = 1024 * 1024;

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function twice(name: string, work: () => Promise<unknown>): Promise<void> {
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

const rows = Number(process.argv[2] ?? "100000");
const study = await temporaryStudy();
try {
  const lead = await person("Lena", "lead");
  const ann = await person("Ann", "coder");
  const importing = await secondsOf(async () => {
    const files = [{ name: "cases.csv", sha256: "invented" }];
    must(await importDrafts(lead, { files, matching: {}, drafts: manyDrafts(rows), reason: "" }));
  });
  console.log(`${rows} cases with two coders each are in after ${importing.toFixed(0)} s`);
  console.log(`${"".padEnd(44)}  first    second    others wait`);
  waits.enable();
  const now = { release: null };
  const dataset = () => listDataset(lead, {});
  const cell = (table: string, line: string, column: string) => () =>
    getCasesBehind(lead, { ...now, table, line, column }).then(must);
  await twice("a page of the dataset", dataset);
  await twice("tables", () => getReport(lead, now).then(must));
  await twice("tables, by somebody else", () => getReport(ann, now).then(must));
  await twice("tables, of other samples", () =>
    getReport(lead, { ...now, thisSample: "2014" }).then(must),
  );
  await twice("analyses", () => getAnalyses(lead, { ...now, intervals: false }).then(must));
  await twice("analyses with intervals", () =>
    getAnalyses(lead, { ...now, intervals: true }).then(must),
  );
  await twice("by coder", () => getByCoder(lead, now).then(must));
  await twice("cases behind Table 10", cell("table_10", "total-total", "this"));
  await twice("cases behind Table 9", cell("table_9", "part-suicide", "all_samples"));
  await twice("cases behind a rare figure of Chart 1", cell("chart_1", "part-other 3", "this"));
  await release(lead);
  const released = { release: 1 };
  await twice("tables of a release", () => getReport(lead, released).then(must));
} finally {
  study.end();
}
