import { expect, test } from "vitest";
import { notFound } from "@/domain/outcome";
import { findingsInWords } from "@/domain/tables/coders/words";
import { assignCoders } from "../assignments/assignments";
import { changeRecord } from "../cases/case-records";
import { reopenCase } from "../dataset/reopening";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  csvFile,
  must,
  person,
  rateAndSubmit,
  release,
  saveSettings,
} from "../fixtures";
import { importCases } from "../imports/cases";
import type { Viewer } from "../people/people";
import { takeBackSubmission } from "../ratings/ratings";
import { recordSampleDates } from "../study/samples";
import { type ByCoderView, getByCoder } from "./by-coder";
import { analyst, ann, bob, cy, inStudyWithTeam, lead } from "./team.fixtures";

inStudyWithTeam("coder");

/** Two coders who differ on neglect alone, 3 and 1, and 3 agreed. */
async function committed(reference: string, sample = "2016"): Promise<void> {
  await caseFor(lead, reference, [ann, bob], { sample });
  await rateAndSubmit(ann, reference, "3100000000002");
  await rateAndSubmit(bob, reference, "1100000000002");
  await agree(lead, reference, { factor: "neglect", level: "high", reason: "Page 9" });
  await agreeEverything(lead, reference);
  await commit(lead, reference);
}

const ofNow = { release: null };
const viewFor = async (viewer: Viewer, asked: Parameters<typeof getByCoder>[1] = ofNow) =>
  must(await getByCoder(viewer, asked));

/** Cases and risk ratings under each rule, the coders’ in order of size: their letters are random. */
function meansOf(view: ByCoderView | null): string[] {
  const means = view?.means ?? [];
  const text = ({ n, sum, agreedSum }: ByCoderView["means"][number]) => `${n}: ${sum}/${agreedSum}`;
  const alone = means.filter(({ rule }) => rule.isAlone).map(text);
  return [...alone.sort(), ...means.filter(({ rule }) => !rule.isAlone).map(text)];
}

test("leads have what each coder gave beside what was agreed; to others there is no such page", async () => {
  expect(await viewFor(lead)).toBeNull();
  await committed("2016-01");
  const view = await viewFor(lead);
  expect(meansOf(view)).toEqual(["1: 4/6", "1: 6/6", "0: 0/0", "1: 6/6"]);
  expect(view?.coverage).toEqual({ analysed: 1, byCoders: new Map([[2, 1]]) });
  expect(view?.tables.map(({ kind }) => kind.output)).toEqual([
    ...["table_10", "range", "chart_1", "chart_2"],
  ]);
  expect(view?.findings.farthest).toMatchObject({ n: 1, sum: 4, agreedSum: 6 });
  const theme = view?.themes.lines.find(({ cells }) => cells[0]?.n === 1);
  expect(theme?.look).toBe("part");
  for (const viewer of [ann, analyst, await person("Adi", "admin")])
    expect(await getByCoder(viewer, ofNow)).toEqual(notFound);
});

test("what a coder took back before the case opened is not what they gave", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  await rateAndSubmit(ann, "2016-01", "3333333333330");
  must(await takeBackSubmission(ann, "2016-01"));
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-01", "3100000000002");
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  const view = await viewFor(lead);
  expect(view?.coverage).toEqual({ analysed: 1, byCoders: new Map([[2, 1]]) });
  expect(meansOf(view)).toEqual(["1: 6/6", "1: 6/6", "1: 6/6", "1: 6/6"]);
});

test("the factor that rests most on who codes is named", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  await rateAndSubmit(ann, "2016-01", "0100000000002");
  await rateAndSubmit(bob, "2016-01", "1100000000002");
  await agree(lead, "2016-01", { factor: "neglect", level: "low", reason: "Page 9" });
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  expect((await viewFor(lead))?.findings.widest).toMatchObject({
    factor: { key: "neglect", label: "Neglect" },
    ...{ lowest: { n: 0, of: 1 }, highest: { n: 1, of: 1 }, agreed: { n: 1, of: 1 } },
  });
});

/** A case to which each of these coders gave what was agreed, committed. */
async function alike(reference: string, scores: string, coders: Viewer[], over = {}) {
  await caseFor(lead, reference, coders, over);
  for (const coder of coders) await rateAndSubmit(coder, reference, scores);
  await agreeEverything(lead, reference);
  await commit(lead, reference);
}

