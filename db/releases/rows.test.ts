import { afterAll, beforeAll, expect, test } from "vitest";
import {
  agreeEverything,
  caseFor,
  commit,
  pastTheProgram,
  person,
  rateAndSubmit,
  release,
  temporaryStudy,
} from "../fixtures";

/* What the database itself refuses of a release, whoever speaks to it. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;

beforeAll(async () => {
  study = await temporaryStudy();
  const lead = await person("Lena", "lead", "coder");
  const ann = await person("Ann", "coder");
  for (const reference of ["2016-01", "2016-02", "2016-03"]) {
    await caseFor(lead, reference, [lead, ann]);
    for (const coder of [ann, lead]) await rateAndSubmit(coder, reference, "3210000000000");
    await agreeEverything(lead, reference);
    await commit(lead, reference);
  }
  await release(lead);
});
afterAll(() => study.end());

/** Does something to the database and puts everything back. */
const tryOut = (...statements: readonly string[]) =>
  pastTheProgram(study.dataDir, (db) => {
    db.exec("begin");
    try {
      for (const statement of statements) db.exec(statement);
    } finally {
      db.exec("rollback");
    }
  });

const hash = "0123456789abcdef".repeat(4);
const made = (number: number, given: { note?: string; cases?: number; sha256?: string } = {}) => {
  const { note = "Mine", cases = 2, sha256 = hash } = given;
  return `insert into releases values (${number}, '${note}', ${cases}, '0.1', '${sha256}', '2016-01-01', null, 5, '', '')`;
};
const holds = (position: number, reference = "2016-01", version: string = reference) =>
  `insert into release_cases
     select 2, c.id, ${position}, 1, (select v.id from dataset_versions v
       join cases o on o.id = v.case_id where o.reference = '${version}')
     from cases c where c.reference = '${reference}'`;
const lists = "insert into release_code_lists values (2, 'methodology', 1)";

test("takes a release that is whole", () => {
  expect(() => tryOut(made(2), lists, holds(1), holds(2, "2016-02"))).not.toThrow();
});

test.each([
  ["a number that leaves one out", "releases are numbered without gaps", [made(3)]],
  ["a number below 1", "CHECK constraint failed: releases_number", [made(0)]],
  ["a note that says nothing", "CHECK constraint failed: releases_note", [made(2, { note: " " })]],
  ["a release of no case", "CHECK constraint failed: releases_cases", [made(2, { cases: 0 })]],
  [
    "a hash that is too short",
    "CHECK constraint failed: releases_sha256",
    [made(2, { sha256: hash.slice(1) })],
  ],
  [
    "a hash of other letters",
    "CHECK constraint failed: releases_sha256",
    [made(2, { sha256: hash.toUpperCase() })],
  ],
  [
    "another case, once all are in it",
    "the release has all its cases",
    [made(2), holds(1), holds(2, "2016-02"), holds(3, "2016-03")],
  ],
  [
    "a case at place 0",
    "CHECK constraint failed: release_cases_position_positive",
    [made(2), holds(0)],
  ],
  [
    "two cases at one place",
    "rows of release_cases are kept as they are: UNIQUE",
    [made(2), holds(1), holds(1, "2016-02")],
  ],
  [
    "a code list, once cases are in it",
    "the release has its code lists",
    [made(2), holds(1), lists],
  ],
  [
    "the ratings of another case",
    "this version is of another case",
    [made(2), holds(1, "2016-01", "2016-02")],
  ],
  [
    "a case in the analysis without its ratings",
    "a case without ratings is in the analysis",
    [made(2), holds(1, "2016-01", "none")],
  ],
])("refuses %s", (_, message, statements) => {
  expect(() => tryOut(...statements)).toThrow(message);
});
