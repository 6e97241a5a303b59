import { describe, expect, test } from "vitest";
import { type CaseRecord, emptyRecord } from "../case-record/case-record";
import { firstCodeLists } from "../code-lists/code-lists";
import { mergedRecord, newRecord } from "./merge";

const known = { sample: "2012", caseType: "public_s31", incidentType: "suicide" };
const empty = emptyRecord(known);
const merged = (before: Partial<CaseRecord>, facts: Partial<CaseRecord>) =>
  mergedRecord({ ...empty, ...before }, facts, firstCodeLists);
const left = { included: false, exclusionReason: "A duplicate" };
const faultsOf = (before: Partial<CaseRecord>, facts: Partial<CaseRecord>) =>
  merged(before, facts).faults.map(({ value, expected }) => `${value} | ${expected}`);

describe("a new record", () => {
  test("has the facts of the draft, and nothing where it says nothing", () => {
    expect(newRecord({ ...known, methodology: "scie" }, firstCodeLists)).toEqual({
      record: { ...empty, methodology: "scie" },
      faults: [],
    });
  });

  test.each([
    [{}, ["no sample", "no case type", "no index incident type"]],
    [{ sample: "2012", incidentType: "suicide" }, ["no case type"]],
    [{ sample: "2012", caseType: "public_s31" }, ["no index incident type"]],
    [{ caseType: "public_s31", incidentType: "suicide" }, ["no sample"]],
  ])("needs a sample, a case type and an index incident type: %j", (facts, missing) => {
    const { record, faults } = newRecord(facts, firstCodeLists);
    expect(record).toBeNull();
    expect(faults.map(({ value }) => value)).toEqual(missing);
  });
});

describe("facts over a record", () => {
  test("take the place of its own; a fact that is not there leaves it as it is", () => {
    const before = { methodology: "scie", involvement: "at_time", motherAge: 20, ...left };
    expect(
      merged(before, { methodology: null, sample: "2013", caseType: undefined }).record,
    ).toEqual({
      ...empty,
      ...before,
      methodology: null,
      sample: "2013",
    });
  });

  test("are put in one order, so that only what they say is compared", () => {
    const facts = {
      children: [{ outcome: "died", sex: null, ageYears: 3 }],
      periods: [{ subject: null, endDate: null, startDate: "2010-01-01" }],
      practice: [{ description: "", theme: "recording", kind: "strength" }],
      actions: [{ status: null, description: "A course" }],
    } as const;
    expect(JSON.stringify(merged({}, facts).record?.children)).toBe(
      '[{"ageYears":3,"sex":null,"outcome":"died"}]',
    );
    expect(JSON.stringify(merged({}, facts).record?.periods)).toBe(
      '[{"startDate":"2010-01-01","endDate":null,"subject":null}]',
    );
    expect(JSON.stringify(merged({}, facts).record?.practice)).toBe(
      '[{"kind":"strength","theme":"recording","description":""}]',
    );
    expect(JSON.stringify(merged({}, facts).record?.actions)).toBe(
      '[{"description":"A course","status":null}]',
    );
  });
});

describe("the mother’s age", () => {
  const age = (motherAge: number | null) => ({ motherAge, motherAgeBand: null });
  const band = (motherAgeBand: "under_21" | "21_25" | "unknown") => ({
    motherAge: null,
    motherAgeBand,
  });
  test.each([
    ["an age takes the place of a band", band("unknown"), { motherAge: 20 }, age(20)],
    ["a band that the age falls into leaves it", age(20), { motherAgeBand: "under_21" }, age(20)],
    ["another band takes its place", age(20), { motherAgeBand: "21_25" }, band("21_25")],
    ["a blank band leaves an age", age(20), { motherAgeBand: null }, age(20)],
    ["a blank band takes a band away", band("unknown"), { motherAgeBand: null }, age(null)],
    ["a blank age leaves a band", band("unknown"), { motherAge: null }, band("unknown")],
    ["an age and its band are the age", {}, { motherAge: 20, motherAgeBand: "under_21" }, age(20)],
    ["an age and no band are the age", {}, { motherAge: 20, motherAgeBand: null }, age(20)],
    [
      "a blank age and a band are the band",
      age(30),
      { motherAge: null, motherAgeBand: "under_21" },
      band("under_21"),
    ],
    ["two blanks are nothing", age(30), { motherAge: null, motherAgeBand: null }, age(null)],
  ] as const)("%s", (_, before, facts, after) => {
    expect(merged(before, facts).record).toMatchObject(after);
  });

  test("and a band that it does not fall into do not go together", () => {
    expect(faultsOf({}, { motherAge: 20, motherAgeBand: "21_25" })).toEqual([
      "20 years as the mother’s age at the birth of her first child | an age that is in the band beside it",
    ]);
  });
});

describe("leaving a case out", () => {
  test("asks for a reason", () => {
    const fault =
      "no reason for exclusion | a reason in the column “Reason for exclusion”, because it is excluded";
    expect(faultsOf({}, { included: false })).toEqual([fault]);
    expect(faultsOf(left, { exclusionReason: "" })).toEqual([fault]);
    expect(merged({}, left).record).toMatchObject(left);
    expect(merged(left, { included: false }).record).toMatchObject(left);
  });

  test("ends with its reason", () => {
    expect(merged(left, { included: true }).record).toMatchObject({
      included: true,
      exclusionReason: "",
    });
    const fault =
      "a reason for exclusion | none, because it is in the analysis, or “No” in the column “In the analysis”";
    expect(faultsOf(left, { included: true, exclusionReason: "Still" })).toEqual([fault]);
    expect(faultsOf({}, { exclusionReason: "Why" })).toEqual([fault]);
  });
});

describe("which kind of case type it was", () => {
  const other = { caseType: "public_other", caseTypeDetail: "Wardship" };
  test.each([
    ["goes with a type that does not ask", { caseType: "public_s31" }, ""],
    ["stays with the same type", { caseType: "public_other" }, "Wardship"],
    ["stays with another fact", { sample: "2013" }, "Wardship"],
    ["is what the file says", { caseType: "public_s31", caseTypeDetail: "Care" }, "Care"],
  ])("%s", (_, facts, detail) => {
    expect(merged(other, facts).record?.caseTypeDetail).toBe(detail);
  });
});
