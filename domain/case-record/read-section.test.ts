import { describe, expect, it } from "vitest";
import { type CodeLists, firstCodeLists } from "../code-lists/code-lists";
import { emptyRecord, type Section } from "./case-record";
import { readSection, type TypedSection } from "./read-section";

const held = emptyRecord({ sample: "2016", caseType: "public_s31", incidentType: "other" });

const read = (
  section: Section,
  fields: TypedSection["fields"],
  rows: TypedSection["rows"] = [],
  record = held,
  lists: CodeLists = firstCodeLists,
) => readSection(section, { fields, rows }, record, lists);

const problemsOf = (outcome: ReturnType<typeof read>) =>
  outcome.kind === "refused"
    ? outcome.problems.map(({ field, message }) => [field, message])
    : outcome.kind;

const theCase = {
  sample: " 2015 ",
  submissionKind: "full_report",
  methodology: "",
  caseType: "public_other",
  caseTypeDetail: " A supervision order ",
};

describe("the section on the case", () => {
  it("is read as it was typed, without the blanks around it", () => {
    expect(read("case", theCase)).toEqual({
      kind: "done",
      value: {
        sample: "2015",
        submissionKind: "full_report",
        methodology: null,
        caseType: "public_other",
        caseTypeDetail: "A supervision order",
      },
    });
  });

  it("keeps which kind it was only for a case type that asks", () => {
    const record = { ...held, caseType: "public_other", caseTypeDetail: "A supervision order" };
    expect(read("case", { ...theCase, caseType: "private_wtfh" }, [], record)).toMatchObject({
      value: { caseTypeDetail: "" },
    });
  });

  it("keeps which kind it was beside the same case type, whether that asks or not", () => {
    const record = { ...held, caseType: "private_wtfh", caseTypeDetail: "A supervision order" };
    const typed = { ...theCase, caseType: "private_wtfh", methodology: "hybrid" };
    expect(read("case", typed, [], record)).toMatchObject({
      value: { methodology: "hybrid", caseTypeDetail: "A supervision order" },
    });
    expect(read("case", { ...typed, caseTypeDetail: "" }, [], record)).toMatchObject({
      value: { caseTypeDetail: "" },
    });
    expect(problemsOf(read("case", { ...typed, caseTypeDetail: "Another" }, [], record))).toEqual([
      ["caseTypeDetail", "Leave this blank: “Private law, WTFH only” says which kind it was"],
    ]);
  });

  it("does not drop which kind it was where somebody has typed it anew", () => {
    expect(problemsOf(read("case", { ...theCase, caseType: "private_wtfh" }))).toEqual([
      ["caseTypeDetail", "Leave this blank: “Private law, WTFH only” says which kind it was"],
    ]);
  });

  it("is refused with a character that no file can have", () => {
    expect(
      problemsOf(read("case", { ...theCase, caseTypeDetail: "A\0 supervision order" })),
    ).toEqual([
      ["caseTypeDetail", "Take out the character that cannot be shown, or type this text anew"],
    ]);
  });

  it("is refused with each problem beside its field", () => {
    const typed = { ...theCase, sample: "", caseType: "", methodology: "scoring" };
    expect(problemsOf(read("case", typed))).toEqual([
      ["sample", "Enter the sample, such as 2015"],
      ["methodology", "Select one of the list"],
      ["caseType", "Select the case type"],
    ]);
    expect(problemsOf(read("case", { ...theCase, caseType: "public" }))).toEqual([
      ["caseType", "Select one of the list"],
    ]);
    expect(problemsOf(read("case", { ...theCase, caseTypeDetail: "x".repeat(201) }))).toEqual([
      ["caseTypeDetail", "Shorten this to 200 characters"],
    ]);
  });

  it("keeps a value that is no longer offered where the record has it, and nowhere else", () => {
    const values = firstCodeLists.methodology.values.map((value) => ({
      ...value,
      offered: value.key !== "scie",
    }));
    const lists = { ...firstCodeLists, methodology: { ...firstCodeLists.methodology, values } };
    const typed = { ...theCase, methodology: "scie" };
    const record = { ...held, methodology: "scie" };
    expect(read("case", typed, [], record, lists)).toMatchObject({
      value: { methodology: "scie" },
    });
    expect(problemsOf(read("case", typed, [], held, lists))).toEqual([
      ["methodology", "Select one of the list"],
    ]);
  });
});

