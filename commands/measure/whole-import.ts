import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { must, passwordOf, pastTheProgram, person, temporaryStudy, tokenFor } from "@/db/fixtures";
import { viewerOfSession } from "@/db/sign-in/sessions";
import { getAnalyses } from "@/db/tables/analyses";
import { getReport } from "@/db/tables/report";
import { faultsCopy } from "@/db/uploads/faults-copy";
import { importUpload, reviewUpload } from "@/db/uploads/importing";
import { jobOn } from "@/db/uploads/jobs";
import { beginUpload, getUpload } from "@/db/uploads/uploads";
import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import { watchMemory } from "./memory";

/*
 * Takes a CSV file of many invented cases through everything that the import pages do: ROWS. Says
 * what each step takes, how long others wait meanwhile and how much memory is held, by this process
 * and by those beside it; and what the tables and analyses take afterwards.
 */

const { factors } = readCodebook(firstCodebook);
const types = ["public_s31", "public_other", "private_wtfh", "private_wtfh_wafh"];

function fileOf(rows: number): Buffer {
  const names = [
    ...["case_ref", "sample", "case_type", "incident_type", "scr_methodology", "involvement"],
    ...["mother_age_at_first_birth", "included", "exclusion_reason", "submission_kind"],
    ...["child_1_age", "child_1_sex", "child_1_outcome", "period_1_start", "period_1_end"],
    ...factors.map(({ key }) => key),
    ...["involvement_months", "risk_rating"],
  ];
  const lines = Array.from({ length: rows }, (_, row) => {
    const scores = factors.map(
      ({ levels }, index) => levels[(row + index) % levels.length]?.score ?? 0,
    );
    return [
      ...[`X-${row}`, "2015", types[row % types.length], "neglect_fatal", "traditional", "at_time"],
      ...["under_21", "yes", "", "full_report", "4", "female", "died", "2012-01-01", "2012-05-01"],
      ...scores,
      ...["4", scores.reduce((sum, score) => sum + score, 0)],
    ].join();
  });
  return Buffer.from([names.join(), ...lines, ""].join("\n"));
}

const waits = monitorEventLoopDelay({ resolution: 5 });
const peak = watchMemory();

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  waits.reset();
  peak.begin();
  const start = performance.now();
  const processor = process.cpuUsage();
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(processor);
  console.log(
    `${name}: ${seconds.toFixed(1)} s, of which ${((user + system) / 1e6).toFixed(1)} s of a processor in this process; others wait ${Math.round(waits.max / 1e6)} ms at most; ${peak.inWords()}`,
  );
  return result;
}

/**
 * Looks again and again who somebody is who is signed in and last asked for a page two minutes ago,
 * as every page does first. Says how long the longest look took.
 */
async function watchSession(dataDir: string): Promise<() => Promise<void>> {
  const { name } = await person("Ann", "coder");
  const token = (await tokenFor("ann@example.org", passwordOf(name))) ?? "";
  const seenAt = new Date(Date.now() - 120_000).toISOString();
  pastTheProgram(dataDir, (db) => db.prepare("update sessions set seen_at = ?").run(seenAt));
  let longest = 0;
  let goesOn = true;
  const looked = (async () => {
    while (goesOn) {
      await setTimeout(50);
      const start = performance.now();
      await viewerOfSession(token);
      longest = Math.max(longest, performance.now() - start);
    }
  })();
  return async () => {
    goesOn = false;
    await looked;
    console.log(`meanwhile a page knew after ${Math.round(longest)} ms at most who asks`);
  };
}

const rows = Number(process.argv[2] ?? "100000");

const study = await temporaryStudy();
try {
  const lead = await person("Lena", "lead");
  const bytes = fileOf(rows);
  waits.enable();
  const id = await timed("reading and matching", async () => {
    const begun = must(await beginUpload(lead, [{ name: "cases.csv", bytes }]));
    await jobOn(begun.id)?.ended;
    return begun.id;
  });
  const upload = await getUpload(lead, id);
  if (upload?.state.kind !== "ready" || upload.state.prepared.faultCount > 0)
    throw new Error(JSON.stringify(upload?.state).slice(0, 2000));
  const review = await timed("checking", () => reviewUpload(lead, id));
  await timed("copying with the faults", async () => must(await faultsCopy(lead, id)));
  const endWatch = await watchSession(study.dataDir);
  await timed("importing", async () => {
    must(await importUpload(lead, id, { reason: "", seen: review?.seen ?? "" }));
    await jobOn(id)?.ended;
    must(jobOn(id)?.outcome ?? { kind: "not_found" });
  });
  await endWatch();
  await timed("tables, the first time", () => getReport(lead, { release: null }));
  await timed("tables, the second time", () => getReport(lead, { release: null }));
  const plain = { release: null, intervals: false };
  const withIntervals = { release: null, intervals: true };
  await timed("analyses, the first time", () => getAnalyses(lead, plain));
  await timed("analyses, the second time", () => getAnalyses(lead, plain));
  await timed("intervals, the first time", () => getAnalyses(lead, withIntervals));
  await timed("intervals, the second time", () => getAnalyses(lead, withIntervals));
  console.log(`${rows} cases; in all ${peak.atMost()}`);
} finally {
  peak.end();
  study.end();
}
