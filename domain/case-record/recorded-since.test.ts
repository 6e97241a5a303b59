import { expect, it } from "vitest";
import { type Recorded, recordedSince } from "./recorded-since";

const lena = { at: "2016-07-01T13:30:00.000Z", who: "Lena" };
const type = { fact: "incidentType", label: "Index incident type", before: ["Other"] } as const;
const why = { fact: "incidentRationale", label: "Why this type", before: [] } as const;

const revisions: Recorded[] = [
  { ...lena, who: null, changes: [{ ...type, after: ["Suicide (fatal)"] }] },
  {
    ...lena,
    changes: [
      { ...type, after: ["Sexual abuse"] },
      { ...why, after: ["Page 2", "Page 3"] },
    ],
  },
];

it("says of each fact of the section what is recorded now, and who changed it last", () => {
  expect(recordedSince("incident", revisions)).toEqual([
    {
      field: "incidentType",
      message:
        "Index incident type, now recorded: Suicide (fatal). Changed by Concord, 1 July 2016, 14:30.",
    },
    {
      field: "incidentRationale",
      message: "Why this type, now recorded: Page 2; Page 3. Changed by Lena, 1 July 2016, 14:30.",
    },
  ]);
});

it("says nothing of other sections", () => {
  expect(recordedSince("children", revisions)).toEqual([]);
});

it("says so where nothing is recorded any more, and shortens a long text", () => {
  const changes = [
    { ...type, after: [] },
    { ...why, after: ["x".repeat(300)] },
  ];
  expect(recordedSince("incident", [{ ...lena, changes }]).map(({ message }) => message)).toEqual([
    "Index incident type, now recorded: nothing. Changed by Lena, 1 July 2016, 14:30.",
    `Why this type, now recorded: ${"x".repeat(200)} …. Changed by Lena, 1 July 2016, 14:30.`,
  ]);
});
