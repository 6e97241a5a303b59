import { describe, expect, it } from "vitest";
import { firstCodeLists as lists } from "../code-lists/code-lists";
import {
  type CaseRecord,
  emptyRecord,
  factsMissing,
  progressOf,
  type Section,
  sectionAfter,
  sections,
} from "./case-record";
import { outputsMoved, outputsOfList } from "./outputs";
import { readSection } from "./read-section";
import { warningsOf } from "./warnings";
import { changesInWords, childInWords, periodInWords, sectionInWords } from "./words";

const bare = emptyRecord({ sample: "2016", caseType: "private_wtfh", incidentType: "suicide" });
const full: CaseRecord = {
  ...bare,
  submissionKind: "chronology_only",
  methodology: "scie",
  caseType: "public_other",
  caseTypeDetail: "A supervision order",
  involvement: "at_time",
  periods: [
    { startDate: "2014-10-14", endDate: "2015-03-02", subject: "family" },
    { startDate: "2015-04-01", endDate: "2015-05-01", subject: null },
  ],
  incidentRationale: "Page 2\nPage 3",
  children: [
    { ageYears: 15, sex: "male", outcome: "died" },
    { ageYears: 0, sex: "female", outcome: null },
  ],
  motherAge: 19,
  practice: [{ kind: "shortcoming", theme: "recording", description: "No note of the visit" }],
  actions: [{ description: "A letter", status: "done" }],
};

const lines = (record: CaseRecord) =>
  (Object.keys(sections) as Section[]).flatMap((section) =>
    sectionInWords(section, record, lists).map((one) => [one.label, ...one.lines]),
  );

describe("a record in words", () => {
  it("has every fact under its name", () => {
    expect(lines(full)).toEqual([
      ["Sample", "2016"],
      ["Kind of submission", "Chronology only"],
      ["SCR methodology", "SCIE"],
      ["Case type", "Public law, other"],
      ["Which kind", "A supervision order"],
      ["Involvement with the index child", "At the time of the incident"],
      [
        "Involvement periods",
        "14 October 2014 to 2 March 2015, 5 months, the family",
        "1 April 2015 to 1 May 2015, 1 month",
        "6 months in all",
      ],
      ["Index incident type", "Suicide (fatal)"],
      ["Why this type", "Page 2", "Page 3"],
      ["Index children", "Boy of 15, died", "Girl under 1 (outcome not recorded)"],
      ["Mother’s age at birth of first child", "19"],
      ["Practice strengths and shortcomings", "Shortcoming, Recording: No note of the visit"],
      ["Actions", "A letter: Done"],
      ["In the analysis", "Yes"],
    ]);
  });

  it("says nothing for what is not recorded, and leaves out what is asked at times", () => {
    expect(lines(bare)).toEqual([
      ["Sample", "2016"],
      ["Kind of submission"],
      ["SCR methodology"],
      ["Case type", "Private law, WTFH only"],
      ["Involvement with the index child"],
      ["Involvement periods"],
      ["Index incident type", "Suicide (fatal)"],
      ["Why this type"],
      ["Index children"],
      ["Mother’s age at birth of first child"],
      ["Practice strengths and shortcomings"],
      ["Actions"],
      ["In the analysis", "Yes"],
    ]);
  });

  it("gives the mother’s age one way, and the reason for leaving a case out", () => {
    const record = { ...bare, motherAgeBand: "unknown" as const };
    expect(sectionInWords("children", record, lists).map(({ label }) => label)).toEqual([
      "Index children",
      "Mother’s age, where not given in years",
    ]);
    const excluded = { ...bare, included: false, exclusionReason: "Withdrawn" };
    expect(sectionInWords("analysis", excluded, lists).map((one) => one.lines)).toEqual([
      ["No, excluded"],
      ["Withdrawn"],
    ]);
  });

  it("names an open period, and a child of whom nothing is known", () => {
    expect(periodInWords({ startDate: "2015-04-01", endDate: null, subject: "child" })).toBe(
      "Since 1 April 2015, still open, the index child",
    );
    expect(childInWords({ ageYears: null, sex: null, outcome: null })).toBe(
      "Child (age and sex and outcome not recorded)",
    );
  });
});