describe("the section on children", () => {
  const child = { ageYears: "4", sex: "female", outcome: "survived" };
  const blank = { ageYears: " ", sex: "", outcome: "" };
  const mother = { motherAge: "", motherAgeBand: "" };

  it("leaves out rows in which nothing stands, and takes what is not recorded for that", () => {
    const rows = [child, blank, { ...blank, sex: "male" }, { ...child, ageYears: "0" }];
    expect(read("children", mother, rows)).toEqual({
      kind: "done",
      value: {
        children: [
          { ageYears: 4, sex: "female", outcome: "survived" },
          { ageYears: null, sex: "male", outcome: null },
          { ageYears: 0, sex: "female", outcome: "survived" },
        ],
        motherAge: null,
        motherAgeBand: null,
      },
    });
  });

  it("takes the mother’s age, or what is known in place of it, and not both", () => {
    expect(read("children", { motherAge: "19", motherAgeBand: "" })).toMatchObject({
      value: { motherAge: 19, motherAgeBand: null },
    });
    expect(read("children", { motherAge: "", motherAgeBand: "unknown" })).toMatchObject({
      value: { motherAge: null, motherAgeBand: "unknown" },
    });
    expect(problemsOf(read("children", { motherAge: "19", motherAgeBand: "21_25" }))).toEqual([
      ["motherAgeBand", "Give the age or what is known in place of it, not both"],
    ]);
  });

  it.each(["18", "-1", "4.5", "four", "00004", "1e1"])(
    "refuses an age of “%s”, in its row",
    (age) => {
      expect(problemsOf(read("children", mother, [blank, { ...child, ageYears: age }]))).toEqual([
        ["children.1.ageYears", "Child 2, age: enter a whole number from 0 to 17"],
      ]);
    },
  );

  it("says which row is meant as the page counts them, in the order of the page", () => {
    const [tooOld, takenOut] = [{ ...child, ageYears: "18" }, {}];
    const typed = { motherAge: "9", motherAgeBand: "" };
    expect(problemsOf(read("children", typed, [tooOld, takenOut, blank, tooOld]))).toEqual([
      ["children.0.ageYears", "Child 1, age: enter a whole number from 0 to 17"],
      ["children.3.ageYears", "Child 3, age: enter a whole number from 0 to 17"],
      ["motherAge", "Mother’s age: enter a whole number from 10 to 60"],
    ]);
  });

  it("refuses what is not in a list, and more than 50 children", () => {
    expect(problemsOf(read("children", mother, [{ ...child, outcome: "unknown" }]))).toEqual([
      ["children.0.outcome", "Child 1, outcome: select one of the list"],
    ]);
    expect(problemsOf(read("children", mother, Array(51).fill(child)))).toEqual([
      ["children", "Enter at most 50"],
    ]);
    const withoutOne = [...Array(49).fill(child), blank, child];
    expect(read("children", mother, withoutOne)).toMatchObject({
      value: { children: { length: 50 } },
    });
  });
});

