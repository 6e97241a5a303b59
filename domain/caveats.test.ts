import { describe, expect, it } from "vitest";
import { caveats, caveatsFor, outputs, sharedCaveats } from "./caveats";

const everywhere = [
  "judgements",
  "known_at_the_time",
  "zero_is_not_absence",
  "thin_submissions",
  "small_numbers",
  "no_prediction",
];
const keyOf = (text: string) => caveats.find((caveat) => caveat.text === text)?.key;

describe("the caveats", () => {
  it.each(outputs.filter((output) => output !== "chart_2"))("under %s are the six", (output) => {
    expect(caveatsFor(output).map(keyOf)).toEqual(everywhere);
  });

  it("under chart 2 say also that mixed cases are left out", () => {
    expect(caveatsFor("chart_2").map(keyOf)).toEqual([...everywhere, "mixed_cases_left_out"]);
  });

  it("that stand under all are the six", () => {
    expect(sharedCaveats.map(keyOf)).toEqual(everywhere);
  });

  it("say under Table 10 what they have to say", () => {
    expect(caveatsFor("table_10")).toEqual([
      "Agreed ratings are judgements. They stay subjective even when two or three people agree them.",
      "Ratings show what the submission says was known at the time, not the true level of risk.",
      "A score of 0 means that the submission gives no indication of a risk. It does not mean that the risk was absent.",
      "A thin submission understates risk.",
      "Numbers are small, and differences from year to year are not trends.",
      "Ratings do not predict, and a low rating in private law does not mean safer.",
    ]);
  });
});