describe("what changed between two records", () => {
  it("is told fact by fact, before and after", () => {
    const after = { ...bare, incidentType: "neglect_fatal", children: full.children.slice(0, 1) };
    expect(changesInWords(bare, after, lists)).toEqual([
      {
        fact: "incidentType",
        label: "Index incident type",
        before: ["Suicide (fatal)"],
        after: ["Neglect (fatal)"],
      },
      { fact: "children", label: "Index children", before: [], after: ["Boy of 15, died"] },
    ]);
    expect(changesInWords(full, { ...full }, lists)).toEqual([]);
  });

  it("moves the outputs that the fact goes into, in the order of the report", () => {
    expect(outputsMoved(bare, { ...bare, incidentType: "other" })).toEqual([
      "Table 9, index incidents",
      "The dataset and its files",
    ]);
    expect(outputsMoved(bare, { ...bare, caseType: "public_s31", motherAge: 20 })).toEqual([
      "Table 6, case types",
      "Table 8, mother’s age at birth of first child",
      "Table 10, average risk rating by case type",
      "Lowest and highest risk rating by law group",
      "Chart 2, public beside private law",
      "The mean risk rating at the earlier case mix",
      "Mean risk rating, with intervals",
      "Table 10, by who decides",
      "Lowest and highest risk rating, by who decides",
      "Chart 2, by who decides",
      "The dataset and its files",
    ]);
    expect(outputsMoved(bare, { ...bare, periods: full.periods })).toEqual([
      "Table 5, months of involvement",
      "Mean months, with intervals",
      "The dataset and its files",
    ]);
    expect(outputsMoved(bare, { ...bare, practice: full.practice })).toEqual([
      "Practice strengths by sample",
      "Practice shortcomings by sample",
      "The dataset and its files",
    ]);
    expect(outputsMoved(bare, bare)).toEqual([]);
    expect(outputsMoved({ ...bare, caseTypeDetail: "A supervision order" }, bare)).toEqual([
      "“Which kind”, which becomes blank",
      "The dataset and its files",
    ]);
  });

  it("moves agreement by sample when it is another sample", () => {
    const moved = outputsMoved(bare, { ...bare, sample: "2015" });
    expect(moved).toHaveLength(28);
    expect(moved.slice(-8)).toEqual([
      "Themes of Other by sample",
      "Agreement between coders by sample",
      "Mean risk rating, by who decides",
      "Table 10, by who decides",
      "Lowest and highest risk rating, by who decides",
      "Chart 1, by who decides",
      "Chart 2, by who decides",
      "The dataset and its files",
    ]);
    // Whoever is left out of the analysis was rated all the same.
    const left = { ...bare, included: false, exclusionReason: "Withdrawn" };
    expect(outputsMoved(bare, left)).not.toContain("Agreement between coders by sample");
  });

  it("goes into the same outputs through its code list", () => {
    expect(outputsOfList("incident_type")).toEqual([
      "Table 9, index incidents",
      "The dataset and its files",
    ]);
    expect(outputsOfList("action_status")).toEqual(["The dataset and its files"]);
  });
});

