import { describe, expect, it } from "vitest";
import { choiceInWords, everything, referencesIn } from "./choice";

describe("a choice is said in words", () => {
  it.each([
    [everything, "all samples, with free text"],
    [
      { ...everything, samples: ["2014"], analysedOnly: true, freeText: false },
      "sample 2014, cases in the analysis, without free text",
    ],
    [
      { ...everything, references: ["2015-07"], columns: { ratings: ["level", "score", "way"] } },
      "all samples, case 2015-07, of ratings the columns level, score and way, with free text",
    ],
    [
      { ...everything, samples: [], references: ["2015-07", "2015-08"] },
      "no sample, cases 2015-07 and 2015-08, with free text",
    ],
  ])("%#", (choice, words) => {
    expect(choiceInWords(choice)).toBe(words);
  });
});

it("references stand one on each line, each once, whatever is between them", () => {
  expect(referencesIn(" 2015-07\r\n\r\n2015-08 \n2015-07\r2015-09")).toEqual([
    "2015-07",
    "2015-08",
    "2015-09",
  ]);
  expect(referencesIn(" \r\n ")).toBeNull();
});
