import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ExportChoice, everything } from "@/domain/dataset/choice";
import { assignCoders } from "../assignments/assignments";
import { changeRecord } from "../cases/case-records";
import { reopenCase } from "../dataset/reopening";
import {
  agreeEverything,
  caseFor,
  commit,
  exported,
  exportedBytes,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  refusal,
  release,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { checkExportChoice, listColumns, listSamplesToExport } from "./choice";
import { exportDataset } from "./dataset";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  const coders = [await person("Ann", "coder"), await person("Bob", "coder")];
  for (const reference of ["2016-01", "2016-02", "2016-0a"]) {
    await caseFor(lead, reference, coders, { sample: reference === "2016-02" ? "2015" : "2016" });
    for (const coder of coders) await rateAndSubmit(coder, reference, "3210000000000");
    await agreeEverything(lead, reference);
    await commit(lead, reference);
  }
  await caseFor(lead, "2016-09", coders);
});
afterEach(() => study.end());

const chosen = async (choice: Partial<ExportChoice>) =>
  (await exported(lead, "agreed-ratings.csv", { ...everything, ...choice }))
    .split("\n")
    .slice(1, -1)
    .map((line) => line.split(",")[0]);
const check = (choice: Partial<ExportChoice>) =>
  checkExportChoice(lead, { ...everything, ...choice });

describe("cases can be chosen", () => {
  test("by their references, in small letters or capitals", async () => {
    expect(await chosen({ references: ["2016-0A", "2016-01"] })).toEqual(["2016-01", "2016-0a"]);
  });

  test("so that those that are left out of the analysis stay behind", async () => {
    must(
      await changeRecord(lead, "2016-01", {
        section: "analysis",
        facts: { included: false, exclusionReason: "Too thin" },
        seenRevision: 1,
        reason: "Too thin",
        confirmed: true,
      }),
    );
    expect(await chosen({})).toEqual(["2016-01", "2016-02", "2016-0a"]);
    expect(await chosen({ analysedOnly: true })).toEqual(["2016-02", "2016-0a"]);
  });

  test("but not one that is still rated, nor one that there is not: told alike", async () => {
    const message = "Not in the dataset: 2016-09 and 2016-99";
    expect(await check({ references: ["2016-01", "2016-09", "2016-99"] })).toEqual(
      refusal("references", message),
    );
    expect(await check({ references: ["2016-01"], samples: ["2015"] })).toEqual(
      refusal("references", "Not in the dataset, or not among the cases selected: 2016-01"),
    );
    expect(await check({ references: ["2016-01"], samples: ["2016"] })).toEqual({ kind: "done" });
  });

  test("at most 200, and a message does not repeat more than ten", async () => {
    const many = Array.from({ length: 201 }, (_, index) => `x${index}`);
    expect(await check({ references: many })).toEqual(
      refusal("references", "Name at most 200 cases"),
    );
    expect(await check({ references: many.slice(0, 12) })).toEqual(
      refusal(
        "references",
        "Not in the dataset: x0, x1, x2, x3, x4, x5, x6, x7, x8, x9 and 2 more",
      ),
    );
  });
});

