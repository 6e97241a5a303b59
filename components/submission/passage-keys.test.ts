import { expect, it } from "vitest";
import { makeSubmission, type Stretch } from "@/domain/ratings/submission";
import { passageAfterKey } from "./passage-keys";

const submission = makeSubmission([["Seen at home"], ["Not seen", "A letter was left"]], true);
const seen: Stretch = { from: 0, to: 12 };

it.each<[string, string, boolean, Stretch | null, number, string | null]>([
  ["begins with the first paragraph in sight", "ArrowDown", false, null, 13, "Not seen"],
  ["either way", "ArrowUp", false, null, 0, "Seen at home"],
  ["goes on to the next", "ArrowDown", false, seen, 0, "Not seen"],
  ["moves the beginning", "ArrowRight", false, seen, 0, "at home"],
  ["moves the end with Shift", "ArrowLeft", true, seen, 0, "Seen at"],
  ["moves the end over paragraphs", "ArrowRight", true, seen, 0, "Seen at home\nNot"],
  ["moves nothing before something is selected", "ArrowRight", false, null, 0, null],
  ["leaves Shift and ↓ to the browser", "ArrowDown", true, seen, 0, null],
  ["leaves other keys alone", "n", false, seen, 0, null],
])("%s", (_, key, shiftKey, now, firstInSight, expected) => {
  const next = passageAfterKey({ key, shiftKey }, submission, now, firstInSight);
  expect(next && submission.text.slice(next.from, next.to)).toBe(expected);
});
