import { expect, test } from "vitest";
import { type CaseRecord, emptyRecord } from "../case-record/case-record";
import { untold } from "../case-record/own-words";
import { firstCodeLists as lists } from "../code-lists/code-lists";
import { broughtInWords, warningsBrought } from "./brought-warnings";
import type { CaseDraft } from "./draft";

const before = emptyRecord({
  sample: "2015",
  caseType: "public_s31",
  incidentType: "sexual_abuse",
});
const draftWith = (over: Partial<CaseDraft>): CaseDraft => ({
  ...{ place: { sheet: "Cases", line: 2 }, reference: "2015-01", facts: {}, levels: null },
  ...{ commitment: null, origin: null, ratings: [], stated: {} },
  ...over,
});

/** What is warned of when a file has these facts for a new case, or for one with this record. */
function kindsOf(facts: Partial<CaseRecord>, told: CaseRecord | null = null, over = {}) {
  const after = { ...(told ?? before), ...facts };
  const found = warningsBrought(draftWith({ facts, ...over }), { told, after }, lists);
  return found.map(({ kind, where }) => [kind, where]);
}

const open = { startDate: "2014-02-01", endDate: null, subject: null };
const closed = { startDate: "2014-01-01", endDate: "2014-03-01", subject: null };
const died = { ageYears: 4, sex: null, outcome: "died" } as const;
const nobody = { ageYears: null, sex: null, outcome: null };

test.each<[string, Partial<CaseRecord>, string[]]>([
  ["nothing to look at", {}, []],
  [
    "periods that overlap, one of them open",
    { periods: [open, closed, open] },
    ["overlap", "open"],
  ],
  ["a fatal type and no child", { incidentType: "suicide" }, ["none died"]],
  ["a child who died, and a type that is not fatal", { children: [died] }, ["died"]],
  ["a type that asks which", { caseType: "public_other" }, ["which"]],
  ["a child of whom nothing is known", { children: [nobody] }, ["nobody"]],
])("a new case with %s draws each kind of warning once", (_, facts, kinds) => {
  expect(kindsOf(facts)).toEqual(kinds.map((kind) => [kind, ""]));
});

test("what stands in a record already is not warned of again, and what a file adds is", () => {
  const told = { ...before, periods: [open], incidentRationale: "DOB 1.5.2001" };
  expect(kindsOf({ methodology: "scie", incidentRationale: "DOB 1.5.2001" }, told)).toEqual([]);
  expect(kindsOf({ periods: [closed, open] }, told)).toEqual([
    ["overlap", ""],
    ["open", ""],
  ]);
});

test("texts of the file that could tell who a case is about are warned of, wherever they stand", () => {
  const action = (description: string) => ({ description, status: null });
  expect(
    kindsOf({
      incidentRationale: "DOB 01/05/2001, at AB99 9ZZ",
      actions: [action("A letter to AB99 9YY"), action("Judgment in ZZ99C00123")],
    }),
  ).toEqual([
    ["a date of birth", "“Why this type”"],
    ["a postcode", "“Why this type”"],
    ["a court case number", "“Actions”"],
  ]);
});

test("words beside levels are looked at in new cases, which alone take them", () => {
  const given = (note: string) => ({ neglect: { level: "high", note, unsure: false } });
  const over = {
    decided: { neglect: { way: null, reason: "dob 1.5.2001", tags: [] } },
    ratings: [
      { coder: "A", levels: {}, first: given("Page 4"), second: given("NHS 999 000 0018") },
    ],
  };
  expect(kindsOf({}, null, over)).toEqual([
    ["a date of birth", "a reason"],
    ["an NHS number", "a note"],
  ]);
  expect(kindsOf({}, before, over)).toEqual([]);
});

test("a text that the viewer may not read draws no warning, whatever stands there", () => {
  const told = { ...before, incidentRationale: untold };
  const after = { ...before, incidentRationale: "DOB 1.5.2001", sample: "2016" };
  const draft = draftWith({ facts: { sample: "2016" } });
  expect(warningsBrought(draft, { told, after }, lists)).toEqual([]);
});

test.each([
  ["overlap", 1, "A-1: two periods overlap"],
  ["overlap", 2, "A-1 and 1 other case: two periods overlap"],
  ["a postcode", 1, "A-1: something looks like a postcode, in a note"],
  ["a postcode", 3, "A-1 and 2 other cases: something looks like a postcode, first in a note"],
] as const)("%s in %i cases is told in words", (kind, count, value) => {
  expect(broughtInWords({ kind, where: "a note" }, "A-1", count).value).toBe(value);
});
