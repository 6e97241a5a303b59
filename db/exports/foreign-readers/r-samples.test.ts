import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, type TestContext, test } from "vitest";
import { everything } from "@/domain/dataset/choice";
import { csvFile, exportedBytes, must, person, release, temporaryStudy } from "../../fixtures";
import { importCases } from "../../imports/cases";
import { commandLineViewer, type Viewer } from "../../people/people";
import { recordSampleDates } from "../../study/samples";
import { getReport } from "../../tables/report";
import { needs, run } from "./programs.fixtures";

/* Which sample the script for R takes for this one, beside the page of tables. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let folder: string;
beforeEach(async () => {
  study = await temporaryStudy();
  folder = mkdtempSync(join(tmpdir(), "concord-files-"));
  lead = await person("Lena", "lead");
  const rows = ["Wave 8", "Wave 9", "Wave 10"].flatMap((sample) =>
    Array.from({ length: 10 }, (_, index) => ({
      case_ref: `${sample.replace(" ", "-")}-${index}`,
      scores: "3210000000000",
      cells: { sample },
    })),
  );
  must(await importCases(commandLineViewer(), { cases: csvFile("cases.csv", rows) }));
});
afterEach(() => {
  study.end();
  rmSync(folder, { recursive: true, force: true });
});

/** This sample and the earlier ones, in the script for R and on the page of tables. */
async function chosenIn(number: number | null, context: TestContext) {
  needs("R", context);
  const zip = unzipSync(
    await exportedBytes(lead, "dataset.zip", { ...everything, release: number }),
  );
  mkdirSync(join(folder, "for-leads"), { recursive: true });
  for (const [name, bytes] of Object.entries(zip)) writeFileSync(join(folder, name), bytes);
  const said = "writeLines(c(this_sample, earlier_samples), 'chosen')";
  await run("Rscript", ["-e", `source("read-dataset.R"); ${said}`], folder);
  const choice = must(await getReport(lead, { release: number }))?.choice;
  return {
    script: readFileSync(join(folder, "chosen"), "utf8").trim().split("\n"),
    page: [choice?.thisSample, ...(choice?.earlierSamples ?? [])],
  };
}

test("Wave 10 comes after Wave 9", { timeout: 60_000 }, async (context) => {
  expect(await chosenIn(null, context)).toEqual({
    script: ["Wave 10", "Wave 8", "Wave 9"],
    page: ["Wave 10", "Wave 8", "Wave 9"],
  });
});

test("days decide, in a release those that were recorded before it", {
  timeout: 60_000,
}, async (context) => {
  await release(lead);
  const days = { "Wave 8": "1 May 2016", "Wave 9": "1 May 2014", "Wave 10": "1 May 2015" };
  const typed = Object.entries(days).map(([name, startsOn]) => ({ name, startsOn, endsOn: "" }));
  must(await recordSampleDates(lead, typed));
  expect(await chosenIn(null, context)).toEqual({
    script: ["Wave 8", "Wave 9", "Wave 10"],
    page: ["Wave 8", "Wave 9", "Wave 10"],
  });
  expect(await chosenIn(1, context)).toEqual({
    script: ["Wave 10", "Wave 8", "Wave 9"],
    page: ["Wave 10", "Wave 8", "Wave 9"],
  });
});
