import { expect, test } from "vitest";
import { done, refused } from "./outcome";
import { reasonFrom, reasonSchema } from "./reason";

const missing = "Enter a reason for it";

test.each([
  ["  Page 4\r\nand page 9 ", done("Page 4\nand page 9")],
  ["", refused("reason", missing)],
  [" \n ", refused("reason", missing)],
  ["x".repeat(4000), done("x".repeat(4000))],
  ["x".repeat(4001), refused("reason", "Shorten the reason to 4,000 characters")],
])("a reason that must be given: %j", (typed, expected) => {
  expect(reasonFrom(typed, missing)).toEqual(expected);
});

test("where none is needed a blank is one", () => {
  expect(reasonSchema().parse("  ")).toBe("");
});
