import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { everything } from "@/domain/dataset/choice";
import published from "@/domain/tables/published-tables.json";
import { assignCoders } from "../assignments/assignments";
import { reopenCase } from "../dataset/reopening";
import {
  agreeEverything,
  caseFor,
  commit,
  csvFile,
  exported,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  temporaryStudy,
} from "../fixtures";
import { importCases } from "../imports/cases";
import { commandLineViewer, type Viewer } from "../people/people";
import { exportDataset, exportFiles } from "./dataset";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
beforeEach(async () => {
  study = await temporaryStudy();
});
afterEach(() => study.end());

const operator = commandLineViewer();
const cellsOf = (text: string) => parse(text) as unknown as string[][];
const referenceFile = (name: string) => ({
  name,
  bytes: readFileSync(join("commands", "demo", "reference", name)),
});
const referenceCells = (name: string) =>
  cellsOf(readFileSync(join("commands", "demo", "reference", name), "utf8"));

/** The references of the cases in an exported file, each once. */
async function referencesIn(viewer: Viewer, file: string): Promise<string[]> {
  const [, ...rows] = cellsOf(await exported(viewer, file));
  return [...new Set(rows.map(([reference]) => reference ?? ""))];
}

describe("the reference files, imported and exported again,", () => {
  beforeEach(async () => {
    must(
      await importCases(operator, {
        cases: referenceFile("cases.csv"),
        children: referenceFile("children.csv"),
        periods: referenceFile("involvement_periods.csv"),
      }),
    );
  });

  test("say the same of all 86 cases, cell by cell, and add fifteen columns", async () => {
    const wide = cellsOf(await exported(operator, "agreed-ratings.csv"));
    expect(wide).toHaveLength(1 + 86);
    expect(wide.map((row) => row.slice(0, 22))).toEqual(referenceCells("cases.csv"));
    expect(wide[0]?.slice(22)).toEqual([
      "risk_rating",
      "version",
      "codebook_version",
      "origin",
      "committed_on",
      "submission_kind",
      "case_type_detail",
      "law_group",
      "fatal",
      "incident_rationale",
      "involvement_months",
      "involvement_months_band",
      "index_children",
      "index_children_died",
      "mother_age_years",
    ]);
    expect(wide[1]?.slice(22, 26)).toEqual(["7", "1", "0.1", "imported"]);
    // The four excluded cases have no agreed ratings: blank, not 0.
    const excluded = wide.filter((row) => row[7] === "no");
    expect(excluded.map((row) => row.slice(9, 27))).toEqual(
      Array(4).fill([...Array(16).fill(""), "imported", ""]),
    );
  });

  test("say the same of all 113 children and 153 periods", async () => {
    const children = cellsOf(await exported(operator, "children.csv"));
    const periods = cellsOf(await exported(operator, "involvement-periods.csv"));
    expect([children.length, periods.length]).toEqual([1 + 113, 1 + 153]);
    expect(children.map((row) => row.slice(0, 4))).toEqual(referenceCells("children.csv"));
    expect(periods.map((row) => row.slice(0, 3))).toEqual(
      referenceCells("involvement_periods.csv"),
    );
  });

  test("give the report's figures on the index children of 2015", async () => {
    const [, ...rows] = cellsOf(await exported(operator, "children.csv"));
    const own = rows.filter(([reference]) => reference?.startsWith("2015-"));
    const cases = [...new Set(own.map(([reference]) => reference))];
    const casesWith = (children: number) =>
      cases.filter((one) => own.filter(([reference]) => reference === one).length === children)
        .length;
    const having = (column: number, word: string) =>
      own.filter((row) => row[column] === word).length;
    expect({
      children: own.length,
      female: having(2, "female"),
      male: having(2, "male"),
      died: having(3, "died"),
      survived: having(3, "survived"),
      cases_with_1_child: casesWith(1),
      cases_with_2: casesWith(2),
      cases_with_6: casesWith(6),
      cases_with_9: casesWith(9),
    }).toEqual(published.children_2015);
    expect(cases).toHaveLength(23);
  });

  test("have 13 rows for each of the 82 committed cases in the long form", async () => {
    const long = cellsOf(await exported(operator, "agreed-ratings-long.csv"));
    expect(long).toHaveLength(1 + 82 * 13);
    expect(long.slice(0, 2)).toEqual([
      ["case_ref", "factor", "level", "score", "version", "codebook_version"],
      ["2012-01", "neglect", "not_indicated", "0", "1", "0.1"],
    ]);
    const wide = cellsOf(await exported(operator, "agreed-ratings.csv"));
    const sum = (scores: (string | undefined)[]) =>
      scores.reduce((total, score) => total + Number(score), 0);
    expect(sum(long.slice(1).map((row) => row[3]))).toBe(
      sum(wide.slice(1).flatMap((row) => row.slice(9, 22))),
    );
  });
});

