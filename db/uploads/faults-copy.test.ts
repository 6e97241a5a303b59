import { rmSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { must, person, refusal, temporaryStudy, textFile } from "../fixtures";
import type { Viewer } from "../people/people";
import { faultsCopy } from "./faults-copy";
import { uploadWith } from "./folders";
import { jobOn, startCopying } from "./jobs";
import { beginUpload, discardUpload } from "./uploads";

// Files are read and copied in a process, which takes its time where others work too.
vi.setConfig({ testTimeout: 120_000 });

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
});
afterEach(() => study.end());

/** Uploads this many invented cases, each with a fault, and waits until they are read. */
async function faultyUpload(cases: number): Promise<string> {
  const lines = Array.from(
    { length: cases },
    (_, index) => `X-${index},2015,s31,suicide,quick,${"about 1,".repeat(20)}`,
  );
  const header = "Ref,Sample,Case type,Incident type,Meth\n";
  const file = textFile("cases.csv", `${header}${lines.join("\n")}\n`);
  const { id } = must(await beginUpload(lead, [file]));
  await jobOn(id)?.ended;
  return id;
}

test("while a copy is made, others are answered", async () => {
  const id = await faultyUpload(5_000);
  const waiting = monitorEventLoopDelay({ resolution: 1 });
  const start = performance.now();
  waiting.enable();
  must(await faultsCopy(lead, id));
  const taken = performance.now() - start;
  waiting.disable();
  expect(waiting.max / 1e6 / taken).toBeLessThan(0.2);
});

test("whoever asks twice gets the same copy twice", async () => {
  const id = await faultyUpload(3);
  const [one, other] = await Promise.all([faultsCopy(lead, id), faultsCopy(lead, id)]);
  expect(must(one).equals(must(other))).toBe(true);
  expect(must(await faultsCopy(lead, id)).equals(must(one))).toBe(true);
});

test("with an upload that is thrown away goes the copy that is being made of it", async () => {
  const id = await faultyUpload(5_000);
  const copying = startCopying(id, uploadWith(id)?.folder ?? "");
  must(await discardUpload(lead, id));
  expect(await copying).toBe(false);
  expect(await faultsCopy(lead, id)).toEqual({ kind: "not_found" });
});

test("a copy that cannot be made is refused in words", async () => {
  const id = await faultyUpload(3);
  rmSync(join(uploadWith(id)?.folder ?? "", "read-by.json"));
  expect(await faultsCopy(lead, id)).toEqual(
    refusal(
      "",
      "The copy with the faults could not be made: the files hold more than Concord copies at once. Split them, or mend the faults that are listed here.",
    ),
  );
});
