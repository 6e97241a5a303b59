import { expect, test } from "vitest";
import { changedSince, seenOf } from "./commitment";

const round = {
  ...{ round: 1, letters: ["A", "B"], decisions: 13, dissents: 0 },
  ...{ secondPersonConfirms: false, proposal: null, sentBack: null },
};

test("what is seen of a round is its number, coders, levels, dissents, and its proposals", () => {
  expect(seenOf(round)).toBe("1.2.13.0.0.0.0");
  const more = { round: 2, letters: ["A", "B", "C"], decisions: 14, dissents: 3 };
  const asked = { ...round, ...more, secondPersonConfirms: true };
  expect(seenOf({ ...asked, proposal: { revision: 4 } })).toBe("2.3.14.3.1.4.0");
  expect(seenOf({ ...asked, sentBack: { revision: 4 } })).toBe("2.3.14.3.1.0.4");
});

test("nothing changed since the page that shows it", () => {
  expect(changedSince("1.2.13.0.0.0.0", round)).toBeNull();
});

const since = (what: string) => `${what} since you opened this page. Check the levels again.`;

test.each([
  ["0.2.13.0.0.0.0", since("The case was committed and reopened")],
  ["1.1.13.0.0.0.0", since("Another coder’s ratings came in")],
  ["1.2.12.0.0.0.0", since("An agreed level was changed")],
  ["1.2.13.1.0.0.0", since("A dissent was recorded or withdrawn")],
  ["1.1.12.1.0.0.0", since("Another coder’s ratings came in")],
  ["", since("The case was committed and reopened")],
  ["1.2.13", since("A dissent was recorded or withdrawn")],
  ["1.2.13.0.0.0.0.0", since("The case was committed and reopened")],
  [
    "1.2.13.0.1.0.0",
    "Whether a second person confirms each commit was changed since you opened this page. Open the page again to see what comes of confirming.",
  ],
  [
    "1.2.13.0.0.1.0",
    "This commit was proposed or sent back since you opened this page. Open the page again to see how it stands.",
  ],
  [
    "1.2.13.0.0.0.1",
    "This commit was sent back since you opened this page. Go back to the reconciliation to read why.",
  ],
])("a page that saw %j is told what changed first", (seen, told) => {
  expect(changedSince(seen, round)).toBe(told);
});
