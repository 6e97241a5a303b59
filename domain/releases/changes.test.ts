import { describe, expect, it } from "vitest";
import { emptyRecord } from "../case-record/case-record";
import { type CodeLists, firstCodeLists } from "../code-lists/code-lists";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import { everything } from "../dataset/choice";
import { changeOfCase, changesOfLists, type DatasetChanges, isSame } from "./changes";
import { changesAsText } from "./words";

const codebook = readCodebook(firstCodebook);
const lists = firstCodeLists;
const record = emptyRecord({ sample: "2016", caseType: "public_s31", incidentType: "suicide" });
const levels = Object.fromEntries(
  codebook.factors.map(({ key, levels: own }) => [key, own.at(-1)?.key ?? ""]),
);
const none = { record: [], reopening: [], levels: {} };
const state = { record, levels, version: null, unrated: false };

/** The first lists, with suicide merged into "other". */
const merged: CodeLists = {
  ...lists,
  incident_type: {
    ...lists.incident_type,
    version: 2,
    values: lists.incident_type.values.map((value) =>
      value.key === "suicide" ? { ...value, offered: false, mergedInto: "other" } : value,
    ),
  },
};

describe("what changed of a case", () => {
  it("is each fact and each level that is another, with the reasons", () => {
    const after = {
      record: { ...record, motherAge: 19 },
      levels: { ...levels, neglect: "high", other: "low" },
      ...{ version: 2, unrated: false },
    };
    const reasons = {
      record: ["Page 2"],
      reopening: ["A chronology came in"],
      levels: { neglect: "Page 4", domestic_violence: "Page 5" },
    };
    expect(changeOfCase("2016-01", state, after, reasons, { lists, codebook })).toEqual({
      reference: "2016-01",
      facts: [
        {
          fact: "motherAge",
          label: "Mother’s age at birth of first child",
          before: [],
          after: ["19"],
        },
      ],
      recordReasons: ["Page 2"],
      version: 2,
      ...{ rated: false, unrated: false },
      reopeningReasons: ["A chronology came in"],
      levels: [
        { factor: "Neglect", before: "Not indicated", after: "High", reason: "Page 4" },
        { factor: "Other", before: "Not indicated", after: "Low", reason: "" },
      ],
    });
  });

  it("is that it has ratings, and no level, when it had none", () => {
    const before = { record, levels: null };
    const after = { ...state, version: 1 };
    expect(changeOfCase("2016-01", before, after, none, { lists, codebook })).toMatchObject({
      version: 1,
      rated: true,
      levels: [],
    });
  });

  it("is not a value that was merged in its list since", () => {
    const after = { ...state, record: { ...record, incidentType: "other" } };
    const change = changeOfCase("2016-01", state, after, none, { lists: merged, codebook });
    expect(change.facts).toEqual([]);
    const before = changeOfCase("2016-01", state, after, none, { lists, codebook });
    expect(before.facts).toHaveLength(1);
  });
});

it("what changed in the code lists stands by the name of the list", () => {
  expect(changesOfLists(lists, lists)).toEqual([]);
  expect(changesOfLists(lists, merged)).toEqual([
    { label: "Index incident types", changes: ["“Suicide” counts as “Other”"] },
  ]);
});

const nothing: DatasetChanges = { added: [], takenOut: [], cases: [], lists: [], codebook: null };

it.each<[string, Partial<DatasetChanges>]>([
  ["a case more", { added: ["2016-01"] }],
  ["a case less", { takenOut: ["2016-01"] }],
  ["a list", { lists: [{ label: "Case types", changes: ["“Other” is new"] }] }],
  ["the codebook", { codebook: { before: "0.1", after: "0.2" } }],
])("%s is a change", (_, changes) => {
  expect(isSame(nothing)).toBe(true);
  expect(isSame({ ...nothing, ...changes })).toBe(false);
});

describe("in words", () => {
  it("says that nothing has changed", () => {
    expect(changesAsText("Changes", nothing, everything)).toEqual([
      ...["Changes", "", "Nothing has changed."],
    ]);
  });

  it("names each case and what it is about", () => {
    const change = { ...nothing, added: ["2016-04"], takenOut: ["2012-02", "2012-03"] };
    const before = { record, levels: null };
    const rated = changeOfCase("2016-01", before, { ...state, version: 1 }, none, {
      lists,
      codebook,
    });
    const hidden = { record, levels: null, version: null, unrated: true };
    const unrated = changeOfCase("2016-02", state, hidden, none, { lists, codebook });
    const whole = {
      ...change,
      cases: [rated, unrated],
      codebook: { before: "0.1", after: "0.2" },
    };
    expect(changesAsText("Changes", whole, { ...everything, freeText: false })).toEqual([
      "Changes",
      ...["", "Cases added", "- 2016-04"],
      ...["", "Cases taken out", "- 2012-02", "- 2012-03"],
      ...["", "Agreed ratings changed", "- 2016-01, version 1: has agreed ratings now"],
      "- 2016-02: has no agreed ratings now",
      ...["", "Codebook changed", "- Version 0.1 before, version 0.2 now"],
    ]);
  });
});
