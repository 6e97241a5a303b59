import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { typedValue } from "@/domain/code-lists/edit";
import type { CaseDraft } from "@/domain/import/draft";
import { changeRecord } from "../cases/case-records";
import { caseFor, must, pastTheProgram, person, temporaryStudy } from "../fixtures";
import type { Viewer } from "../people/people";
import { changeCodeList, currentCodeLists } from "../study/code-lists";
import { draftOf, finishedDraft, imported, levelsFrom } from "./drafts.fixtures";
import { reviewDrafts } from "./review";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
});
afterEach(() => study.end());

const review = async (...drafts: CaseDraft[]) => {
  const found = await reviewDrafts(lead, [drafts]);
  if (!found) throw new Error("There is no review");
  return found;
};
const at = (line: number) => ({ place: { sheet: "Cases", line } });

test("counts what an import would bring, and stores nothing", async () => {
  await imported(lead, [finishedDraft("2012-01"), draftOf("2012-02"), draftOf("2012-03")]);
  const ratings = ["A", "B"].map((coder) => ({ coder, levels: levelsFrom("0000000000000") }));
  const found = await review(
    finishedDraft("2012-01"),
    draftOf("2012-02", { facts: { sample: "2013" } }),
    draftOf("2012-03", { facts: { included: false } }),
    finishedDraft("2012-04", { ratings, stated: { risk_rating: 7 } }),
    finishedDraft("2012-05"),
    draftOf("2012-06"),
  );
  expect(found.counts).toEqual({
    ...{ new: 3, committed: 2, changed: 1, unchanged: 1, refused: 1, ratings: 2 },
  });
  const rows = (table: string) =>
    pastTheProgram(study.dataDir, (db) =>
      db.prepare(`select count(*) from ${table}`).pluck().get(),
    );
  expect(["cases", "case_records", "imports"].map(rows)).toEqual([3, 3, 1]);
});

test("tells every fault with its place and as a sentence", async () => {
  const { faults, counts } = await review(
    draftOf("2012-01", at(2)),
    draftOf("2012-02", { facts: { caseType: "public_s31", sample: "2012" }, ...at(3) }),
    draftOf("2012-03", { facts: {}, ...at(4) }),
  );
  expect(faults[0]).toEqual({
    place: { sheet: "Cases", line: 3 },
    reference: "2012-02",
    value: "no index incident type",
    expected: "the index incident type of a case that the study does not have",
    message:
      "Cases, row 3: no index incident type found, expected the index incident type of a case that the study does not have",
  });
  expect(faults.map(({ place, value }) => `${place.line} ${value}`)).toEqual([
    "3 no index incident type",
    "4 no sample",
    "4 no case type",
    "4 no index incident type",
  ]);
  expect(counts.refused).toBe(2);
});

test("names the new cases with a blank for whether they are in the analysis, as one doubt", async () => {
  await imported(lead, [draftOf("2012-01")]);
  const blank = { blankInclusion: true } as const;
  const doubtsOf = async (...drafts: CaseDraft[]) =>
    (await review(...drafts)).doubts.map(({ place, value, expected }) => [
      ...[place.line, value, expected],
    ]);
  expect(await doubtsOf(draftOf("2012-01", blank), draftOf("2012-02"))).toEqual([]);
  expect(
    await doubtsOf(draftOf("2012-01", blank), draftOf("2012-03", { ...blank, ...at(4) })),
  ).toEqual([
    [
      4,
      "no answer for whether 2012-03 is in the analysis",
      "a case to leave out: without an answer a new case is in it",
    ],
  ]);
  const three = ["2012-04", "2012-05", "2012-06"].map((reference) => draftOf(reference, blank));
  expect(await doubtsOf(...three)).toEqual([
    [
      2,
      "no answer for whether 2012-04 and 2 other new cases are in the analysis",
      "cases to leave out: without an answer a new case is in it",
    ],
  ]);
});

