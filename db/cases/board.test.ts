import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { goOnWithout } from "../assignments/assignments";
import { listLoads } from "../assignments/loads";
import { reopenCase } from "../dataset/reopening";
import {
  caseFor,
  csvFile,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  ratingsFrom,
  temporaryStudy,
} from "../fixtures";
import { importCases } from "../imports/cases";
import type { Viewer } from "../people/people";
import { saveDraft } from "../ratings/drafts";
import { holdOpening } from "../ratings/opening";
import { takeBackSubmission } from "../ratings/ratings";
import { readAgain } from "../second-look/second-look.fixtures";
import { beginSecondLook } from "../second-look/second-looks";
import { setDaysToRate } from "../study/days-to-rate";
import { casesOnBoard, listBoard } from "./board";
import { listWork } from "./work";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let cat: Viewer;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2016-10-01T09:00:00Z") });
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  cat = await person("Cat", "coder");
});
afterEach(() => {
  study.end();
  vi.useRealTimers();
});

const on = (day: number) => vi.setSystemTime(new Date(Date.UTC(2016, 9, day, 9)));
const names = () => new Map([ann, bob, cat].map(({ id, name }) => [id, name]));

/** A line for each case on the board. */
async function board(filter: Parameters<typeof listBoard>[1] = {}): Promise<string[] | undefined> {
  const found = await listBoard(lead, filter);
  return found?.rows.map(({ reference, stage, cells }) => {
    const told = cells.map(
      ({ coderId, mark, overdue }) => `${names().get(coderId)} ${mark}${overdue ? "!" : ""}`,
    );
    return [reference, stage, ...told].join(", ");
  });
}

test("a coder’s mark says whether they have begun, and not how far they are", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  expect(await board()).toEqual(["2016-01, coding, Ann not_started, Bob not_started"]);
  must(await saveDraft(ann, "2016-01", 0, await ratingsFrom(ann, "2016-01", "-------------")));
  expect(await board()).toEqual(["2016-01, coding, Ann started, Bob not_started"]);
  must(await saveDraft(ann, "2016-01", 1, await ratingsFrom(ann, "2016-01", "3210321032302")));
  expect(await board()).toEqual(["2016-01, coding, Ann started, Bob not_started"]);
  await rateAndSubmit(bob, "2016-01", "3210000000000");
  expect(await board()).toEqual(["2016-01, coding, Ann started, Bob submitted"]);
  must(await takeBackSubmission(bob, "2016-01"));
  expect(await board()).toEqual(["2016-01, coding, Ann started, Bob started"]);
});

test("in a second look a mark says who has read again, and before it begins that a lead is waited for", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  must(await holdOpening(lead, "2016-01"));
  await rateAndSubmit(ann, "2016-01", "3210000000000");
  await rateAndSubmit(bob, "2016-01", "1210000000000");
  expect(await board()).toEqual(["2016-01, waiting, Ann waiting, Bob waiting"]);
  must(await beginSecondLook(lead, "2016-01"));
  await readAgain(bob, "2016-01");
  expect(await board()).toEqual(["2016-01, second_look, Ann to_read_again, Bob read_again"]);
  await readAgain(ann, "2016-01");
  expect(await board()).toEqual(["2016-01, open, Ann open, Bob open"]);
});

test("whoever the team went on without is not on the board any more, nor a load", async () => {
  await caseFor(lead, "2016-01", [ann, bob, cat]);
  must(await goOnWithout(lead, "2016-01", cat.id, "Long illness"));
  expect(await board()).toEqual(["2016-01, coding, Ann not_started, Bob not_started"]);
  expect(await board({ coder: cat.id })).toEqual([]);
  expect((await listLoads(lead))?.map(({ name, open }) => `${name} ${open}`)).toEqual([
    "Ann 1",
    "Bob 1",
    "Cat 0",
  ]);
});

test("the filters leave what fits all of them", async () => {
  must(await setDaysToRate(lead, 7));
  await caseFor(lead, "2016-01", [ann, bob]);
  await caseFor(lead, "2016-02", [bob, cat]);
  await rateAndSubmit(bob, "2016-02", "3210000000000");
  on(20);
  await caseFor(lead, "2016-03", [ann, cat], { sample: "2017" });
  await caseFor(lead, "2016-04", []);
  const shown = async (filter: Parameters<typeof listBoard>[1]) =>
    (await board(filter))?.map((line) => line.slice(5, 7)).join(" ");
  expect(await shown({})).toBe("01 02 03 04");
  expect(await shown({ sample: "2017" })).toBe("03");
  expect(await shown({ stage: "registered" })).toBe("04");
  expect(await shown({ coder: bob.id })).toBe("01 02");
  expect(await shown({ overdue: true })).toBe("01 02");
  expect(await shown({ overdue: false })).toBe("01 02 03 04");
  // Bob has submitted the second, and the other coder is late.
  expect(await shown({ overdue: true, coder: bob.id })).toBe("01");
  expect(await shown({ coder: cat.id, stage: "coding", sample: "2016" })).toBe("02");
  expect(await shown({ after: "2016-02" })).toBe("03 04");
});

