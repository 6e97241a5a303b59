import { expect, test } from "vitest";
import { notFound } from "@/domain/outcome";
import { insteadInWords } from "@/domain/tables/analyses/analyses";
import { assignCoders } from "../assignments/assignments";
import { changeRecord } from "../cases/case-records";
import { reopenCase } from "../dataset/reopening";
import { must, person, release } from "../fixtures";
import type { Viewer } from "../people/people";
import { bringReferenceCases } from "../reference-cases.fixtures";
import { type AnalysesAsked, getAnalyses } from "./analyses";
import { analyst, ann, committed, cy, inStudyWithTeam, lead } from "./team.fixtures";

inStudyWithTeam();

const ofNow = { release: null, intervals: false };
const analysesFor = async (viewer: Viewer, asked: AnalysesAsked = ofNow) =>
  must(await getAnalyses(viewer, asked));

test("without an analysed case there are no analyses, and for an admin never", async () => {
  expect(await analysesFor(lead)).toBeNull();
  await committed("2016-01", "3000000000000");
  expect(await getAnalyses(await person("Adi", "admin"), ofNow)).toEqual(notFound);
});

test("they are made of committed cases: mean at the earlier mix, factors together, practice", async () => {
  await committed("2015-01", "3000000000000", { sample: "2015", caseType: "private_wtfh" });
  for (const [reference, caseType, scores] of [
    ["2016-01", "private_wtfh", "1100000000000"],
    ["2016-02", "public_s31", "3330000000000"],
  ] as const)
    await committed(reference, scores, { caseType });
  must(
    await changeRecord(lead, "2016-02", {
      ...{ section: "practice", seenRevision: 1, reason: "Page 4", confirmed: true },
      facts: { practice: [{ kind: "strength", theme: "recording", description: "Page 4" }] },
    }),
  );
  const choice = { ...ofNow, thisSample: "2016", earlierSamples: ["2015"] };
  const found = await analysesFor(analyst, choice);
  expect(found?.samples).toEqual(["2015", "2016"]);
  // 2 for the one case type of 2015; (2 + 9) ÷ 2 = 5.5 as it is.
  expect(found?.caseMix).toMatchObject({ own: { n: 2, sum: 11 }, atEarlierMix: "2.0" });
  expect(found?.together.cases).toBe(3);
  expect(found?.together.rows.slice(0, 3).map(({ together }) => together.slice(0, 3))).toEqual([
    [3, 2, 1],
    [2, 2, 1],
    [1, 1, 1],
  ]);
  const [strengths] = found?.practice ?? [];
  const recording = strengths?.lines.find(({ key }) => key === "recording");
  expect(recording?.cells.map(({ n }) => n)).toEqual([0, 1, 1]);
});

test("where the sample that is asked for has no case to count, they say which is shown", async () => {
  await committed("2015-01", "3000000000000", { sample: "2015" });
  await committed("2016-01", "3000000000000");
  must(
    await changeRecord(lead, "2015-01", {
      ...{ section: "analysis", seenRevision: 1, reason: "Read again", confirmed: true },
      facts: { included: false, exclusionReason: "Too thin" },
    }),
  );
  const asked = { ...ofNow, thisSample: "2015" };
  const found = await analysesFor(analyst, asked);
  expect(found).toMatchObject({ inPlaceOf: "2015", choice: { thisSample: "2016" } });
  expect(found && insteadInWords("2015", found)).toBe(
    "There is no case of 2015 to count. The analyses below are of 2016.",
  );
  expect(found && insteadInWords("Ring 020 7946 0000!", found)).toBe(
    "There is no case of the sample that was asked for to count. The analyses below are of 2016.",
  );
  expect((await analysesFor(analyst))?.inPlaceOf).toBeNull();
  expect((await analysesFor(analyst, { ...ofNow, thisSample: "2016" }))?.inPlaceOf).toBeNull();
});

test("intervals are worked out when they are asked for, and are none over fewer than ten", async () => {
  await committed("2016-01", "3000000000000");
  expect((await analysesFor(lead))?.means).toBeNull();
  const [risk] = (await analysesFor(lead, { ...ofNow, intervals: true }))?.means ?? [];
  expect(risk?.table.kind.output).toBe("table_10");
  expect(risk?.lines.at(-1)).toMatchObject({ key: "total", intervals: [null] });
});

test("intervals rest on what is recorded of analysed cases", async () => {
  await bringReferenceCases(lead);
  const ofAll = async () => {
    const found = await analysesFor(lead, { ...ofNow, intervals: true });
    return found?.means?.map(({ lines }) => lines.at(-1)?.intervals.at(-1));
  };
  expect(await ofAll()).toEqual([
    { from: "11.4", to: "14.4" },
    { from: "15.0", to: "20.1" },
  ]);
  const facts = { included: false, exclusionReason: "Withdrawn" };
  for (let number = 1; number <= 9; number++)
    must(
      await changeRecord(lead, `2015-0${number}`, {
        ...{ section: "analysis", seenRevision: 1, reason: "Withdrawn", confirmed: true },
        facts,
      }),
    );
  expect(await ofAll()).toEqual([
    { from: "11.1", to: "14.3" },
    { from: "15.5", to: "20.8" },
  ]);
});

test("analyses of a release are for those who may export", async () => {
  await committed("2016-01", "3000000000000");
  await release(lead);
  const ofRelease = { ...ofNow, release: 1 };
  expect((await getAnalyses(analyst, ofRelease)).kind).toBe("done");
  expect(await getAnalyses(ann, ofRelease)).toEqual(notFound);
  expect(await getAnalyses(analyst, { ...ofNow, release: 2 })).toEqual(notFound);
});

test("a case that is being rated again is in none, and nobody has those of its release", async () => {
  await committed("2016-01", "3000000000000");
  await committed("2016-02", "3000000000000");
  await release(lead);
  must(await reopenCase(lead, "2016-02", "A chronology came in"));
  must(await assignCoders(lead, "2016-02", [cy.id]));
  for (const viewer of [lead, ann, cy, analyst])
    expect((await analysesFor(viewer))?.caseMix.own).toEqual({ n: 1, sum: 3 });
  for (const viewer of [lead, analyst])
    expect((await getAnalyses(viewer, { ...ofNow, release: 1 })).kind).toBe("refused");
});
