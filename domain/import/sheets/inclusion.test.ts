import { describe, expect, test } from "vitest";
import { emptyRecord } from "../../case-record/case-record";
import { firstCodeLists } from "../../code-lists/code-lists";
import { mergedRecord } from "../merge";
import { basics, case1, read, sheetOf } from "./fixtures";

describe("whether a case is in the analysis", () => {
  const included = { included: true, exclusionReason: "" };
  const excluded = { included: false, exclusionReason: "Thin" };
  const both = ["Included?", "Why excluded"];

  test.each([
    ["a blank leaves it out, with its reason", excluded, both, ["", ""], excluded],
    ["a blank leaves it in", included, both, ["", ""], included],
    ["a “No” keeps the reason that is known", excluded, ["Included?"], ["N"], excluded],
    ["a “No” beside a blank does so too", excluded, both, ["N", ""], excluded],
    ["a “Yes” takes it in again", excluded, both, ["Y", ""], included],
    ["a “No” with a reason leaves it out", included, both, ["N", "Thin"], excluded],
    [
      "a reason alone takes the place of the one before",
      excluded,
      ["Why excluded"],
      ["A duplicate"],
      { included: false, exclusionReason: "A duplicate" },
    ],
    ["a blank where a reason could be says nothing", excluded, ["Why excluded"], [""], excluded],
    ["a reason for a case that is in is a fault", included, ["Why excluded"], ["Thin"], undefined],
    ["and beside a blank", included, both, ["", "Thin"], undefined],
    ["a “No” without any reason is a fault", included, ["Included?"], ["N"], undefined],
  ])("%s", (_, before, header, cells, after) => {
    const known = { sample: "2015", caseType: "public_s31", incidentType: "suicide" };
    const { drafts, faults } = read(sheetOf("x", [...basics, ...header], [...case1, ...cells]));
    expect(faults).toEqual([]);
    const standing = { ...emptyRecord(known), ...before };
    const { record } = mergedRecord(standing, drafts[0]?.facts ?? {}, firstCodeLists);
    expect(record).toEqual(after ? { ...standing, ...after } : null);
  });

  test.each([
    ["a blank", both, ["", ""], true],
    ["a word for nothing recorded", ["Included?"], ["n/k"], true],
    ["an answer", both, ["N", "Thin"], undefined],
    ["no column for it", ["Why excluded"], [""], undefined],
  ])("is noted as blank where a column has nothing: %s", (_, header, cells, blank) => {
    const { drafts } = read(sheetOf("x", [...basics, ...header], [...case1, ...cells]));
    expect(drafts[0]?.blankInclusion).toBe(blank);
  });
});
