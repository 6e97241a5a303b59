import { listDataset } from "@/db/dataset/dataset";
import { must, person, release, temporaryStudy } from "@/db/fixtures";
import { importDrafts } from "@/db/imports/import-drafts";
import { listReleases } from "@/db/releases/releases";
import { getAnalyses } from "@/db/tables/analyses";
import { getByCoder } from "@/db/tables/by-coder";
import { getCasesBehind } from "@/db/tables/cases-behind";
import { getReport } from "@/db/tables/report";
import { manyDrafts } from "./many-drafts";
import { headingOfTwice, secondsOf, twice } from "./twice";

/*
 * What tables, analyses and lists of cases take with many invented cases, the first time and the
 * second: ROWS. Beside them stands a page of the dataset, so that slow machines are told from slow tables.
 */

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
  console.log(headingOfTwice);
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
  await twice("the releases to choose from", () => listReleases(lead));
  const released = { release: 1 };
  await twice("tables of a release", () => getReport(lead, released).then(must));
} finally {
  study.end();
}
