import { expect, test } from "vitest";
import { notFound } from "@/domain/outcome";
import { assignCoders } from "../assignments/assignments";
import { reopenCase } from "../dataset/reopening";
import { agree, commit, must, release } from "../fixtures";
import { changeTeamSettings } from "../study/team";
import { getPublication } from "./publication";
import { getReport } from "./report";
import { countedForTable10 } from "./report.fixtures";
import { analyst, ann, committed, cy, inStudyWithTeam, lead } from "./team.fixtures";

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
    ...{ factor: "neglect", level: "low", reason: "Less than it seemed", seenRevision: 1 },
  });
  await commit(lead, "2016-01");
  expect(await countedForTable10(ann)).toEqual(["2016 public_s31: 1, 1"]);
  expect(await countedForTable10(analyst, 1)).toEqual(["2016 public_s31: 1, 3"]);
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

test("what is withheld of a release is what the team withheld when it was made", async () => {
  await committed("2016-01");
  await release(lead);
  must(await changeTeamSettings(lead, { withheldUpTo: 2 }));
  await release(lead);
  expect(must(await getPublication(lead, 1))?.withheldUpTo).toBe(5);
  expect(must(await getPublication(lead, 2))?.withheldUpTo).toBe(2);
});