test("warns once of each kind of thing to look at in what files bring, with how many cases have it", async () => {
  const facts = { ...draftOf("").facts, incidentType: "sexual_abuse" };
  const period = { startDate: "2010-01-01", endDate: "2010-03-01", subject: null };
  const twice = { facts: { ...facts, periods: [period, period] } };
  const born = { facts: { ...facts, incidentRationale: "DOB 01/05/2001" } };
  await imported(lead, [draftOf("2012-01", twice), draftOf("2012-02", { facts })]);
  const { warnings, doubts } = await review(
    draftOf("2012-01", { ...twice, ...at(2) }),
    draftOf("2012-02", { ...born, ...at(3) }),
    ...Array.from({ length: 600 }, (_, index) =>
      draftOf(`2013-${index + 1}`, { ...twice, ...at(index + 4) }),
    ),
    draftOf("2014-01", { ...born, ...at(900) }),
    draftOf("2014-02", { facts: { ...facts, incidentType: "suicide" }, ...at(901) }),
  );
  expect(warnings.map(({ place, value, expected }) => [place.line, value, expected])).toEqual([
    [
      ...[
        3,
        "2012-02 and 1 other case: something looks like a date of birth, first in “Why this type”",
      ],
      "words that do not tell who a case is about",
    ],
    [
      ...[4, "2013-1 and 599 other cases: two periods overlap"],
      "periods of which one ends before the next starts",
    ],
    [
      ...[
        901,
        "2014-02: the incident type is fatal, and no index child is recorded as having died",
      ],
      "a child who died, or another incident type",
    ],
  ]);
  expect(doubts).toEqual([]);
});

describe("a version and a day of commitment of a case that the study has", () => {
  const said = (version: number | null, on: string | null) => ({ commitment: { version, on } });
  const already = "the study has this case already, and a file says this of new cases only";
  const own = "version 2, committed on 29 February 2016";
  beforeEach(() => imported(lead, [finishedDraft("2012-01", said(2, "2016-02-29"))]));

  test.each([
    [said(3, "2016-03-01"), "2012-01, version 3, committed on 1 March 2016"],
    [said(1, null), "2012-01, version 1"],
    [said(null, "2016-03-01"), "2012-01, committed on 1 March 2016"],
  ])("are pointed out where they are others, and not taken: %j", async (over, value) => {
    const facts = { methodology: "scie" };
    const { doubts, counts } = await review(draftOf("2012-01", { facts, ...over }));
    expect(counts).toMatchObject({ changed: 1, refused: 0 });
    expect(doubts).toEqual([
      { place: { sheet: "Cases", line: 2 }, value, expected: `${own}, which stays: ${already}` },
    ]);
  });

  test("are no doubt where they are the same, or of a new case", async () => {
    const { doubts } = await review(
      draftOf("2012-01", said(2, "2016-02-29")),
      finishedDraft("2012-02", said(4, "2016-03-01")),
    );
    expect(doubts).toEqual([]);
  });

  test.each([
    ["version", said(2, null)],
    ["day", said(null, "2016-02-29")],
  ])("are no doubt where the file says the %s alone, as the study has it", async (_, over) => {
    expect((await review(draftOf("2012-01", over))).doubts).toEqual([]);
  });

  test("are told in the same words of a case that is not committed", async () => {
    await imported(lead, [draftOf("2012-03")]);
    const { doubts } = await review(draftOf("2012-03", said(1, null)));
    expect(doubts.map(({ value, expected }) => [value, expected])).toEqual([
      ["2012-03, version 1", `nothing: ${already}`],
    ]);
  });
});