test("a text that a spreadsheet could take for a formula is made harmless", async () => {
  const texts = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK(""x"")'];
  const rows = texts.map((text, index) => ({
    case_ref: `2012-0${index + 1}`,
    scores: "",
    cells: { included: "no", exclusion_reason: `"${text}"` },
  }));
  must(
    await importCases(operator, {
      cases: csvFile("cases.csv", [
        ...rows,
        { case_ref: "2012-06", scores: "", cells: { included: "no", exclusion_reason: "Plain" } },
      ]),
    }),
  );
  // An import takes the white space round a text away, so these come past the program.
  pastTheProgram(study.dataDir, (db) => {
    const change = db.prepare(
      `insert into case_records (case_id, revision, sample, case_type, incident_type,
         included, exclusion_reason, recorded_at)
       select id, 2, '2016', 'public_s31', 'other', 0, ?, '2016-01-01T00:00:00.000Z' from cases
       where reference = ?`,
    );
    change.run("\t=1+1", "2012-01");
    change.run("\r=1+1", "2012-02");
  });
  const wide = cellsOf(await exported(operator, "agreed-ratings.csv"));
  expect(wide.slice(1).map((row) => row[8])).toEqual([
    "'\t'=1+1",
    "'\r'=1+1",
    "'-1",
    "'@SUM(A1)",
    '\'=HYPERLINK("x")',
    "Plain",
  ]);
});

describe("an export holds", () => {
  const levels = "3210000000000";
  const rated = async (reference: string, coders: Viewer[]) => {
    await caseFor(operator, reference, coders);
    for (const coder of coders) await rateAndSubmit(coder, reference, levels);
  };

  test("committed and excluded cases; no open one, and none that is still blind", async () => {
    const lead = await person("Lena", "lead", "coder");
    const ann = await person("Ann", "coder");
    const bob = await person("Bob", "coder");
    await rated("2016-01", [ann, bob]);
    await agreeEverything(lead, "2016-01");
    await commit(lead, "2016-01");
    await rated("2016-02", [ann, bob]);
    await agreeEverything(lead, "2016-02");
    await caseFor(lead, "2016-03", [ann, bob]);
    const reasons = csvFile("cases.csv", [
      { case_ref: "2012-01", scores: "", cells: { included: "no", exclusion_reason: "Too thin" } },
      { case_ref: "2012-02", scores: "" },
    ]);
    must(await importCases(lead, { cases: reasons }));
    expect(await referencesIn(lead, "agreed-ratings.csv")).toEqual(["2012-01", "2016-01"]);
    expect(await referencesIn(lead, "agreed-ratings-long.csv")).toEqual(["2016-01"]);

    // The lead joins the reopened case as its third coder: it leaves everyone's exports.
    must(await reopenCase(lead, "2016-01", "A chronology came in"));
    expect(await referencesIn(lead, "agreed-ratings-long.csv")).toEqual(["2016-01"]);
    must(await assignCoders(lead, "2016-01", [lead.id]));
    for (const viewer of [lead, operator]) {
      expect(await referencesIn(viewer, "agreed-ratings.csv")).toEqual(["2012-01"]);
      expect(await referencesIn(viewer, "agreed-ratings-long.csv")).toEqual([]);
    }
    await rateAndSubmit(lead, "2016-01", levels);
    expect(await referencesIn(lead, "agreed-ratings-long.csv")).toEqual(["2016-01"]);
  });

  test("the latest version of a case that was reopened", async () => {
    const ann = await person("Ann", "coder");
    const bob = await person("Bob", "coder");
    await rated("2016-01", [ann, bob]);
    await agreeEverything(operator, "2016-01");
    await commit(operator, "2016-01");
    must(await reopenCase(operator, "2016-01", "A chronology came in"));
    await commit(operator, "2016-01");
    const [header, row, ...more] = cellsOf(await exported(operator, "agreed-ratings.csv"));
    expect(more).toEqual([]);
    expect([row?.[0], row?.[header?.indexOf("version") ?? -1]]).toEqual(["2016-01", "2"]);
    expect(row?.[header?.indexOf("committed_on") ?? -1]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

test("leads and analysts export, and the log says so; to others there is no export", async () => {
  const analyst = await person("Ana", "analyst");
  for (const role of ["coder", "admin"] as const) {
    const viewer = await person(`The ${role}`, role);
    for (const { name } of exportFiles)
      expect(await exportDataset(viewer, name, everything)).toEqual({ kind: "not_found" });
  }
  const rows = ["2015", "2016"].map((sample) => ({
    ...{ case_ref: `${sample}-01`, scores: "3210000000000" },
    cells: { sample },
  }));
  must(await importCases(operator, { cases: csvFile("cases.csv", rows) }));
  expect(exportFiles).toHaveLength(18);
  expect(await exportDataset(analyst, "nothing.csv", everything)).toEqual({ kind: "not_found" });
  await exported(analyst, "children.csv");
  await exported(analyst, "actions.csv", {
    ...everything,
    ...{ samples: ["2015", "2016"], freeText: false },
  });
  const entries = pastTheProgram(study.dataDir, (db) =>
    db
      .prepare(
        `select p.name, e.subject from audit_entries e join people p on p.id = e.actor_id
         where e.action = 'exported the dataset'`,
      )
      .all(),
  );
  expect(entries).toEqual([
    { name: "Ana", subject: "children.csv, all samples, with free text" },
    { name: "Ana", subject: "actions.csv, samples 2015 and 2016, without free text" },
  ]);
});
