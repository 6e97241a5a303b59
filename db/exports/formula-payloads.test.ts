import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { formulaPayloads } from "@/domain/dataset/formula-payloads.fixtures";
import { unmarkFormulas } from "@/domain/dataset/formulas";
import { csvFile, exportedBytes, must, pastTheProgram, temporaryStudy } from "../fixtures";
import { importCases } from "../imports/cases";
import { commandLineViewer } from "../people/people";
import { needs, officeArguments, run } from "./foreign-readers/programs.fixtures";

/* Whatever people write, no file that is taken away has a formula in it. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let folder: string;
let files: Record<string, Uint8Array>;
const operator = commandLineViewer();
// Two labels of a list are never the same.
const labels = formulaPayloads.map((payload, index) => `${payload} ${index}`);
const references = formulaPayloads.map((_, index) => `2012-${index + 10}`);

beforeAll(async () => {
  study = await temporaryStudy();
  folder = mkdtempSync(join(tmpdir(), "concord-formulas-"));
  const rows = references.map((reference) => ({
    ...{ case_ref: reference, scores: "" },
    cells: { included: "no", exclusion_reason: "Too thin" },
  }));
  const rated = { case_ref: "2011-01", scores: "3210000000000" };
  must(await importCases(operator, { cases: csvFile("cases.csv", [rated, ...rows]) }));
  writeEverywhere();
  files = unzipSync(await exportedBytes(operator, "dataset.zip"));
  mkdirSync(join(folder, "for-leads"));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
});
afterAll(() => {
  study.end();
  rmSync(folder, { recursive: true, force: true });
});

// Forms and imports take blanks round a text away, so this comes past the program.
function writeEverywhere(): void {
  const now = "2016-01-01T00:00:00.000Z";
  pastTheProgram(study.dataDir, (db) => {
    const record = db.prepare(
      `insert into case_records (case_id, revision, sample, case_type, incident_type, included,
         exclusion_reason, case_type_detail, incident_rationale, recorded_at)
       values (?, 2, '2016', 'public_other', 'other', 0, ?, ?, ?, ?)`,
    );
    const point = db.prepare(
      "insert into practice_points values (?, 2, 1, 'strength', 'recording', ?)",
    );
    const action = db.prepare("insert into case_actions values (?, 2, 1, ?, 'done')");
    for (const [index, payload] of formulaPayloads.entries()) {
      const id = db
        .prepare("select id from cases where reference = ?")
        .pluck()
        .get(references[index]);
      record.run(id, payload, payload, payload, now);
      point.run(id, payload);
      action.run(id, payload);
    }
    for (const [index, payload] of formulaPayloads.entries()) {
      const submission = `submission ${index}`;
      db.prepare(
        `insert into rating_submissions (id, case_id, imported_coder, attempt, submitted_at)
         select ?, id, ?, 1, ? from cases where reference = '2011-01'`,
      ).run(submission, `Coder ${index + 10}`, now);
      db.prepare(
        `insert into submitted_ratings (submission_id, codebook_version, factor, level, note, themes)
         values (?, '0.1', 'neglect', 'high', ?, '[]')`,
      ).run(submission, payload);
    }
    const statuses = labels.map((label, index) => ({ key: `status_${index}`, label }));
    const content = JSON.stringify([{ key: "done", label: "Done" }, ...statuses]);
    db.prepare(
      `insert into code_list_versions (list, version, content, made_at)
       values ('action_status', 2, ?, ?)`,
    ).run(content, now);
  });
}

const text = (name: string) => Buffer.from(files[name] ?? "").toString("utf8");
const tables = () => Object.keys(files).filter((name) => name.endsWith(".csv"));
const columnOf = (table: string, column: string) =>
  (parse(text(table), { columns: true }) as Record<string, string>[]).map(
    (row) => row[column] ?? "",
  );

test("there are forty", () => {
  expect(new Set(formulaPayloads).size).toBe(40);
});

describe("CSV", () => {
  test("has no cell, nor what another program could take for one, that begins a formula", () => {
    for (const name of tables())
      for (const cell of (parse(text(name)) as unknown as string[][]).flat())
        for (const part of cell.split(/[\t\r\n;]/))
          expect(part.trim(), name).not.toMatch(/^[\s"“\u200b\ufeff]*[=+\-@＝＋－＠]/);
  });

  test.each([
    ["agreed-ratings.csv", "exclusion_reason"],
    ["agreed-ratings.csv", "case_type_detail"],
    ["agreed-ratings.csv", "incident_rationale"],
    ["practice.csv", "description"],
    ["actions.csv", "description"],
    ["for-leads/ratings.csv", "note"],
  ])("has every text in %s, %s, and gives it back whole", (table, column) => {
    const written = columnOf(table, column).filter((cell) => cell !== "");
    expect(written.map(unmarkFormulas)).toEqual(formulaPayloads);
  });

  test("has them as labels too", () => {
    const found = columnOf("fields.csv", "value_label").map(unmarkFormulas);
    expect(found).toEqual(expect.arrayContaining(labels));
  });
});

describe("the workbook", () => {
  test("has texts and numbers in its cells, and no formula", () => {
    const parts = unzipSync(files["dataset.xlsx"] ?? new Uint8Array());
    const sheets = Object.keys(parts).filter((name) => name.startsWith("xl/worksheets/sheet"));
    expect(sheets).toHaveLength(13);
    for (const name of sheets) {
      const xml = Buffer.from(parts[name] ?? "").toString("utf8");
      expect(xml).not.toMatch(/<f[\s>/]/);
      const kinds = [...xml.matchAll(/<c [^>]*?(?:t="(\w+)")?[^>]*>/g)].map(([cell]) => cell);
      expect(kinds.filter((cell) => / t="(?!s"|n"|inlineStr")/.test(cell))).toEqual([]);
    }
  });
});

describe("LibreOffice", () => {
  beforeEach((context) => needs("LibreOffice", context));
  const formulasIn = async (args: readonly string[], ...names: string[]) => {
    await run("soffice", [...args, ...officeArguments(folder, "fods", ...names)], folder);
    return names.flatMap((name) => {
      const flat = readFileSync(join(folder, basename(name).replace(/\.\w+$/, ".fods")), "utf8");
      return [...flat.matchAll(/table:formula="([^"]*)"/g)].map(([, formula]) => formula);
    });
  };
  const separatedBy = (separators: string) => [`--infilter=CSV:${separators},34,76,1`];

  test("finds formulas in the texts themselves", { timeout: 60_000 }, async () => {
    const bare = stringify(formulaPayloads.map((payload) => [payload]));
    writeFileSync(join(folder, "bare.csv"), bare);
    const found = await formulasIn(separatedBy("44"), "bare.csv");
    expect(found).toContain("of:=1+1");
  });

  test.each([
    ["commas", "44"],
    ["semicolons", "59"],
    ["commas, semicolons and tabs", "44/59/9"],
  ])("finds none in CSV, between %s", { timeout: 60_000 }, async (_, separators) => {
    expect(await formulasIn(separatedBy(separators), ...tables())).toEqual([]);
  });

  test("finds none in the workbook", { timeout: 60_000 }, async () => {
    expect(await formulasIn([], "dataset.xlsx")).toEqual([]);
  });
});
