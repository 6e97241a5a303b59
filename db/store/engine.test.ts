import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import Database from "better-sqlite3";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { caseFor, pastTheProgram, person, temporaryStudy } from "../fixtures";
import {
  assignments,
  cases,
  codebooks,
  draftRatings,
  drafts,
  study as studyTable,
} from "../schema";
import { makeStudy, studyKind } from "../study/study";
import type { Db } from "./engine";
import { closeStudy, openStudy, reader, write, writeAtOnce } from "./store";
import { checkDurability } from "./writing";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
beforeEach(async () => {
  study = await temporaryStudy();
});
afterEach(() => study.end());

const putCode = (tx: Db, code: string) =>
  tx.update(studyTable).set({ firstRunCodeHash: code }).where(eq(studyTable.id, 1));

/** What is on disk, as another process sees it. */
const code = () =>
  pastTheProgram(study.dataDir, (db) =>
    db.prepare("select first_run_code_hash from study").pluck().get(),
  );

test("a write is on the disk before it is answered: WAL, synchronous FULL", async () => {
  const pragmas = await write(async (tx) => [
    ...(await tx.select({ is: sql`synchronous` }).from(sql`pragma_synchronous`)),
    ...(await tx.select({ is: sql`journal_mode` }).from(sql`pragma_journal_mode`)),
  ]);
  expect(pragmas).toEqual([{ is: 2 }, { is: "wal" }]);
});

test.each([
  [
    "a journal that is not kept beside it",
    "journal_mode = DELETE",
    "synchronous 2, journal delete",
  ],
  ["writes that are not waited for", "synchronous = NORMAL", "synchronous 1, journal wal"],
])("a connection with %s is not durable", (_, pragma, told) => {
  const connection = new Database(join(study.dataDir, "another.sqlite"));
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  checkDurability(connection);
  connection.pragma(pragma);
  expect(() => checkDurability(connection)).toThrow(`The database is not durable: ${told}`);
  connection.close();
});

test("the database and its journal are readable by their owner alone", () => {
  const modes = readdirSync(study.dataDir).map((name) => [
    name,
    statSync(join(study.dataDir, name)).mode & 0o777,
  ]);
  expect(Object.fromEntries(modes)).toEqual({
    "concord.sqlite": 0o600,
    "concord.sqlite-shm": 0o600,
    "concord.sqlite-wal": 0o600,
  });
});

test("a directory made beforehand becomes its owner's alone, unless other things are in it", () => {
  const modeOf = (directory: string) => statSync(directory).mode & 0o777;
  closeStudy();
  const [empty, used] = [join(study.dataDir, "empty"), join(study.dataDir, "used")];
  for (const directory of [empty, used]) {
    mkdirSync(directory);
    chmodSync(directory, 0o755);
  }
  writeFileSync(join(used, "notes.txt"), "somebody else's");
  openStudy(empty);
  openStudy(used);
  expect([modeOf(empty), modeOf(used)]).toEqual([0o700, 0o755]);
});

test("a study is there when it is opened again", async () => {
  closeStudy();
  openStudy(study.dataDir);
  await makeStudy("study");
  expect(await studyKind()).toBe("study");
  expect(await reader().select({ version: codebooks.version }).from(codebooks)).toHaveLength(1);
});