test("what is not submitted is overdue after the days to rate, on the board and for the coder", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  await rateAndSubmit(bob, "2016-01", "3210000000000");
  const work = async (viewer: Viewer) =>
    (await listWork(viewer)).map(({ verb, since, overdue }) => [verb, since, overdue]);
  on(15);
  expect(await board()).toEqual(["2016-01, coding, Ann not_started, Bob submitted"]);
  must(await setDaysToRate(lead, 14));
  expect(await board()).toEqual(["2016-01, coding, Ann not_started, Bob submitted"]);
  expect(await work(ann)).toEqual([["rate", "2016-10-01T09:00:00.000Z", false]]);
  on(16);
  expect(await board()).toEqual(["2016-01, coding, Ann not_started!, Bob submitted"]);
  expect(await work(ann)).toEqual([["rate", "2016-10-01T09:00:00.000Z", true]]);
  expect((await listLoads(lead))?.map(({ name, overdue }) => `${name} ${overdue}`)).toEqual([
    "Ann 1",
    "Bob 0",
    "Cat 0",
  ]);
  must(await setDaysToRate(lead, 15));
  expect(await board()).toEqual(["2016-01, coding, Ann not_started, Bob submitted"]);
  must(await setDaysToRate(lead, null));
  on(31);
  expect(await board()).toEqual(["2016-01, coding, Ann not_started, Bob submitted"]);
  expect((await listBoard(lead, {}))?.daysToRate).toBeNull();
});

test("an excluded case waits for nobody, and is never overdue", async () => {
  const excluded = { included: "no", exclusion_reason: "Withdrawn" };
  must(
    await importCases(lead, {
      cases: csvFile("cases.csv", [{ case_ref: "2012-01", scores: "", cells: excluded }]),
    }),
  );
  pastTheProgram(study.dataDir, (db) =>
    db
      .prepare(
        `insert into assignments select 'new', id, ?, 0, '2016-01-01T09:00:00.000Z', null from cases`,
      )
      .run(ann.id),
  );
  must(await setDaysToRate(lead, 1));
  const [row] = (await listBoard(lead, {}))?.rows ?? [];
  expect(row).toMatchObject({ included: false, assignable: false, cells: [{ overdue: false }] });
  expect((await listLoads(lead))?.map(({ open }) => open)).toEqual([0, 0, 0]);
});

test("a case without coders is there to be given some, and otherwise not", async () => {
  const excluded = { included: "no", exclusion_reason: "Withdrawn" };
  must(
    await importCases(lead, {
      cases: csvFile("cases.csv", [
        { case_ref: "2012-01", scores: "3210000000000" },
        { case_ref: "2012-02", scores: "", cells: excluded },
        { case_ref: "2012-03", scores: "" },
      ]),
    }),
  );
  expect(await board()).toEqual(["2012-03, registered"]);
  expect(await board({ stage: "committed" })).toEqual([]);
  must(await reopenCase(lead, "2012-01", "A later page was missed"));
  expect(await board()).toEqual(["2012-01, reopened", "2012-03, registered"]);
});

test("days are set by leads alone, and each setting is a row", async () => {
  expect(await setDaysToRate(ann, 5)).toEqual({ kind: "not_found" });
  must(await setDaysToRate(lead, 21));
  must(await setDaysToRate(lead, 14));
  const rows = pastTheProgram(study.dataDir, (db) =>
    db.prepare("select revision, days, set_by from days_to_rate").raw().all(),
  );
  expect(rows).toEqual([
    [1, 21, lead.id],
    [2, 14, lead.id],
  ]);
  expect((await listBoard(lead, {}))?.daysToRate).toBe(14);
});

test("loads are for leads, and name whoever is waited for, also when they can do nothing more", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  pastTheProgram(study.dataDir, (db) =>
    db.prepare("update people set active = 0 where name in ('Ann', 'Cat')").run(),
  );
  expect(await listLoads(lead)).toEqual([
    { id: ann.id, name: "Ann", open: 1, overdue: 0, assignable: false },
    { id: bob.id, name: "Bob", open: 1, overdue: 0, assignable: true },
  ]);
  expect(await listLoads(bob)).toBeNull();
  expect(await listBoard(bob, {})).toBeNull();
});

test("a page holds a hundred cases, and says where the next one begins", async () => {
  const cases = Array.from({ length: casesOnBoard + 2 }, (_, index) => ({
    case_ref: `2012-${100 + index}`,
    scores: "",
  }));
  must(await importCases(lead, { cases: csvFile("cases.csv", cases) }));
  const page = await listBoard(lead, {});
  expect(page?.rows).toHaveLength(100);
  expect(page?.next).toBe("2012-199");
  const rest = await listBoard(lead, { after: "2012-199" });
  expect(rest?.rows.map(({ reference }) => reference)).toEqual(["2012-200", "2012-201"]);
  expect(rest?.next).toBeNull();
});
