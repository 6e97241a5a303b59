import { expect, test } from "vitest";
import { changedSince, seenOf } from "./commitment";

const round = { round: 1, letters: ["A", "B"], decisions: 13, dissents: 0 };

test("what is seen of a round is its number, its coders, the levels agreed and the dissents", () => {
  expect(seenOf(round)).toBe("1.2.13.0");
  expect(seenOf({ round: 2, letters: ["A", "B", "C"], decisions: 14, dissents: 3 })).toBe(
    "2.3.14.3",
  );
});

test("nothing changed since the page that shows it", () => {
  expect(changedSince("1.2.13.0", round)).toBeNull();
});

const since = (what: string) => `${what} since you opened this page. Check the levels again.`;

test.each([
  ["0.2.13.0", since("The case was committed and reopened")],
  ["1.1.13.0", since("Another coder’s ratings came in")],
  ["1.2.12.0", since("An agreed level was changed")],
  ["1.2.13.1", since("A dissent was recorded or withdrawn")],
  ["1.1.12.1", since("Another coder’s ratings came in")],
  ["", since("The case was committed and reopened")],
  ["1.2.13", since("A dissent was recorded or withdrawn")],
  ["1.2.13.0.0", since("The case was committed and reopened")],
])("a page that saw %j is told what changed first", (seen, told) => {
  expect(changedSince(seen, round)).toBe(told);
});
