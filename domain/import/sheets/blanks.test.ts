import { expect, test } from "vitest";
import { readDrafts } from "./drafts";
import { changeColumns } from "./edit";
import { basics, firstBook, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";
import { matchingSchema } from "./matching";

const header = [...basics, "Methodology", "mother_age_years", "mother_age_at_first_birth", "Why"];
const columns = [
  ...["case_ref", "sample", "case_type", "incident_type", "scr_methodology"],
  ...["mother_age_years", "mother_age_at_first_birth", "incident_rationale"],
];

/** What rows of cases say where blanks say nothing. */
function readKeeping(sample: string, ...rows: string[][]) {
  const sheets = [sheetOf("cases", header, ...rows)];
  const chosen = changeColumns(
    guessMatching(sheets, firstBook, null),
    {
      sample,
      keepsRecorded: true,
      sheets: [{ kind: "cases", headerLine: "1", lastLine: "", columns }],
    },
    [{ first: [{ line: 1, cells: header }] }],
    firstBook,
  );
  if (chosen.kind !== "done") throw new Error(JSON.stringify(chosen));
  const matching = matchingSchema.parse(chosen.value.matching);
  const { drafts, faults } = readDrafts(firstBook, sheets, matching);
  expect(faults).toEqual([]);
  return drafts.map(({ facts, sampleIfNew }) => ({ facts, sampleIfNew }));
}

test("where blanks say nothing, a row says what stands in it alone", () => {
  expect(
    readKeeping(
      "",
      ["2015-01", "", "", "", "", "", "", ""],
      ["2015-02", "2015", "s31", "suicide", "SCIE", "", "Under 21", "Page 2"],
      ["2015-03", "2015", "s31", "suicide", "n/a", "24", "", " "],
    ),
  ).toEqual([
    { facts: {}, sampleIfNew: undefined },
    {
      facts: {
        ...{ sample: "2015", caseType: "public_s31", incidentType: "suicide" },
        ...{ methodology: "scie", motherAgeBand: "under_21", incidentRationale: "Page 2" },
      },
      sampleIfNew: undefined,
    },
    {
      facts: { sample: "2015", caseType: "public_s31", incidentType: "suicide", motherAge: 24 },
      sampleIfNew: undefined,
    },
  ]);
});

test("where blanks say nothing, the sample of rows without one is that of new cases", () => {
  const said = readKeeping(
    "2016",
    ["2016-01", "", "s31", "suicide", "", "", "", ""],
    ["2016-02", "2015", "s31", "suicide", "", "", "", ""],
  );
  expect(said.map(({ facts, sampleIfNew }) => [facts.sample, sampleIfNew])).toEqual([
    [undefined, "2016"],
    ["2015", undefined],
  ]);
});

test("the sample that somebody types is that of new cases, with a column of samples or without", () => {
  const facts = (...sheet: string[][]) => {
    const sheets = [sheetOf("cases", ...sheet)];
    const typed = { ...guessMatching(sheets, firstBook, null), sample: "2015" };
    const { drafts, faults } = readDrafts(firstBook, sheets, typed);
    expect(faults).toEqual([]);
    return drafts.map(({ facts, sampleIfNew }) => ({ facts, sampleIfNew }));
  };
  const others = { caseType: "public_s31", incidentType: "suicide" };
  expect(facts(["Ref", "Case type", "Incident type"], ["2012-01", "s31", "suicide"])).toEqual([
    { facts: others, sampleIfNew: "2015" },
  ]);
  expect(
    facts(basics, ["2012-01", "", "s31", "suicide"], ["2012-02", "2012", "s31", "suicide"]),
  ).toEqual([
    { facts: others, sampleIfNew: "2015" },
    { facts: { ...others, sample: "2012" }, sampleIfNew: undefined },
  ]);
});
