import { expect, test } from "vitest";
import { type CaseRecord, emptyRecord } from "./case-record";
import {
  holdsUntold,
  sectionsUntold,
  sectionsWrittenOver,
  untold,
  withoutRatingsTold,
  withTextsTold,
} from "./own-words";

const record: CaseRecord = {
  ...emptyRecord({ sample: "2016", caseType: "public_other", incidentType: "suicide" }),
  caseTypeDetail: "A supervision order",
  incidentRationale: "Page 2",
  practice: [
    { kind: "strength", theme: "recording", description: "Page 3" },
    { kind: "strength", theme: "recording", description: "" },
  ],
  actions: [{ description: "A letter to the board", status: "done" }],
  included: false,
  exclusionReason: "Too thin",
};

test("a record tells the texts that are told, and says of the others that they are not", () => {
  expect(withTextsTold(record, new Set(["Page 2", "Page 3"]))).toEqual({
    ...record,
    caseTypeDetail: "Written after the case opened, so not shown yet",
    actions: [{ description: "Written after the case opened, so not shown yet", status: "done" }],
    exclusionReason: "Written after the case opened, so not shown yet",
  });
});

test("the dataset has a case without its ratings without what is not told, but for why it is left out", () => {
  expect(withoutRatingsTold(record, new Set(["Page 2", "Page 3"]))).toEqual({
    ...record,
    caseTypeDetail: "Written after the case opened, so not shown yet",
    actions: [{ description: "Written after the case opened, so not shown yet", status: "done" }],
  });
});

test("the sections that would be written over are named, but not why the case is left out", () => {
  const told = withTextsTold(record, new Set(["Page 2", "Page 3"]));
  expect(sectionsUntold(record, told)).toEqual(["case", "actions"]);
  expect(sectionsUntold(record, { ...record, exclusionReason: untold })).toEqual([]);
  expect(sectionsUntold(record, record)).toEqual([]);
});

test("a change writes over a section where it differs from what is told of it, whatever stands there", () => {
  const told = withTextsTold(record, new Set(["Page 2", "Page 3"]));
  const stands = { record, told };
  expect(sectionsWrittenOver(stands, told)).toEqual([]);
  expect(sectionsWrittenOver(stands, { ...told, actions: record.actions })).toEqual(["actions"]);
  expect(sectionsWrittenOver(stands, { ...told, actions: [], sample: "2017" })).toEqual([
    "case",
    "actions",
  ]);
  const elsewhere = { incidentRationale: "Page 9", practice: [], included: true };
  expect(sectionsWrittenOver(stands, { ...told, ...elsewhere })).toEqual([]);
});

test("facts are found that have what stands in place of a text", () => {
  expect(holdsUntold(record)).toBe(false);
  expect(holdsUntold({})).toBe(false);
  const point = { kind: "strength", theme: "recording", description: untold } as const;
  for (const facts of [
    { caseTypeDetail: untold },
    { incidentRationale: untold },
    { exclusionReason: untold },
    { practice: [point] },
    { actions: [{ description: untold, status: null }] },
  ])
    expect(holdsUntold({ ...record, ...facts })).toBe(true);
});
