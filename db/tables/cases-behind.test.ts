import { expect, test } from "vitest";
import { notFound } from "@/domain/outcome";
import { lineName } from "@/domain/tables/cases-behind";
import { assignCoders } from "../assignments/assignments";
import { changeRecord } from "../cases/case-records";
import { reopenCase } from "../dataset/reopening";
import { caseFor, must, person, release } from "../fixtures";
import type { Viewer } from "../people/people";
import { bringReferenceCases } from "../reference-cases.fixtures";
import { getAnalyses } from "./analyses";
import { type CellAsked, getCasesBehind } from "./cases-behind";
import { getReport } from "./report";
import { analyst, ann, committed, cy, inStudyWithTeam, lead } from "./team.fixtures";

inStudyWithTeam();

const total: CellAsked = {
  ...{ release: null, table: "table_10", line: "total-total", column: "this" },
};

/** The references behind a cell; null where it is not told. */
async function behind(viewer: Viewer, asked: Partial<CellAsked> = {}): Promise<string[] | null> {
  const found = await getCasesBehind(viewer, { ...total, ...asked });
  return found.kind === "done" ? found.value.rows.map(({ reference }) => reference) : null;
}

/** Every cell that is shown, and how many cases, or index children, it says it has. */
async function cellsShown(number: number | null): Promise<(CellAsked & { says: number })[]> {
  const report = must(await getReport(analyst, { release: number }))?.tables ?? [];
  const analyses = must(await getAnalyses(analyst, { release: number, intervals: false }));
  return [...report, ...(analyses?.children ?? [])].flatMap(({ kind, columns, lines }) =>
    lines.flatMap((line) =>
      columns.flatMap(({ key, unseen }, index) => {
        const place = { release: number, table: kind.output, line: lineName(line), column: key };
        const cell = line.cells[index];
        const says = (line.measure === "count" ? cell?.n : cell?.values) ?? 0;
        return unseen ? [] : [{ ...place, says }];
      }),
    ),
  );
}

test("every cell of every table lists as many cases as it says, of a release too", async () => {
  await bringReferenceCases(lead);
  await release(lead);
  const now = await cellsShown(null);
  const released = (await cellsShown(1)).filter(({ line }) => line.startsWith("total"));
  expect(now).toHaveLength(535);
  expect(released).toHaveLength(43);
  for (const { says, ...place } of [...now, ...released]) {
    const { rows } = must(await getCasesBehind(analyst, place));
    const listed = rows.reduce((sum, { n }) => sum + n, 0);
    expect([place, listed]).toEqual([place, says]);
  }
}, 120_000);

test("a list says of each case its sample, its type, and the value that a mean is over", async () => {
  await bringReferenceCases(lead);
  const found = must(await getCasesBehind(analyst, { ...total, line: "part-private_wtfh" }));
  expect(found.rows).toEqual([
    {
      ...{ reference: "2015-01", sample: "2015", caseType: "Private law, WTFH only" },
      ...{ n: 1, value: 5, mayOpen: true },
    },
    {
      ...{ reference: "2015-06", sample: "2015", caseType: "Private law, WTFH only" },
      ...{ n: 1, value: 9, mayOpen: true },
    },
    {
      ...{ reference: "2015-18", sample: "2015", caseType: "Private law, WTFH only" },
      ...{ n: 1, value: 19, mayOpen: true },
    },
  ]);
  expect(found.next).toBeNull();
});

test("every figure of practice and of factors together lists as many cases as it says", async () => {
  await bringReferenceCases(lead);
  const facts = { practice: [{ kind: "strength", theme: "recording", description: "" }] } as const;
  for (const reference of ["2012-01", "2015-01"])
    must(
      await changeRecord(lead, reference, {
        ...{ section: "practice", seenRevision: 1, reason: "Page 4", confirmed: true },
        facts,
      }),
    );
  const view = must(await getAnalyses(analyst, { release: null, intervals: false }));
  const ofPractice = (view?.practice ?? []).flatMap(({ kind, columns, lines }) =>
    lines.flatMap((line) =>
      columns.map(({ key: column }, index) => ({
        ...{ table: kind.output, line: lineName(line), column, says: line.cells[index]?.n },
      })),
    ),
  );
  const { rows = [] } = view?.together ?? {};
  const ofPairs = rows.flatMap(({ key, together }) =>
    together.map((says, index) => ({
      ...{ table: "factors_together", line: `part-${key}`, column: rows[index]?.key ?? "", says },
    })),
  );
  expect(ofPractice).toHaveLength(130);
  expect(ofPairs).toHaveLength(169);
  for (const { says, ...place } of [...ofPractice, ...ofPairs]) {
    const list = must(await getCasesBehind(analyst, { release: null, ...place }));
    expect([place, list.rows.length, list.cell.n]).toEqual([place, says, says]);
  }
}, 120_000);

