import { describe, expect, it } from "vitest";
import {
  childOutcomes,
  keysOf,
  motherAgeBands,
  referenceSchema,
  registrationSchema,
  sampleSchema,
  sexes,
} from "./cases";
import { firstCodeLists } from "./code-lists/code-lists";

describe("the fixed lists", () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    [
      "mother's age bands",
      motherAgeBands,
      ["under_21", "21_25", "26_30", "31_35", "36_39", "unknown"],
    ],
    ["sexes", sexes, ["female", "male"]],
    ["outcomes", childOutcomes, ["died", "survived"]],
  ])("give the keys of the %s in order", (_, list, keys) => {
    expect(keysOf(list)).toEqual(keys);
  });

  it("have at least one value", () => {
    expect(() => keysOf({})).toThrow("A code list has at least one value");
  });
});

describe("a reference", () => {
  it.each([
    ["2015-07", "2015-07"],
    ["  2015-07 ", "2015-07"],
    ["A1", "A1"],
    ["newer", "newer"],
    ["x".repeat(30), "x".repeat(30)],
  ])("“%s” is kept as “%s”", (text, reference) => {
    expect(referenceSchema.parse(text)).toBe(reference);
  });

  it.each([
    ["", "Enter a reference, such as 2015-07"],
    ["   ", "Enter a reference, such as 2015-07"],
    ["x".repeat(31), "Enter a reference of at most 30 characters"],
    ["2015/07", "Enter a reference of letters, digits and hyphens, such as 2015-07"],
    ["2015 07", "Enter a reference of letters, digits and hyphens, such as 2015-07"],
    ["-07", "Enter a reference of letters, digits and hyphens, such as 2015-07"],
    ["2015--07", "Enter a reference of letters, digits and hyphens, such as 2015-07"],
    ["../x", "Enter a reference of letters, digits and hyphens, such as 2015-07"],
    ["New", "Enter a reference other than “new”"],
  ])("“%s” is refused", (text, message) => {
    expect(referenceSchema.safeParse(text).error?.issues[0]?.message).toBe(message);
  });
});

describe("a sample", () => {
  it.each([["2015"], ["2016"], ["Pilot 2"], ["2012-2014"], ["All"], ["line"]])(
    "may be called “%s”",
    (sample) => {
      expect(sampleSchema.parse(sample)).toBe(sample);
    },
  );

  it.each([
    ["", "Enter the sample, such as 2015"],
    ["2015,2016", "Enter a sample of letters, digits and hyphens"],
    ["x".repeat(31), "Enter a sample of at most 30 characters"],
  ])("may not be called “%s”", (text, message) => {
    expect(sampleSchema.safeParse(text).error?.issues[0]?.message).toBe(message);
  });
});

describe("a registration", () => {
  const entry = {
    reference: " 2015-07",
    sample: "2015",
    caseType: "public_s31",
    incidentType: "suicide",
  };

  it("has a reference, a sample, a case type and an incident type", () => {
    expect(registrationSchema(firstCodeLists).parse(entry)).toEqual({
      ...entry,
      reference: "2015-07",
    });
  });

  it.each<[string, object, string]>([
    ["no case type", { caseType: "" }, "Select the case type"],
    ["a law group as case type", { caseType: "public" }, "Select the case type"],
    ["no incident type", { incidentType: undefined }, "Select the index incident type"],
  ])("is refused with %s", (_, change, message) => {
    const { error } = registrationSchema(firstCodeLists).safeParse({ ...entry, ...change });
    expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  it("is refused with a field that nobody asked for", () => {
    expect(registrationSchema(firstCodeLists).safeParse({ ...entry, name: "Ann" }).success).toBe(
      false,
    );
  });
});
