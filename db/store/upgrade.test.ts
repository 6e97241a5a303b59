import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { firstCodebook } from "@/domain/codebook/codebook";
import { getCaseRecord } from "../cases/case-records";
import { must } from "../fixtures";
import { draftOf, imported } from "../imports/drafts.fixtures";
import { undoImport } from "../imports/undo";
import { commandLineViewer } from "../people/people";
import { currentCodeLists } from "../study/code-lists";
import { makeStudy } from "../study/study";
import { openStore } from "./engine";
import { closeStudy, openStudy } from "./store";

/* A database that an earlier version of the program made, opened by this one. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "concord-"));
});
afterEach(() => {
  closeStudy();
  rmSync(folder, { recursive: true, force: true });
});

/** The migrations up to one of them, as an earlier version had them. */
function migrationsUpTo(last: string): string {
  const copy = join(folder, "migrations");
  cpSync(join(import.meta.dirname, "../migrations"), copy, { recursive: true });
  const journal = join(copy, "meta", "_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8"));
  const upTo = entries.slice(0, entries.findIndex((one: { tag: string }) => one.tag === last) + 1);
  writeFileSync(journal, JSON.stringify({ ...rest, entries: upTo }));
  return copy;
}

const earlier = `
  insert into codebooks values ('0.1', '{}', '2015-01-01');
  insert into study (id, kind, first_run_code_hash, made_at) values (1, 'study', null, '2015-01-01');
  insert into cases values ('a', '2015-01', '2015', 'imported', '0.1', '2015-02-03', null);
  insert into case_records values
    ('a', 1, 'private_wtfh', 'suicide', null, 'at_time', '21_25', 1, '', '2015-02-03', null),
    ('a', 2, 'private_wtfh', 'suicide', 'scie', 'at_time', '21_25', 0, 'Twice', '2015-02-04', null);
  insert into index_children values ('a', 2, 1, 15, 'male', 'died');
  insert into involvement_periods values ('a', 2, 1, '2014-01-01', '2014-03-01');
  insert into dataset_versions values ('v', 'a', 1, null, 1, '0.1', '2015-02-03', null);
`;

test("a study from before the whole record keeps every revision of its cases", async () => {
  openStore(folder, migrationsUpTo("0007_second_look")).close();
  const old = new Database(join(folder, "concord.sqlite"));
  old.exec(earlier);
  old.close();
  openStudy(folder);
  await makeStudy("study");
  expect(await getCaseRecord(commandLineViewer(), "2015-01")).toMatchObject({
    revision: 2,
    committed: true,
    record: {
      sample: "2015",
      submissionKind: null,
      methodology: "scie",
      caseType: "private_wtfh",
      caseTypeDetail: "",
      involvement: "at_time",
      periods: [{ startDate: "2014-01-01", endDate: "2014-03-01", subject: null }],
      incidentType: "suicide",
      children: [{ ageYears: 15, sex: "male", outcome: "died" }],
      motherAge: null,
      motherAgeBand: "21_25",
      included: false,
      exclusionReason: "Twice",
    },
  });
  expect((await currentCodeLists()).case_type.version).toBe(1);
  const upgraded = new Database(join(folder, "concord.sqlite"));
  const rows = upgraded.prepare("select revision, sample, recorded_at from case_records").all();
  expect(rows).toEqual([
    { revision: 1, sample: "2015", recorded_at: "2015-02-03" },
    { revision: 2, sample: "2015", recorded_at: "2015-02-04" },
  ]);
  expect(upgraded.pragma("foreign_key_check")).toEqual([]);
  for (const table of ["case_records", "index_children", "involvement_periods"])
    expect(() => upgraded.exec(`delete from ${table}`)).toThrow(
      `rows of ${table} are kept as they are`,
    );
  upgraded.close();
});

test("a study from before imports keeps its cases, and takes imports in and back", async () => {
  openStore(folder, migrationsUpTo("0008_case_record")).close();
  const old = new Database(join(folder, "concord.sqlite"));
  const codebook = JSON.stringify(firstCodebook);
  old.prepare("insert into codebooks values ('0.1', ?, '2015-01-01')").run(codebook);
  old.exec(`
    insert into study (id, kind, first_run_code_hash, made_at) values (1, 'study', null, '2015-01-01');
    insert into cases values ('a', '2015-01', 'imported', '0.1', '2015-02-03', null);
  `);
  old.close();
  openStudy(folder);
  await makeStudy("study");
  const lead = commandLineViewer();
  const id = await imported(lead, [draftOf("2012-01")]);
  must(await undoImport(lead, id, "The wrong file"));
  const upgraded = new Database(join(folder, "concord.sqlite"));
  expect(upgraded.prepare("select reference from cases").pluck().all()).toEqual(["2015-01"]);
  expect(() => upgraded.exec("delete from cases")).toThrow("rows of cases are kept as they are");
  expect(upgraded.pragma("foreign_key_check")).toEqual([]);
  upgraded.close();
});

test("a database in which rows would point nowhere is not opened", () => {
  openStore(folder, migrationsUpTo("0007_second_look")).close();
  const old = new Database(join(folder, "concord.sqlite"));
  old.pragma("foreign_keys = OFF");
  old.exec(earlier);
  old.exec("insert into index_children values ('b', 1, 1, 15, 'male', 'died')");
  old.close();
  expect(() => openStudy(folder)).toThrow("Rows point nowhere");
});
