import { monitorEventLoopDelay } from "node:perf_hooks";
import { getAgreement } from "@/db/agreement/agreement";
import { must, person, temporaryStudy } from "@/db/fixtures";
import { importDrafts } from "@/db/imports/import-drafts";
import { always } from "@/domain/agreement/period";
import { manyDrafts } from "../measure/many-drafts";

const everything = {
  ...{ samples: [], secondLook: null, period: always, coders: [], names: false },
} as const;

/**
 * What the page of agreement takes to read and compute for a lead, who sees the pairs too, in a study
 * of so many invented cases: the first time, the second, and how long others wait for the server.
 */
export async function ofStudy(cases: number): Promise<void> {
  const study = await temporaryStudy();
  try {
    const lead = await person("Lena", "lead");
    const files = [{ name: "cases.csv", sha256: "invented" }];
    must(await importDrafts(lead, { files, matching: {}, drafts: manyDrafts(cases), reason: "" }));
    const waits = monitorEventLoopDelay({ resolution: 2 });
    waits.enable();
    const first = await millisecondsOf(() => getAgreement(lead, everything));
    // What was waiting when the work ended is counted too.
    await new Promise((resolve) => setTimeout(resolve, 20));
    waits.disable();
    const second = await millisecondsOf(() => getAgreement(lead, everything));
    console.log(
      `The page of agreement of a study of ${cases.toLocaleString("en")} cases, before it is drawn: ${first} ms, then ${second} ms; others wait ${(waits.max / 1e6).toFixed(0)} ms at most`,
    );
  } finally {
    study.end();
  }
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}