describe("a transaction", () => {
  test("is the only way to write: the reading connection refuses", async () => {
    const outside = async () => putCode(reader(), "written outside");
    await expect(outside()).rejects.toThrow("attempt to write a readonly database");
    expect(code()).toBeNull();
  });

  test("is seen by others when it ends, and not before", async () => {
    await write(async (tx) => {
      await putCode(tx, "first");
      expect(code()).toBeNull();
    });
    expect(code()).toBe("first");
  });

  test("that throws stores nothing", async () => {
    const failing = write(async (tx) => {
      await putCode(tx, "half of it");
      throw new Error("the other half failed");
    });
    await expect(failing).rejects.toThrow("the other half failed");
    expect(code()).toBeNull();
  });

  test("that throws leaves the next one alone", async () => {
    const results = await Promise.allSettled([
      write((tx) => Promise.resolve(putCode(tx, "first"))),
      write(() => Promise.reject(new Error("failed"))),
      write((tx) => Promise.resolve(putCode(tx, "third"))),
    ]);
    expect(results.map((one) => one.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(code()).toBe("third");
  });

  test("inside another joins it, and goes with it when that throws", async () => {
    const joined = write(async (outer) => {
      await putCode(outer, "outer");
      const seenInside = await write(async (inner) => {
        const [row] = await inner.select({ code: studyTable.firstRunCodeHash }).from(studyTable);
        await putCode(inner, "inner");
        return row?.code;
      });
      expect(seenInside).toBe("outer");
      throw new Error("the outer failed");
    });
    await expect(joined).rejects.toThrow("the outer failed");
    expect(code()).toBeNull();
  });

  test("is alone: of a hundred at once that each add one, none is lost", async () => {
    const addOne = () =>
      write(async (tx) => {
        const [row] = await tx.select({ code: studyTable.firstRunCodeHash }).from(studyTable);
        // Lets every other request that is waiting have its turn in between.
        await new Promise((resolve) => setImmediate(resolve));
        await putCode(tx, String(Number(row?.code ?? 0) + 1));
      });
    await Promise.all(Array.from({ length: 100 }, addOne));
    expect(code()).toBe("100");
  });

  test("that is to be at once is not done while another of this process is", async () => {
    const first = write((tx) => Promise.resolve(putCode(tx, "first")));
    expect(await writeAtOnce(async (tx) => void (await putCode(tx, "second")))).toBe(false);
    await first;
    expect(code()).toBe("first");
  });
});

describe("while another process is writing", () => {
  let other: Database.Database;
  beforeEach(() => {
    other = new Database(join(study.dataDir, "concord.sqlite"));
    other.exec("BEGIN IMMEDIATE");
  });
  afterEach(() => other.close());

  const codeOf = async (db: Db) => {
    const [row] = await db.select({ code: studyTable.firstRunCodeHash }).from(studyTable);
    return row?.code;
  };

  test("a write waits for it, and everything else goes on", async () => {
    let isStored = false;
    const writing = write(async (tx) => putCode(tx, `${await codeOf(tx)} and mine`)).then(() => {
      isStored = true;
    });
    expect(await codeOf(reader())).toBeNull();
    expect(isStored).toBe(false);
    other.exec("update study set first_run_code_hash = 'theirs'");
    other.exec("COMMIT");
    await writing;
    expect(code()).toBe("theirs and mine");
  });

  test("a write that is to be at once is not done, and is done afterwards", async () => {
    const mine = () => writeAtOnce(async (tx) => void (await putCode(tx, "mine")));
    expect(await mine()).toBe(false);
    other.exec("ROLLBACK");
    expect(code()).toBeNull();
    expect(await mine()).toBe(true);
    expect(code()).toBe("mine");
  });
});

describe("the error of a write that failed", () => {
  test("names no note and no level of a rating", async () => {
    const lead = await person("Lena", "lead", "coder");
    await caseFor(lead, "2016-01", [lead, await person("Ann", "coder")]);
    const [assignment] = await reader().select({ id: assignments.id }).from(assignments);
    const assignmentId = assignment?.id ?? "";
    const error = await write(async (tx) => {
      await tx.insert(drafts).values({ assignmentId, revision: 1 });
      await tx.insert(draftRatings).values({
        assignmentId,
        codebookVersion: "0.1",
        factor: "neglect",
        level: "kestrel level",
        note: "Page 4: the kestrel note",
        themes: [],
      });
    }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    const told = inspect(error, { depth: null, showHidden: true });
    expect(told).toContain("FOREIGN KEY constraint failed");
    expect(told).not.toContain("kestrel");
    expect(await reader().select({ revision: drafts.revision }).from(drafts)).toEqual([]);
  });

  test("names no value of a row that is there already", async () => {
    const twice = write(async (tx) => {
      const made = { origin: "registered", sample: "2016", codebookVersion: "0.1" } as const;
      await tx.insert(cases).values({ ...made, reference: "kestrel-1" });
      await tx.insert(cases).values({ ...made, reference: "KESTREL-1" });
    });
    const told = inspect(await twice.catch((thrown: unknown) => thrown), { depth: null });
    expect(told).toContain("rows of cases are kept as they are: UNIQUE");
    expect(told.toLowerCase()).not.toContain("kestrel");
  });
});