test("two factors are told as the share that the second has of the cases with the first", async () => {
  await committed("2016-01", "3300000000000");
  await committed("2016-02", "1000000000000");
  await committed("2016-03", "0000000000000");
  const pair = { ...total, table: "factors_together", line: "part-neglect" };
  const both = must(await getCasesBehind(lead, { ...pair, column: "emotional_abuse" }));
  expect([both.cell.n, both.base.n]).toEqual([1, 2]);
  expect(both.rows.map(({ reference, value }) => [reference, value])).toEqual([["2016-01", null]]);
  const own = must(await getCasesBehind(lead, { ...pair, column: "neglect" }));
  expect([own.cell.n, own.base.n]).toEqual([2, 3]);
});

test("a list goes on behind a reference", async () => {
  await bringReferenceCases(lead);
  expect(await behind(analyst, { line: "part-private_wtfh", after: "2015-01" })).toEqual([
    "2015-06",
    "2015-18",
  ]);
});

test("a case that is being rated again is behind no figure, and nobody is told of its release", async () => {
  await committed("2016-01");
  await committed("2016-02");
  await release(lead);
  must(await reopenCase(lead, "2016-02", "A chronology came in"));
  must(await assignCoders(lead, "2016-02", [cy.id]));
  const pair = { table: "factors_together", line: "part-neglect", column: "neglect" };
  for (const viewer of [lead, ann, cy, analyst]) {
    expect(await behind(viewer)).toEqual(["2016-01"]);
    expect(await behind(viewer, pair)).toEqual(["2016-01"]);
  }
  const ofRelease = { ...total, release: 1 };
  for (const viewer of [lead, analyst])
    for (const cell of [ofRelease, { ...ofRelease, ...pair }])
      expect((await getCasesBehind(viewer, cell)).kind).toBe("refused");
});

test("a case of a release leads nowhere for those who may no longer know of it", async () => {
  await committed("2016-01");
  await caseFor(lead, "2016-02", []);
  must(
    await changeRecord(lead, "2016-02", {
      ...{ section: "analysis", reason: "Told so", confirmed: true, seenRevision: 1 },
      facts: { included: false, exclusionReason: "Too thin" },
    }),
  );
  await release(lead);
  must(
    await changeRecord(lead, "2016-02", {
      ...{ section: "analysis", reason: "Told so", confirmed: true, seenRevision: 2 },
      facts: { included: true, exclusionReason: "" },
    }),
  );
  const leftOut = { ...total, release: 1, table: "table_1", line: "part-excluded", column: "2016" };
  const [own] = must(await getCasesBehind(analyst, leftOut)).rows;
  expect(own).toMatchObject({ reference: "2016-02", mayOpen: false });
  expect(must(await getCasesBehind(lead, leftOut)).rows[0]?.mayOpen).toBe(true);
});

test("releases are for those who may export, and there is no cell that is not shown", async () => {
  await committed("2016-01");
  await release(lead);
  const admin = await person("Adi", "admin");
  expect(await behind(ann)).toEqual(["2016-01"]);
  expect(await behind(analyst, { release: 1 })).toEqual(["2016-01"]);
  for (const [viewer, asked] of [
    [ann, { release: 1 }],
    [analyst, { release: 2 }],
    [admin, {}],
    [admin, { thisSample: "2016" }],
    [ann, { release: 1, table: "practice_strengths", column: "2016" }],
    [admin, { table: "practice_strengths", column: "2016" }],
    [admin, { table: "factors_together", line: "part-neglect", column: "other" }],
    [lead, { table: "factors_together", line: "part-neglect", column: "this" }],
    [lead, { table: "factors_together", line: "neglect", column: "other" }],
    [lead, { table: "table_2" }],
    [lead, { line: "total" }],
    [lead, { column: "2016" }],
    [lead, { table: "chart_2", line: "part-neglect 3", column: "both" }],
    [lead, { thisSample: "2012" }],
    [lead, { thisSample: "2016", earlierSamples: ["2012"] }],
  ] as const)
    expect(await getCasesBehind(viewer, { ...total, ...asked })).toEqual(notFound);
});