describe("a case that would change", () => {
  beforeEach(() => imported(lead, [finishedDraft("AB-1"), draftOf("2012-02")]));

  test("is told with what changes, in words", async () => {
    const facts = {
      sample: "2013",
      children: [{ ageYears: 0, sex: null, outcome: null }],
    } as const;
    const { changed, needsReason } = await review(draftOf("2012-02", { facts, ...at(7) }));
    expect(changed).toEqual([
      {
        place: { sheet: "Cases", line: 7 },
        reference: "2012-02",
        committed: false,
        changes: [
          { fact: "sample", label: "Sample", before: ["2012"], after: ["2013"] },
          {
            fact: "children",
            label: "Index children",
            before: [],
            after: ["Child under 1 (sex and outcome not recorded)"],
          },
        ],
      },
    ]);
    expect(needsReason).toBe(false);
  });

  test("asks for a reason when one of them is committed, and goes by its name in the study", async () => {
    const facts = { sample: "2013" };
    const { changed, needsReason } = await review(
      draftOf("ab-1", { facts }),
      draftOf("2012-02", { facts }),
    );
    expect(changed.map(({ reference, committed }) => [reference, committed])).toEqual([
      ["AB-1", true],
      ["2012-02", false],
    ]);
    expect(needsReason).toBe(true);
  });

  test("is told with the outputs that move, when it is committed", async () => {
    const { moves } = await review(
      draftOf("AB-1", { facts: { incidentType: "suicide" } }),
      draftOf("2012-02", { facts: { sample: "2013" } }),
    );
    expect(moves).toEqual(["Table 9, index incidents", "The dataset and its files"]);
    const facts = { sample: "2013" };
    expect((await review(draftOf("2012-02", { facts }))).moves).toEqual([]);
    expect((await review(draftOf("AB-1", { facts }))).moves).toContain(
      "Agreement between coders by sample",
    );
  });

  test("is counted with the recorded facts that it would lose", async () => {
    const facts = { motherAge: 24, methodology: "scie", incidentRationale: "Page 2" };
    await imported(lead, [draftOf("2012-02", { facts }), draftOf("2012-03")]);
    const emptied = async (...drafts: CaseDraft[]) => (await review(...drafts)).emptied;
    const blanks = { motherAge: null, methodology: null, incidentRationale: "" };
    expect(
      await emptied(
        draftOf("2012-02", { facts: blanks }),
        draftOf("2012-03", { facts: { ...blanks, sample: "2013" } }),
        draftOf("AB-1", { facts: { motherAge: 20 } }),
      ),
    ).toEqual({ facts: 3, cases: 1 });
    const band = draftOf("2012-02", { facts: { motherAgeBand: null } });
    expect(await emptied(band)).toEqual({ facts: 0, cases: 0 });
  });

  test("is not one whose value was merged into the one in the file", async () => {
    const { methodology } = await currentCodeLists();
    await imported(lead, [draftOf("2012-02", { facts: { methodology: "hybrid" } })]);
    const values = methodology.values.map((value) => typedValue(methodology, value));
    must(
      await changeCodeList(lead, "methodology", {
        seenVersion: 1,
        values: values.map((one) => (one.key === "hybrid" ? { ...one, mergedInto: "scie" } : one)),
        reason: "The same",
      }),
    );
    const { counts } = await review(
      draftOf("2012-02", { facts: { methodology: "scie" } }),
      draftOf("2012-03", {
        facts: {
          ...{ sample: "2012", caseType: "public_s31", incidentType: "suicide" },
          methodology: "hybrid",
        },
      }),
    );
    expect(counts).toMatchObject({ unchanged: 1, changed: 0, new: 1 });
  });
});

test("lists 100 of the changes and totals at once, and counts them all", async () => {
  const references = Array.from({ length: 103 }, (_, index) => `2012-${index + 1}`);
  await imported(
    lead,
    references.map((reference) => draftOf(reference)),
  );
  const facts = { sample: "2013" };
  const stated = { index_children: 2, involvement_months: 9 };
  const drafts = references.map((reference) => draftOf(reference, { facts, stated }));
  const { changed, totals, counts, differing } = await review(...drafts);
  expect([counts.changed, differing]).toEqual([103, 206]);
  expect([changed.length, totals.length]).toEqual([100, 100]);
  expect([changed[99]?.reference, totals[99]?.reference]).toEqual(["2012-100", "2012-50"]);
  const next = await reviewDrafts(lead, [drafts], {}, { changed: 100, totals: 200 });
  expect([next?.counts.changed, next?.differing]).toEqual([103, 206]);
  expect(next?.changed.map(({ reference }) => reference)).toEqual([
    "2012-101",
    "2012-102",
    "2012-103",
  ]);
  expect(next?.totals.map(({ reference }) => reference)).toEqual([
    ...["2012-101", "2012-101", "2012-102", "2012-102", "2012-103", "2012-103"],
  ]);
  expect(next?.seen).toBe((await review(...drafts)).seen);
});

