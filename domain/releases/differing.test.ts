import { expect, it } from "vitest";
import { type Differing, differingInWords, fewDifferInWords } from "./differing";

const from1 = (samples: Readonly<Record<string, number>>): Differing => ({
  before: 1,
  samples: Object.entries(samples).map(([sample, cases]) => ({ sample, cases })),
});

it.each([
  [{}, "No case differs from release 1."],
  [{ "2014": 1 }, "1 case of 2014 differs from release 1."],
  [{ "2014": 2 }, "2 cases of 2014 differ from release 1."],
  [{ "2014": 1, "2015": 23 }, "1 case of 2014 and 23 cases of 2015 differ from release 1."],
  [
    { "2013": 1, "2014": 1, "2015": 23 },
    "1 case of 2013, 1 case of 2014 and 23 cases of 2015 differ from release 1.",
  ],
])("how many cases differ: %j", (samples, words) => {
  expect(differingInWords(from1(samples))).toBe(words);
});

const meaning =
  "can be made out: where both releases are published, a reader who lays them side by side can see how they were rated, and what else the tables count of them. Wait until more cases differ, or publish only one of the two releases.";

it.each([
  [{}, null],
  [{ "2015": 6 }, null],
  [{ "2015": 5 }, `So few cases of 2015 ${meaning}`],
  [{ "2014": 1, "2015": 23 }, `So few cases of 2014 ${meaning}`],
  [{ "2013": 2, "2014": 1, "2015": 23 }, `So few cases of 2013 and 2014 ${meaning}`],
])("what it means where few do: %j", (samples, words) => {
  expect(fewDifferInWords(from1(samples), { withheldUpTo: 5, isMade: false })).toBe(words);
});

it("what is to be done once the release is made", () => {
  const words = fewDifferInWords(from1({ "2015": 1 }), { withheldUpTo: 5, isMade: true });
  expect(words).toBe(
    "So few cases of 2015 can be made out: where both releases are published, a reader who lays them side by side can see how they were rated, and what else the tables count of them. Publish only one of the two releases.",
  );
});