describe("the section on involvement", () => {
  const period = { startDate: "14 October 2014", endDate: "2/3/2015", subject: "family" };
  const involvement = { involvement: "at_time" };

  it("takes dates as people write them, and a period that is still open", () => {
    const rows = [period, { startDate: "2015-04-01", endDate: "", subject: "" }];
    expect(read("involvement", involvement, rows)).toEqual({
      kind: "done",
      value: {
        involvement: "at_time",
        periods: [
          { startDate: "2014-10-14", endDate: "2015-03-02", subject: "family" },
          { startDate: "2015-04-01", endDate: null, subject: null },
        ],
      },
    });
  });

  it.each([
    [{ startDate: "" }, "startDate", "start: enter the day on which it started"],
    [
      { startDate: "31/2/2014" },
      "startDate",
      "start: enter a date that exists, such as 14 October 2014",
    ],
    [
      { startDate: "1/1/0214" },
      "startDate",
      "start: enter a date from 1 March 1900 on, such as 14 October 2014",
    ],
    [{ endDate: "soon" }, "endDate", "end: enter a date that exists, such as 14 October 2014"],
    [{ endDate: "13 October 2014" }, "endDate", "end: enter a day that is not before the start"],
    [{ subject: "court" }, "subject", "with whom: select one of the list"],
  ])("refuses a period with %o", (change, field, message) => {
    expect(problemsOf(read("involvement", involvement, [{ ...period, ...change }]))).toEqual([
      [`periods.0.${field}`, `Period 1, ${message}`],
    ]);
  });

  it("refuses every field of a period that cannot be taken", () => {
    expect(
      problemsOf(read("involvement", involvement, [{ ...period, startDate: "", endDate: "soon" }])),
    ).toEqual([
      ["periods.0.startDate", "Period 1, start: enter the day on which it started"],
      ["periods.0.endDate", "Period 1, end: enter a date that exists, such as 14 October 2014"],
    ]);
  });
});

describe("the other sections", () => {
  it("the index incident has a type, and says why", () => {
    const typed = { incidentType: "suicide", incidentRationale: " Page 2\r\nand 3 " };
    expect(read("incident", typed)).toMatchObject({
      value: { incidentType: "suicide", incidentRationale: "Page 2\nand 3" },
    });
    expect(problemsOf(read("incident", { incidentRationale: "x".repeat(4001) }))).toEqual([
      ["incidentType", "Select the index incident type"],
      ["incidentRationale", "Shorten this to 4,000 characters"],
    ]);
  });

  it("a point of practice is a strength or a shortcoming, with a theme", () => {
    const point = { kind: "strength", theme: "recording", description: "" };
    expect(read("practice", {}, [point])).toMatchObject({ value: { practice: [point] } });
    expect(
      problemsOf(
        read("practice", {}, [
          { ...point, kind: "" },
          { ...point, theme: "" },
          { ...point, theme: "weather" },
          { kind: "", theme: "", description: "No note of the visit" },
        ]),
      ),
    ).toEqual([
      ["practice.0.kind", "Point 1: select whether it is a strength or a shortcoming"],
      ["practice.1.theme", "Point 2: select the theme"],
      ["practice.2.theme", "Point 3: select one of the list"],
      ["practice.3.kind", "Point 4: select whether it is a strength or a shortcoming"],
      ["practice.3.theme", "Point 4: select the theme"],
    ]);
  });

  it("an action is described, and can have a status", () => {
    const action = { description: "A letter to the board", status: "" };
    expect(read("actions", {}, [action, { ...action, status: "done" }])).toMatchObject({
      value: {
        actions: [
          { description: "A letter to the board", status: null },
          { description: "A letter to the board", status: "done" },
        ],
      },
    });
    expect(problemsOf(read("actions", {}, [{ description: "", status: "done" }]))).toEqual([
      ["actions.0.description", "Action 1: describe the action"],
    ]);
  });

  it("a case is left out of the analysis with a reason, and comes back without one", () => {
    expect(read("analysis", { included: "no", exclusionReason: "Withdrawn" })).toMatchObject({
      value: { included: false, exclusionReason: "Withdrawn" },
    });
    const left = { ...held, included: false, exclusionReason: "Withdrawn" };
    const back = { included: "yes", exclusionReason: "Withdrawn" };
    expect(read("analysis", back, [], left)).toMatchObject({
      value: { included: true, exclusionReason: "" },
    });
    expect(problemsOf(read("analysis", back))).toEqual([
      ["exclusionReason", "Leave this blank, or select that the case is excluded"],
    ]);
    expect(problemsOf(read("analysis", { included: "no", exclusionReason: " " }))).toEqual([
      ["exclusionReason", "Give the reason for exclusion"],
    ]);
    expect(problemsOf(read("analysis", {}))).toEqual([
      ["included", "Select whether the case is in the analysis"],
    ]);
  });
});
