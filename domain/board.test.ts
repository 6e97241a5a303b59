import { expect, test } from "vitest";
import { type Mark, markOf, marks } from "./board";
import type { Stage } from "./workflow";

const none = { started: false, submitted: false, readAgain: false };
const begun = { started: true, submitted: false, readAgain: false };
const done = { started: true, submitted: true, readAgain: false };
const again = { ...done, readAgain: true };

test.each<[Stage, typeof none, Mark]>([
  ["registered", none, "not_started"],
  ["coding", none, "not_started"],
  ["coding", begun, "started"],
  ["coding", done, "submitted"],
  ["waiting", done, "waiting"],
  ["second_look", done, "to_read_again"],
  ["second_look", again, "read_again"],
  ["open", again, "open"],
  ["open", done, "open"],
  ["reconciling", done, "reconciling"],
  ["reopened", done, "reconciling"],
  ["committed", done, "committed"],
])("in a case that is %s, a coder with %j has the mark %s", (stage, part, mark) => {
  expect(markOf(stage, part)).toBe(mark);
});

test("every mark has words and a symbol of its own", () => {
  const all = Object.values(marks);
  expect(new Set(all.map(({ symbol }) => symbol)).size).toBe(9);
  expect(new Set(all.map(({ label }) => label)).size).toBe(9);
});
