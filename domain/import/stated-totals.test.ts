import { expect, test } from "vitest";
import { emptyRecord } from "../case-record/case-record";
import { firstCodeLists } from "../code-lists/code-lists";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import { labelsOfTotals, totalsCompared } from "./stated-totals";

const codebook = readCodebook(firstCodebook);
const book = { lists: firstCodeLists, codebook, codebookOf: () => codebook };
const known = { sample: "2012", caseType: "public_s31", incidentType: "suicide" };
const each = {
  reference: "2012-01",
  origin: "imported",
  record: {
    ...emptyRecord(known),
    motherAge: 20,
    periods: [
      { startDate: "2010-01-01", endDate: "2010-03-01", subject: null },
      { startDate: "2011-01-01", endDate: "2013-03-01", subject: null },
    ],
    children: [
      { ageYears: 0, sex: null, outcome: "died" },
      { ageYears: 17, sex: null, outcome: "survived" },
    ],
  },
  levels: Object.fromEntries(
    codebook.factors.map(({ key, levels }) => [key, levels[0]?.key ?? ""]),
  ),
  version: null,
  codebookVersion: codebook.version,
  committedOn: null,
} as const;
const compared = totalsCompared(book);

test.each([
  ["risk_rating", 39, 38, "39"],
  ["law_group", "PUBLIC", "private", "Public law"],
  ["law_group", "public  law", "Private law", "Public law"],
  ["fatal", "Yes", "no", "Yes"],
  ["involvement_months", "28", "29.5", "28"],
  ["involvement_months", "28.0", "about 28", "28"],
  ["involvement_months_band", "25 to 36", "13 to 24", "25 to 36"],
  ["index_children", 2, 3, "2"],
  ["index_children_died", "1", "2", "1"],
  ["mother_age_at_first_birth", "Under 21", "unknown", "Under 21"],
  ["age_band", "under 1, 16 to 17", "Under 1", "Under 1, 16 to 17"],
  ["period_months_2", "26.0", 6, "26"],
])("%s stated as %s is the same, and as %s is not", (field, same, other, computed) => {
  expect(compared(each, { [field]: same })).toEqual([]);
  expect(compared(each, { [field]: other })).toEqual([{ field, stated: String(other), computed }]);
});

test("a blank states nothing, and where there is nothing to compute anything differs", () => {
  const unknown = { ...each, record: emptyRecord(known), levels: null };
  const open = [{ ageYears: null, sex: null, outcome: null }];
  expect(compared(unknown, { risk_rating: "", index_children: " " })).toEqual([]);
  expect(
    compared(unknown, {
      ...{ risk_rating: 0, involvement_months: " 0 ", age_band: "None", period_months_1: 3 },
    }),
  ).toEqual([
    { field: "risk_rating", stated: "0", computed: null },
    { field: "involvement_months", stated: "0", computed: null },
    { field: "age_band", stated: "None", computed: null },
    { field: "period_months_1", stated: "3", computed: null },
  ]);
  expect(
    compared({ ...each, record: { ...each.record, children: open } }, { age_band: "1 to 5" }),
  ).toEqual([{ field: "age_band", stated: "1 to 5", computed: null }]);
});

test("what can be stated is what is computed, by name and label", () => {
  const labels = {
    mother_age_at_first_birth: "Mother’s age at birth of first child",
    risk_rating: "Risk rating",
    law_group: "Law group",
    fatal: "Fatal",
    involvement_months: "Months of involvement",
    involvement_months_band: "Months of involvement, band",
    index_children: "Index children",
    index_children_died: "Index children who died",
    age_band: "Age bands of the index children",
    period_months_12: "Months of period 12",
  };
  const labelOf = labelsOfTotals(book);
  expect(Object.fromEntries(Object.keys(labels).map((name) => [name, labelOf(name)]))).toEqual(
    labels,
  );
  expect(labelOf("neglect")).toBe("");
  expect(() => compared(each, { neglect: 3 })).toThrow("There is no total neglect");
});
