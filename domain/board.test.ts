import { expect, test } from "vitest";
import { type Mark, markOf, marks } from "./board";
import type { Stage } from "./workflow";

const none = { started: false, submitted: false };
const begun = { started: true, submitted: false };
const done = { started: true, submitted: true };

test.each<[Stage, typeof none, Mark]>([
  ["registered", none, "not_started"],
  ["coding", none, "not_started"],
  ["coding", begun, "started"],
  ["coding", done, "submitted"],
  ["open", done, "open"],
  ["reconciling", done, "reconciling"],
  ["reopened", done, "reconciling"],
  ["committed", done, "committed"],
])("in a case that is %s, a coder with %j has the mark %s", (stage, part, mark) => {
  expect(markOf(stage, part)).toBe(mark);
});

test("every mark has words and a symbol of its own", () => {
  const all = Object.values(marks);
  expect(new Set(all.map(({ symbol }) => symbol)).size).toBe(6);
  expect(new Set(all.map(({ label }) => label)).size).toBe(6);
});
