import { describe, expect, test } from "vitest";
import { everything } from "@/domain/dataset/choice";
import { notFound } from "@/domain/outcome";
import { assignCoders } from "../assignments/assignments";
import { changeRecord } from "../cases/case-records";
import { reopenCase } from "../dataset/reopening";
import {
  agree,
  caseFor,
  commit,
  exported,
  must,
  rateAndSubmit,
  release,
  saveSettings,
} from "../fixtures";
import { finishedDraft, imported } from "../imports/drafts.fixtures";
import type { Viewer } from "../people/people";
import { getAnalyses } from "./analyses";
import { getPublication } from "./publication";
import { getReport } from "./report";
import { countedForTable10 } from "./report.fixtures";
import { analyst, ann, bob, committed, cy, inStudyWithTeam, lead } from "./team.fixtures";

inStudyWithTeam();

test("without an analysed case there are no tables", async () => {
  expect(must(await getReport(lead, { release: null }))).toBeNull();
});

test("the dataset as it is now is counted anew when a case is committed, a release is not", async () => {
  await committed("2016-01");
  await release(lead);
  expect(await countedForTable10(ann)).toEqual(["2016 public_s31: 1, 3"]);
  must(await reopenCase(lead, "2016-01", "A chronology came in"));
  await agree(lead, "2016-01", {
    ...{ factor: "neglect", level: "low", reason: "Less than it seemed" },
  });
  await commit(lead, "2016-01");
  expect(await countedForTable10(ann)).toEqual(["2016 public_s31: 1, 1"]);
  expect(await countedForTable10(analyst, 1)).toEqual(["2016 public_s31: 1, 3"]);
});

test("a value that an import calls as tables call what is missing is counted apart from that", async () => {
  const draft = (reference: string, methodology: string | null) => {
    const { facts, ...rest } = finishedDraft(reference);
    return { ...rest, facts: { ...facts, methodology } };
  };
  const value = { key: "not_recorded", label: "Not recorded", offered: true, mergedInto: null };
  const drafts = [draft("2012-01", "not_recorded"), draft("2012-02", "not_recorded")];
  await imported(lead, [...drafts, draft("2012-03", null)], { lists: { methodology: [value] } });
  await release(lead);
  for (const number of [null, 1]) {
    const table3 = must(await getReport(lead, { release: number }))?.tables[1];
    expect(
      table3?.lines.slice(-3).map(({ label, cells }) => [label, ...cells.map(({ n }) => n)]),
    ).toEqual([
      ["Not recorded", 2],
      ["Nothing recorded", 1],
      ["All submissions", 3],
    ]);
  }
});

test("tables of a release are for those who may export", async () => {
  await committed("2016-01");
  await release(lead);
  expect((await getReport(analyst, { release: 1 })).kind).toBe("done");
  expect((await getPublication(analyst, 1)).kind).toBe("done");
  for (const tables of [await getReport(ann, { release: 1 }), await getPublication(ann, 1)])
    expect(tables).toEqual(notFound);
  expect(await getReport(analyst, { release: 2 })).toEqual(notFound);
  expect(await getPublication(analyst, 2)).toEqual(notFound);
});

test("a case that is being rated again is in no table, and nobody has the tables of its release", async () => {
  await committed("2016-01");
  await committed("2016-02");
  await release(lead);
  const counted = await countedForTable10(lead);
  must(await reopenCase(lead, "2016-02", "A chronology came in"));
  must(await assignCoders(lead, "2016-02", [cy.id]));
  expect(counted).toEqual(["2016 public_s31: 2, 6"]);
  for (const viewer of [lead, ann, cy, analyst])
    expect(await countedForTable10(viewer)).toEqual(["2016 public_s31: 1, 3"]);
  for (const viewer of [lead, analyst]) {
    expect((await getReport(viewer, { release: 1 })).kind).toBe("refused");
    expect((await getPublication(viewer, 1)).kind).toBe("refused");
  }
});

describe("a case that is left out of the analysis", () => {
  /** How many cases of 2016 Tables 1 and 3 count. */
  const submissions = async (viewer: Viewer, number: number | null = null) => {
    const tables = must(await getReport(viewer, { release: number }))?.tables ?? [];
    return ["table_1", "table_3"].map((output) => {
      const table = tables.find(({ kind }) => kind.output === output);
      const column = table?.columns.findIndex(({ key }) => key === "2016") ?? -1;
      return table?.lines.find(({ look }) => look === "total")?.cells[column]?.n;
    });
  };
  const leaveOut = async (reference: string) =>
    must(
      await changeRecord(lead, reference, {
        ...{ section: "analysis", reason: "Read again", confirmed: true, seenRevision: 1 },
        facts: { included: false, exclusionReason: "Too thin" },
      }),
    );

  test("counts as a submission while its coders have not submitted, and hides no release", async () => {
    await committed("2016-01");
    await caseFor(lead, "2016-90", [ann, bob]);
    await rateAndSubmit(ann, "2016-90", "3333333333333");
    await leaveOut("2016-90");
    await release(lead);
    for (const viewer of [lead, ann, bob, analyst]) {
      expect(await submissions(viewer)).toEqual([2, 2]);
      expect(await countedForTable10(viewer)).toEqual(["2016 public_s31: 1, 3"]);
    }
    expect(await submissions(analyst, 1)).toEqual([2, 2]);
    expect(await countedForTable10(analyst, 1)).toEqual(["2016 public_s31: 1, 3"]);
  });

  test("counts in a sample of which every other case is left out too", async () => {
    await committed("2016-01");
    await committed("2015-01", "0000000000000", { sample: "2015" });
    await leaveOut("2015-01");
    await release(lead);
    const table1s = [
      must(await getReport(lead, { release: null }))?.tables[0],
      must(await getReport(analyst, { release: 1 }))?.tables[0],
      must(await getPublication(analyst, 1))?.tables[0],
    ];
    for (const table of table1s) {
      expect(table?.columns.map(({ label }) => label)).toEqual(["2015", "2016", "All"]);
      expect(table?.lines.map(({ cells }) => cells.map(({ n }) => n))).toEqual([
        ...[
          [0, 1, 1],
          [1, 0, 1],
          [1, 1, 2],
        ],
      ]);
    }
    expect(must(await getAnalyses(lead, { release: null, intervals: false }))?.samples).toEqual([
      "2016",
    ]);
  });

  test("counts while it is rated again, without what was agreed, and is in the next release", async () => {
    await committed("2016-01");
    await committed("2016-90");
    await release(lead);
    must(await reopenCase(lead, "2016-90", "A chronology came in"));
    must(await assignCoders(lead, "2016-90", [cy.id]));
    await leaveOut("2016-90");
    await release(lead);
    expect(await submissions(lead)).toEqual([2, 2]);
    expect(await submissions(analyst, 2)).toEqual([2, 2]);
    expect((await getReport(analyst, { release: 1 })).kind).toBe("refused");
    const file = { ...everything, release: 2 };
    const rows = (await exported(analyst, "agreed-ratings-long.csv", file)).trim().split("\n");
    expect(rows.filter((row) => row.startsWith("2016-90"))).toEqual([]);
  });
});

test("what is withheld of a release is what the team withheld when it was made", async () => {
  await committed("2016-01");
  await release(lead);
  must(await saveSettings(lead, { withheldUpTo: 2 }));
  await release(lead);
  expect(must(await getPublication(lead, 1))?.withheldUpTo).toBe(5);
  expect(must(await getPublication(lead, 2))?.withheldUpTo).toBe(2);
});