describe("samples can be chosen", () => {
  const moved = { submissionKind: null, methodology: null, caseTypeDetail: "" };
  beforeEach(async () => {
    await release(lead);
    must(
      await changeRecord(lead, "2016-02", {
        ...{ section: "case", seenRevision: 1, reason: "A slip", confirmed: true },
        facts: { ...moved, sample: "2014", caseType: "public_s31" },
      }),
    );
  });

  test("of a release as it has them, and of the dataset as it has them now", async () => {
    expect(await listSamplesToExport(lead, 1)).toEqual(["2015", "2016"]);
    expect(await listSamplesToExport(lead, null)).toEqual(["2014", "2016"]);
    expect(await chosen({ release: 1, samples: ["2015"] })).toEqual(["2016-02"]);
    expect(await chosen({ samples: ["2014"] })).toEqual(["2016-02"]);
  });

  test("of a release without those of later ones, and of cases that it does not have", async () => {
    await caseFor(lead, "2018-01", [], { sample: "2018" });
    await release(lead);
    expect(await listSamplesToExport(lead, 1)).toEqual(["2015", "2016"]);
    expect(await listSamplesToExport(lead, 2)).toEqual(["2014", "2016"]);
    expect(await check({ release: 1, samples: ["2018"] })).toEqual(
      refusal("samples", "There is no sample 2018 in release 1: select others"),
    );
  });

  test("but none that there is not, nor one that is not for this person: told alike", async () => {
    expect(await check({ release: 1, samples: ["2014", "2016"] })).toEqual(
      refusal("samples", "There is no sample 2014 in release 1: select others"),
    );
    expect(await check({ samples: ["2015", "2031", "2031"] })).toEqual(
      refusal("samples", "There are no samples 2015 and 2031: select others"),
    );
    await caseFor(lead, "2018-01", [], { sample: "2018" });
    const analyst = await person("Ana", "analyst");
    expect(await checkExportChoice(analyst, { ...everything, samples: ["2018"] })).toEqual(
      refusal("samples", "There is no sample 2018: select others"),
    );
    expect(await check({ samples: ["2018"] })).toEqual({ kind: "done" });
  });

  test("of no release that is not there or is kept back, and by nobody who may not export", async () => {
    expect(await listSamplesToExport(lead, 7)).toBeNull();
    expect(await listSamplesToExport(await person("Cy", "coder", "admin"), null)).toBeNull();
    must(await reopenCase(lead, "2016-01", "A chronology came in"));
    must(await assignCoders(lead, "2016-01", [(await person("Di", "coder")).id]));
    expect(await listSamplesToExport(lead, 1)).toBeNull();
  });
});

test("columns can be chosen: the others are in no file, and what names a row stays", async () => {
  const columns = { "agreed-ratings-long": ["score"] };
  const text = await exported(lead, "agreed-ratings-long.csv", { ...everything, columns });
  expect(text.split("\n").slice(0, 2)).toEqual(["case_ref,factor,score", "2016-01,neglect,3"]);
  expect(await check({ columns: { children: ["name"] } })).toEqual(
    refusal("columns-children", "There is no column name in children: select others"),
  );
  const names = (await listColumns(lead, null))?.find(
    ({ table }) => table === "agreed-ratings-long",
  );
  expect(names?.always).toEqual(["Reference", "Risk factor"]);
  expect(names?.columns.map(({ name }) => name)).toEqual([
    "level",
    "score",
    "version",
    "codebook_version",
  ]);
});

test("the R script makes Table 10 only where its columns are", async () => {
  const scriptWith = async (columns: ExportChoice["columns"]) =>
    Buffer.from(
      unzipSync(await exportedBytes(lead, "dataset.zip", { ...everything, columns }))[
        "read-dataset.R"
      ] ?? "",
    ).toString();
  expect(await scriptWith({})).toContain("table_10(analysed)");
  expect(await scriptWith({ "agreed-ratings": ["risk_rating"] })).not.toContain("table_10");
});

test("the log names the choice; what is refused is not in it", async () => {
  const of = (references: string[]) => ({
    ...{ ...everything, references, analysedOnly: true },
    columns: { "agreed-ratings-long": ["level"] },
  });
  await exported(lead, "agreed-ratings-long.csv", of(["2016-01"]));
  expect((await exportDataset(lead, "agreed-ratings-long.csv", of(["2016-09"]))).kind).toBe(
    "refused",
  );
  const subjects = pastTheProgram(study.dataDir, (db) =>
    db
      .prepare("select subject from audit_entries where action = 'exported the dataset'")
      .pluck()
      .all(),
  );
  expect(subjects).toEqual([
    "agreed-ratings-long.csv, all samples, cases in the analysis, case 2016-01, of agreed-ratings-long the column level, with free text",
  ]);
});

test("to those who may not export there is no choice, and none of a release that there is not", async () => {
  const coder = await person("Cy", "coder", "admin");
  expect(await checkExportChoice(coder, everything)).toEqual({ kind: "not_found" });
  expect(await listColumns(coder, null)).toBeNull();
  expect(await listColumns(lead, 7)).toBeNull();
});