describe("a record that does not fit together", () => {
  const warnings = (record: CaseRecord) =>
    warningsOf(record, lists).map(({ section, message }) => [section, message]);
  const notFatal = { ...bare, incidentType: "sexual_abuse" };

  it("is not warned about when it does", () => {
    expect(warnings(full)).toEqual([]);
    expect(warnings(notFatal)).toEqual([]);
  });

  it("has periods that overlap, or are still open", () => {
    const periods = [
      { startDate: "2014-01-01", endDate: "2014-03-01", subject: null },
      { startDate: "2014-02-01", endDate: null, subject: null },
    ];
    expect(warnings({ ...notFatal, periods })).toEqual([
      [
        "involvement",
        "Two periods overlap: 1 January 2014 to 1 March 2014, 2 months; and Since 1 February 2014, still open.",
      ],
      [
        "involvement",
        "A period counts no months until it ends: Since 1 February 2014, still open.",
      ],
    ]);
  });

  it("has a fatal incident and no child who died, or the reverse", () => {
    const children = [{ ageYears: 4, sex: null, outcome: "survived" as const }];
    expect(warnings({ ...bare, children })).toEqual([
      ["children", "The incident type is fatal, and no index child is recorded as having died."],
    ]);
    expect(warnings(bare)).toEqual([
      ["children", "The incident type is fatal, and no index child is recorded."],
    ]);
    expect(warnings({ ...full, incidentType: "sexual_abuse" })).toEqual([
      [
        "incident",
        "The incident type is not fatal, and an index child is recorded as having died.",
      ],
    ]);
  });

  it("has a child of whom nothing is recorded, which a save of the section leaves out", () => {
    const nobody = { ageYears: null, sex: null, outcome: null };
    const record = { ...notFatal, children: [{ ...nobody, ageYears: 0 }, nobody] };
    expect(warnings(record)).toEqual([
      [
        "children",
        "Nothing is recorded of child 2: it is left out when “Children and mother” is saved, unless something is given there.",
      ],
    ]);
    const rows = [
      { ageYears: "0", sex: "", outcome: "" },
      { ageYears: "", sex: "", outcome: "" },
    ];
    expect(readSection("children", { fields: {}, rows }, record, lists)).toMatchObject({
      value: { children: [{ ageYears: 0 }] },
    });
  });

  it("has texts that look as if they could tell who it is about, each fact once", () => {
    const record = {
      ...notFatal,
      incidentRationale: "DOB 01/05/2001, see page 2",
      practice: [
        { kind: "strength", theme: "recording", description: "Seen at AB99 9ZZ" },
        { kind: "strength", theme: "recording", description: "Judgment in ZZ99C00123, AB99 9YY" },
      ],
      actions: [{ description: "A letter", status: null }],
    } as const;
    expect(warnings(record)).toEqual([
      [
        "incident",
        "Why this type: this looks like a date of birth. Leave out what could tell who it is about.",
      ],
      [
        "practice",
        "Practice strengths and shortcomings: this looks like a court case number and a postcode. Leave out what could tell who it is about.",
      ],
    ]);
  });

  it("has a case type that does not say which", () => {
    expect(warnings({ ...full, caseTypeDetail: "" })).toEqual([
      ["case", "The case type is “Public law, other”, and it does not say which."],
    ]);
  });
});

describe("how much is recorded", () => {
  it.each<[Section, Partial<CaseRecord>, string]>([
    ["case", {}, "part"],
    ["case", { submissionKind: "full_report" }, "part"],
    ["case", { submissionKind: "full_report", methodology: "unclear" }, "complete"],
    ["involvement", {}, "nothing"],
    ["involvement", { involvement: "at_time" }, "part"],
    ["involvement", { involvement: "none" }, "complete"],
    ["involvement", { involvement: "at_time", periods: full.periods }, "complete"],
    ["incident", {}, "part"],
    ["incident", { incidentRationale: "Page 2" }, "complete"],
    ["children", {}, "nothing"],
    ["children", { children: full.children }, "part"],
    ["children", { children: full.children, motherAgeBand: "unknown" }, "complete"],
    ["practice", {}, "nothing"],
    ["practice", { practice: full.practice }, "complete"],
    ["actions", { actions: full.actions }, "complete"],
    ["analysis", {}, "complete"],
  ])("of the section %s with %o: %s", (section, facts, progress) => {
    expect(progressOf(section, { ...bare, ...facts })).toBe(progress);
  });

  it.each<[Section, Partial<CaseRecord>, string[]]>([
    ["case", {}, ["submissionKind", "methodology"]],
    ["case", { submissionKind: "full_report" }, ["methodology"]],
    ["case", { submissionKind: "full_report", methodology: "unclear" }, []],
    ["involvement", { involvement: "at_time" }, ["periods"]],
    ["involvement", { involvement: "none" }, []],
    ["involvement", { periods: full.periods }, ["involvement"]],
    ["incident", {}, ["incidentRationale"]],
    ["children", { children: full.children }, ["motherAge"]],
    ["children", { motherAge: 19 }, ["children"]],
    ["children", { children: full.children, motherAgeBand: "unknown" }, []],
    ["practice", {}, ["practice"]],
    ["actions", {}, ["actions"]],
    ["analysis", {}, []],
  ])("of the section %s with %o is missing: %j", (section, facts, missing) => {
    expect(factsMissing(section, { ...bare, ...facts })).toEqual(missing);
  });

  it("goes from section to section, in the order of the pages", () => {
    expect(sectionAfter("case")).toBe("involvement");
    expect(sectionAfter("actions")).toBe("analysis");
    expect(sectionAfter("analysis")).toBeNull();
  });
});