test("points out 500 of what is not taken, however much it is", async () => {
  const references = Array.from({ length: 501 }, (_, index) => `2012-${index + 1}`);
  await imported(
    lead,
    references.map((reference) => draftOf(reference)),
  );
  const commitment = { version: 1, on: null };
  const { doubts } = await review(
    ...references.map((reference) => draftOf(reference, { commitment })),
  );
  expect([doubts.length, doubts[499]?.value]).toEqual([500, "2012-500, version 1"]);
});

describe("totals in the file", () => {
  const children = [
    { ageYears: 0, sex: null, outcome: "died" },
    { ageYears: 3, sex: null, outcome: "survived" },
  ] as const;
  const periods = [{ startDate: "2010-01-01", endDate: "2010-03-01", subject: null }];
  const facts = {
    sample: "2012",
    caseType: "public_s31",
    incidentType: "suicide",
    children,
    periods,
  };

  test("are compared with those of the case as the file would leave it", async () => {
    const stated = {
      risk_rating: 7,
      involvement_months: "30",
      fatal: "no",
      law_group: "Private law",
      period_months_1: 3,
    };
    const { totals } = await review(finishedDraft("2012-01", { facts, stated, ...at(5) }));
    const common = { place: { sheet: "Cases", line: 5 }, reference: "2012-01" };
    expect(totals).toEqual([
      { ...common, field: "risk_rating", label: "Risk rating", stated: "7", computed: "6" },
      {
        ...common,
        field: "involvement_months",
        label: "Months of involvement",
        stated: "30",
        computed: "2",
      },
      { ...common, field: "fatal", label: "Fatal", stated: "no", computed: "Yes" },
      {
        ...common,
        field: "law_group",
        label: "Law group",
        stated: "Private law",
        computed: "Public law",
      },
      {
        ...common,
        field: "period_months_1",
        label: "Months of period 1",
        stated: "3",
        computed: "2",
      },
    ]);
  });

  test("that are the same are no difference", async () => {
    const stated = {
      ...{ risk_rating: "6", involvement_months: 2, involvement_months_band: "0 to 12" },
      ...{ fatal: "YES", law_group: "public law", index_children: "2.0", index_children_died: 1 },
      ...{ age_band: "Under 1, 1 to 5", mother_age_at_first_birth: " " },
    };
    const { totals } = await review(finishedDraft("2012-01", { facts, stated }));
    expect(totals).toEqual([]);
  });

  test("stand beside nothing where there is nothing to compute them from", async () => {
    const stated = { risk_rating: 0, index_children: 0 };
    const { totals } = await review(draftOf("2012-01", { stated }));
    expect(totals.map(({ field, computed }) => [field, computed])).toEqual([
      ["risk_rating", null],
      ["index_children", null],
    ]);
  });

  test("are compared with the agreed levels that the study has", async () => {
    await imported(lead, [finishedDraft("2012-01", { facts })]);
    const stated = { risk_rating: 9, index_children: 2, index_children_died: 2 };
    const { totals, counts, differing } = await review(draftOf("2012-01", { facts: {}, stated }));
    expect(totals.map(({ field, computed }) => [field, computed])).toEqual([
      ["risk_rating", "6"],
      ["index_children_died", "1"],
    ]);
    expect([counts.unchanged, differing]).toEqual([1, 2]);
  });
});

test("what was seen is another when the study has another revision, or another list", async () => {
  await caseFor(lead, "2016-01", []);
  const seen = async () => (await review(draftOf("2016-01", { facts: { sample: "2016" } }))).seen;
  const before = await seen();
  expect(await seen()).toBe(before);
  const facts = { incidentType: "suicide", incidentRationale: "" };
  must(
    await changeRecord(lead, "2016-01", {
      section: "incident",
      facts,
      seenRevision: 1,
      reason: "",
    }),
  );
  expect(await seen()).not.toBe(before);
});

test("to anyone but a lead there is no review", async () => {
  for (const role of ["coder", "analyst", "admin"] as const)
    expect(await reviewDrafts(await person(`The ${role}`, role), [[]])).toBeNull();
});
