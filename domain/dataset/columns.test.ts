import { describe, expect, it } from "vitest";
import { firstCodeLists } from "../code-lists/code-lists";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import {
  caseColumns,
  childColumns,
  childRow,
  type DatasetRecord,
  longColumns,
  longRows,
  periodColumns,
  periodRow,
  wideColumns,
  wideRow,
} from "./columns";

const book = readCodebook(firstCodebook);
const zeros = Object.fromEntries(
  book.factors.map(({ key }) => [key, key === "child_protection_plan" ? "no" : "not_indicated"]),
);

const committed: DatasetRecord = {
  reference: "2015-07",
  sample: "2015",
  caseType: "public_s31",
  methodology: "hybrid",
  involvement: "at_time",
  incidentType: "neglect_fatal",
  motherAge: null,
  motherAgeBand: "21_25",
  included: true,
  exclusionReason: "",
  levels: { ...zeros, neglect: "high", child_protection_plan: "previously", other: "low" },
  version: 2,
  codebookVersion: "0.1",
  origin: "registered",
  committedOn: "2015-06-30T23:30:00Z",
};

const registered: DatasetRecord = {
  ...committed,
  methodology: null,
  involvement: null,
  motherAgeBand: null,
  levels: null,
  version: null,
  codebookVersion: null,
  committedOn: null,
};

const { other: _other, ...withoutOther } = committed.levels ?? {};

describe("the columns of the dataset", () => {
  it("begin as cases.csv does, and end with what Concord adds", () => {
    expect(wideColumns(book)).toEqual([
      "case_ref",
      "sample",
      "case_type",
      "scr_methodology",
      "involvement",
      "incident_type",
      "mother_age_at_first_birth",
      "included",
      "exclusion_reason",
      "neglect",
      "emotional_abuse",
      "physical_abuse",
      "sexual_abuse",
      "domestic_violence",
      "parental_drug_misuse",
      "parental_alcohol_misuse",
      "parental_mental_health",
      "parental_self_harm_suicide",
      "child_putting_self_at_risk",
      "child_protection_plan",
      "threats_or_abduction",
      "other",
      "risk_rating",
      "version",
      "codebook_version",
      "origin",
      "committed_on",
    ]);
    expect(caseColumns(book)).toEqual(wideColumns(book).slice(0, 22));
  });

  it("of the other files are these", () => {
    expect(longColumns.join()).toBe("case_ref,factor,level,score,version,codebook_version");
    expect(childColumns.join()).toBe("case_ref,age_years,sex,outcome");
    expect(periodColumns.join()).toBe("case_ref,start_date,end_date");
  });
});

describe("a row of the wide form", () => {
  it("has the columns in their order, scores as numbers, and the day in Britain", () => {
    const row = wideRow(book, firstCodeLists, committed);
    expect(Object.keys(row)).toEqual(wideColumns(book));
    expect(Object.values(row)).toEqual([
      "2015-07",
      "2015",
      "public_s31",
      "hybrid",
      "at_time",
      "neglect_fatal",
      "21_25",
      "yes",
      "",
      3,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      2,
      0,
      1,
      6,
      2,
      "0.1",
      "registered",
      "2015-07-01",
    ]);
  });

  it("of a registered case has empty cells where nothing is known, never 0", () => {
    expect(Object.values(wideRow(book, firstCodeLists, registered))).toEqual([
      "2015-07",
      "2015",
      "public_s31",
      "",
      "",
      "neglect_fatal",
      "",
      "yes",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "registered",
      "",
    ]);
  });

  it("of an excluded, imported case says so, and why", () => {
    const row = wideRow(book, firstCodeLists, {
      ...registered,
      included: false,
      exclusionReason: "Chronology only",
      origin: "imported",
    });
    expect([row.included, row.exclusion_reason, row.origin]).toEqual([
      "no",
      "Chronology only",
      "imported",
    ]);
  });

  it("has no risk rating when one score is missing, because a blank is never 0", () => {
    const row = wideRow(book, firstCodeLists, { ...committed, levels: withoutOther });
    expect([row.neglect, row.other, row.risk_rating]).toEqual([3, "", ""]);
  });

  it("has a risk rating of 0 when every score is 0", () => {
    expect(wideRow(book, firstCodeLists, { ...committed, levels: zeros }).risk_rating).toBe(0);
  });

  it("takes a date as it is", () => {
    const row = wideRow(book, firstCodeLists, { ...committed, committedOn: "2016-02-29" });
    expect(row.committed_on).toBe("2016-02-29");
  });

  it("is refused with a level that the factor does not have", () => {
    const levels = { ...zeros, child_protection_plan: "low" };
    expect(() => wideRow(book, firstCodeLists, { ...committed, levels })).toThrow(
      "child_protection_plan has no level low",
    );
  });
});

describe("the rows of the long form", () => {
  it("are 13 for a committed case, one for each factor in codebook order", () => {
    const rows = longRows(book, committed);
    expect(rows.map(({ factor }) => factor)).toEqual(book.factors.map(({ key }) => key));
    expect(rows.map(({ score }) => score)).toEqual([3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1]);
    expect(Object.keys(rows[0] ?? {})).toEqual([...longColumns]);
    expect(rows[10]).toEqual({
      case_ref: "2015-07",
      factor: "child_protection_plan",
      level: "previously",
      score: 2,
      version: 2,
      codebook_version: "0.1",
    });
  });

  it("are none for a case without agreed levels", () => {
    expect(longRows(book, registered)).toEqual([]);
  });

  it("have an empty level and an empty score where a level is missing", () => {
    const row = longRows(book, { ...committed, levels: withoutOther }).at(-1);
    expect([row?.factor, row?.level, row?.score]).toEqual(["other", "", ""]);
  });

  it("are refused with a level that the factor does not have", () => {
    expect(() => longRows(book, { ...committed, levels: { ...zeros, other: "no" } })).toThrow(
      "other has no level no",
    );
  });
});

describe("the rows of the other files", () => {
  it("give a child with an age in years, a baby with 0", () => {
    const child = { reference: "2015-07", ageYears: 0, sex: "female", outcome: "died" } as const;
    expect(Object.entries(childRow(child))).toEqual([
      ["case_ref", "2015-07"],
      ["age_years", 0],
      ["sex", "female"],
      ["outcome", "died"],
    ]);
  });

  it("give a period with its two dates", () => {
    const period = {
      reference: "2015-07",
      startDate: "2012-02-29",
      subject: null,
      endDate: "2012-03-31",
    };
    expect(Object.entries(periodRow(period))).toEqual([
      ["case_ref", "2015-07"],
      ["start_date", "2012-02-29"],
      ["end_date", "2012-03-31"],
    ]);
  });
});
