import { expect, test } from "vitest";
import { absentInWords, insteadInWords, samplesAsked } from "./samples-asked";

/** What is chosen on a page that shows 2015 beside 2012, 2013 and 2014. */
const chosen = (sample: string, ...earlier: string[]) =>
  samplesAsked({ sample, beside: "2015", ticked: "2012,2013,2014", earlier });

test("another sample alone comes with the usual earlier ones", () => {
  expect(chosen("2014", "2012", "2013", "2014")).toEqual({
    ...{ thisSample: "2014", earlierSamples: undefined },
  });
});

test("another sample and other earlier ones at once are both chosen", () => {
  expect(chosen("2014", "2013", "2014")).toEqual({
    ...{ thisSample: "2014", earlierSamples: ["2013"] },
  });
  expect(chosen("2014")).toEqual({ thisSample: "2014", earlierSamples: [] });
});

test("earlier ones are chosen beside the same sample, none of them too", () => {
  expect(chosen("2015", "2014").earlierSamples).toEqual(["2014"]);
  expect(chosen("2015").earlierSamples).toEqual([]);
});

test("an address that names a sample alone leaves the earlier ones open", () => {
  const asked = { beside: undefined, ticked: undefined, earlier: [] };
  expect(samplesAsked({ sample: "2014", ...asked }).earlierSamples).toBeUndefined();
  expect(samplesAsked({ sample: undefined, ...asked })).toEqual({
    ...{ thisSample: undefined, earlierSamples: undefined },
  });
});

test("a link that names all of them needs no word of what was ticked", () => {
  const asked = { sample: "2014", beside: "2014", ticked: undefined, earlier: ["2012"] };
  expect(samplesAsked(asked).earlierSamples).toEqual(["2012"]);
});

test("what was asked for is named only where it can be the name of a sample", () => {
  const shown = { thisSample: "2015", earlierSamples: [] };
  expect(insteadInWords("1999", shown)).toBe(
    "There is nothing to count of 1999. The tables below are of 2015.",
  );
  expect(insteadInWords("Ring 020 7946 0000!", shown)).toBe(
    "There is nothing to count of the sample that was asked for. The tables below are of 2015.",
  );
});

test("earlier samples without a case are named, each once, and none that is shown", () => {
  const shown = { thisSample: "2015", earlierSamples: ["2012", "2013"] };
  const words = (...asked: string[]) => absentInWords(asked, shown);
  expect(words("2012", "2013", "2015")).toBeNull();
  expect(absentInWords(undefined, shown)).toBeNull();
  expect(words("2012", "1999")).toBe("There is nothing to count of 1999, chosen as earlier.");
  expect(words("1998", "1999", "Ring 020!", "Ring 030!")).toBe(
    "There is nothing to count of 1998, 1999 and the sample that was asked for, chosen as earlier.",
  );
});
