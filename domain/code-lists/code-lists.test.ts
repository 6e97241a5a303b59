import { describe, expect, it } from "vitest";
import {
  choicesOf,
  codeListNames,
  firstCodeLists,
  keysFor,
  readCodeList,
  valueFor,
} from "./code-lists";

const { case_type: caseTypes, incident_type: incidentTypes, methodology } = firstCodeLists;

describe("the lists that a study starts with", () => {
  it("are the seven of the record", () => {
    expect(Object.keys(firstCodeLists)).toEqual(Object.keys(codeListNames));
    expect(Object.values(firstCodeLists).map(({ name, values }) => [name, values.length])).toEqual([
      ["submission_kind", 3],
      ["methodology", 4],
      ["case_type", 5],
      ["involvement", 4],
      ["incident_type", 9],
      ["practice_theme", 10],
      ["action_status", 4],
    ]);
  });

  it("put each case type in its law group", () => {
    expect(caseTypes.values.map(({ key, lawGroup }) => [key, lawGroup])).toEqual([
      ["public_s31", "public"],
      ["public_other", "public"],
      ["private_wtfh", "private"],
      ["private_wtfh_wafh", "private"],
      ["public_and_private", "public_and_private"],
    ]);
    expect(caseTypes.values.filter((one) => one.asksWhich).map(({ key }) => key)).toEqual([
      "public_other",
    ]);
  });

  it("have five fatal incident types of nine", () => {
    expect(incidentTypes.values.filter(({ fatal }) => fatal).map(({ key }) => key)).toEqual([
      "physical_abuse_fatal",
      "neglect_fatal",
      "spite_revenge_killing",
      "suicide",
      "fatal_drug_overdose",
    ]);
  });
});

describe("a list in which a value was merged", () => {
  const merged = readCodeList("methodology", 2, [
    { key: "traditional", label: "Traditional" },
    { key: "hybrid", label: "Mixed", offered: false, mergedInto: "traditional" },
    { key: "scie", label: "SCIE", offered: false },
  ]);

  it("counts it as the other, and offers only what stands for itself", () => {
    expect(valueFor(merged, "hybrid").key).toBe("traditional");
    expect(valueFor(merged, "scie").label).toBe("SCIE");
    expect(choicesOf(merged).map(({ key }) => key)).toEqual(["traditional"]);
    expect(keysFor(merged, "traditional")).toEqual(["traditional", "hybrid"]);
    expect(keysFor(merged, "scie")).toEqual(["scie"]);
  });

  it("offers what a record has already too", () => {
    expect(choicesOf(merged, "scie", null).map(({ key }) => key)).toEqual(["traditional", "scie"]);
    expect(choicesOf(merged, "hybrid").map(({ key }) => key)).toEqual(["traditional"]);
  });

  it("knows no key that was in no version", () => {
    expect(() => valueFor(methodology, "scoring")).toThrow("methodology has no value scoring");
  });
});

describe("what is no code list", () => {
  const one = { key: "a", label: "A" };
  it.each<[string, object[]]>([
    ["a key twice", [one, { key: "a", label: "B" }]],
    ["a label twice, in capitals or with more blanks", [one, { key: "b", label: " a" }]],
    ["nothing that is offered", [{ ...one, offered: false }]],
    [
      "a value merged into one that is not there",
      [one, { ...one, key: "b", label: "B", offered: false, mergedInto: "c" }],
    ],
    ["a value merged and offered", [one, { key: "b", label: "B", mergedInto: "a" }]],
    [
      "a value merged into one that is not offered",
      [
        one,
        { key: "b", label: "B", offered: false },
        { key: "c", label: "C", offered: false, mergedInto: "b" },
      ],
    ],
    ["a key that is no key", [{ key: "Not indicated", label: "A" }]],
    ["a field that nobody asked for", [{ ...one, score: 1 }]],
  ])("has %s", (_, values) => {
    expect(() => readCodeList("methodology", 1, values)).toThrow();
  });

  it("has case types without a law group, or incident types that do not say if they are fatal", () => {
    expect(() => readCodeList("case_type", 1, [one])).toThrow();
    expect(() => readCodeList("incident_type", 1, [one])).toThrow();
  });
});