test("an order that rests on which cases are compared is not said to rest on who decides", async () => {
  await alike("2016-01", "3331000000000", [ann, bob, cy]);
  await alike("2016-02", "3333333300000", [ann, bob]);
  await alike("2016-03", "3333300000000", [ann, bob, cy], { caseType: "private_wtfh" });
  const view = await viewFor(lead);
  expect(view && findingsInWords(view).slice(1)).toEqual([
    "Public law (2 cases) has a higher mean risk rating than private law (1 case), whoever decides. Coder C alone decides on fewer of these cases (1 and 1): there private law has the higher mean, as was agreed for the same cases.",
    "Where one of the two has fewer than 10 cases, a single case can turn the order.",
  ]);
});

test("a case that is open and not committed is in none, nor one without independent ratings", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-01", "3000000000000");
  const cases = csvFile("cases.csv", [{ case_ref: "2012-01", scores: "3000000000000" }]);
  must(await importCases(lead, { cases }));
  expect(await viewFor(lead)).toBeNull();
});

test("a sample is chosen among those with independent ratings", async () => {
  await committed("2016-01");
  await alike("2015-01", "1000000000000", [ann, bob], { sample: "2015" });
  const view = await viewFor(lead, { ...ofNow, thisSample: "2015" });
  expect(view?.samples).toEqual(["2015", "2016"]);
  expect(meansOf(view)).toEqual(["1: 1/1", "1: 1/1", "1: 1/1", "1: 1/1"]);
  expect(view?.inPlaceOf).toBeNull();
});

test("it is told when another sample is shown than was asked for", async () => {
  await committed("2016-01");
  const cases = csvFile("cases.csv", [{ case_ref: "2014-01", scores: "3000000000000" }]);
  must(await importCases(lead, { cases }));
  for (const thisSample of ["2014", "1999"]) {
    const view = await viewFor(lead, { ...ofNow, thisSample });
    expect([view?.sample, view?.inPlaceOf]).toEqual(["2016", thisSample]);
  }
  expect((await viewFor(lead))?.inPlaceOf).toBeNull();
});

test("a case that is left out of the analysis is not covered", async () => {
  await committed("2016-01");
  await committed("2016-02");
  must(
    await changeRecord(lead, "2016-02", {
      ...{ section: "analysis", reason: "Told so", confirmed: true, seenRevision: 1 },
      facts: { included: false, exclusionReason: "Too thin" },
    }),
  );
  expect((await viewFor(lead))?.coverage).toEqual({ analysed: 1, byCoders: new Map([[2, 1]]) });
});

test("while a case is rated again it is in none, and nobody has that of its release", async () => {
  await committed("2016-01");
  await committed("2016-02");
  await release(lead);
  const before = meansOf(await viewFor(lead, { release: 1 }));
  must(await reopenCase(lead, "2016-02", "A chronology came in"));
  must(await assignCoders(lead, "2016-02", [cy.id]));
  expect((await viewFor(lead))?.coverage.analysed).toBe(1);
  expect((await getByCoder(lead, { release: 1 })).kind).toBe("refused");
  await rateAndSubmit(cy, "2016-02", "0000000000000");
  expect(meansOf(await viewFor(lead, { release: 1 }))).toEqual(before);
  await agree(lead, "2016-02", {
    ...{ factor: "neglect", level: "low", reason: "Less than it seemed" },
  });
  await agreeEverything(lead, "2016-02");
  await commit(lead, "2016-02");
  expect((await viewFor(lead))?.coverage.byCoders).toEqual(
    new Map([
      [2, 1],
      [3, 1],
    ]),
  );
  expect(meansOf(await viewFor(lead, { release: 1 }))).toEqual(before);
  expect(await getByCoder(lead, { release: 2 })).toEqual(notFound);
});

test("the sample that began last is shown where none is asked for", async () => {
  await committed("2015-01", "2015");
  await committed("2016-01");
  expect(await viewFor(lead)).toMatchObject({ samples: ["2015", "2016"], sample: "2016" });
  const days = [
    { name: "2016", startsOn: "1 April 2016", endsOn: "" },
    { name: "2015", startsOn: "1 April 2017", endsOn: "" },
  ];
  must(await recordSampleDates(lead, days));
  expect(await viewFor(lead)).toMatchObject({ samples: ["2016", "2015"], sample: "2015" });
});

test("what rests on few cases is marked by what was withheld when the release was made", async () => {
  await committed("2016-01");
  await release(lead);
  must(await saveSettings(lead, { withheldUpTo: 2 }));
  expect((await viewFor(lead, { release: 1 }))?.withheldUpTo).toBe(5);
  expect((await viewFor(lead))?.withheldUpTo).toBe(2);
});
