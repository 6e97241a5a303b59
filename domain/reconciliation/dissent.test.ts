import { describe, expect, it } from "vitest";
import { dissentSchema, standingDissents } from "./dissent";

const entry = (assignmentId: string, level: string, stands = true) => ({
  assignmentId,
  factor: "neglect",
  level,
  stands,
});
const [a, b] = [entry("a", "high"), entry("b", "high")];

describe("the dissents that stand", () => {
  it.each([
    ["none without an entry", [], "high", []],
    ["one of each coder", [a, b], "high", [a, b]],
    ["not what was withdrawn", [a, b, entry("a", "high", false)], "high", [b]],
    ["again when recorded again", [a, entry("a", "high", false), a], "high", [a]],
    ["not those from another level", [a, b, entry("b", "low")], "low", [entry("b", "low")]],
    ["not when only the level before was dissented from", [a], "medium", []],
    ["the newest of a coder alone", [a, entry("a", "low")], "high", []],
  ])("%s", (_, entries, level, expected) => {
    expect(standingDissents(entries, level)).toEqual(expected);
  });
});

describe("a dissent as entered", () => {
  const entered = { factor: "neglect", reason: " Page 4\r\nand 5 ", seenRevision: 1 };
  it("keeps its reason, without spaces round it", () => {
    expect(dissentSchema.parse(entered).reason).toBe("Page 4\nand 5");
  });
  it.each([
    [" \n", "Enter a reason for your dissent"],
    ["x".repeat(4001), "Shorten the reason to 4,000 characters"],
  ])("needs a reason of 1 to 4,000 characters", (reason, message) => {
    const found = dissentSchema.safeParse({ ...entered, reason });
    expect(found.error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});
