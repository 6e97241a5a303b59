import { describe, expect, it, test } from "vitest";
import { type Cited, compareEvidence, evidenceInWords, isSamePassage } from "./passages";
import { noQuote, type Quote } from "./quotes";

const typed = (text: string, page = ""): Quote => ({ ...noQuote, text, page });
const taken = (text: string, page: string, at: number): Quote => ({ ...noQuote, text, page, at });

describe("the same passage", () => {
  it.each<[string, Quote, Quote, boolean]>([
    ["word for word", typed("He was left alone"), typed("He was left alone"), true],
    [
      "five words in a row in common",
      typed("Mother had stopped taking her medication in March"),
      typed("stopped taking her medication in March and was not sleeping"),
      true,
    ],
    [
      "four words in a row in common",
      typed("the mother was not sleeping in the spring"),
      typed("she was not sleeping well and said so"),
      false,
    ],
    [
      "other case, marks and breaks",
      typed("“The GP’s records – two contacts, in May.”"),
      typed("the GPs records two\ncontacts in MAY"),
      true,
    ],
    ["one inside the other", typed("a b c d e f g h"), typed("c d e f g"), true],
    ["the same words in another order", typed("a b c d e"), typed("e d c b a"), false],
    ["a short one inside a long one", typed("not sleeping"), typed("She was not sleeping"), false],
    ["two short ones alike", typed("Not sleeping."), typed("not sleeping"), true],
    ["the words on another page", typed("a b c d e", "4"), typed("a b c d e", "9"), true],
    ["signs without a word", typed("…"), typed("–"), false],
    ["words that share letters", typed("a b c d end"), typed("a b c d ending"), false],
    ["overlap on one page", taken("was not", "7", 10), taken("not sleeping", "7", 14), true],
    ["meeting without overlap", taken("was not", "7", 10), taken("sleeping", "7", 17), false],
    ["overlap on two pages", taken("was not", "7", 10), taken("not sleeping", "8", 14), false],
    ["overlap without pages", taken("was not", "", 10), taken("not sleeping", "", 14), true],
    ["overlap in two files", taken("was not", "7", 10), taken("was sleeping", "7", 14), false],
    ["overlap in a space alone", taken("was not ", "7", 10), taken(" sleeping", "7", 17), false],
    ["one taken, one typed", taken("was not", "7", 10), typed("not sleeping", "7"), false],
  ])("%s", (_, one, other, same) => {
    expect(isSamePassage(one, other)).toBe(same);
    expect(isSamePassage(other, one)).toBe(same);
  });
});

const sleeping = typed("She was not sleeping in March", "7");
const contacts = typed("Two crisis contacts in the month before", "11");
const cited = (letter: string, level: string, ...quotes: Quote[]): Cited => ({
  letter,
  level,
  quotes,
});

test.each<[string, Cited[], string[]]>([
  ["nobody", [], []],
  ["one coder", [cited("A", "high", sleeping)], []],
  ["two who quote nothing", [cited("A", "high"), cited("B", "low")], []],
  ["one who quotes", [cited("A", "high", sleeping), cited("B", "low")], []],
  [
    "the same, judged differently",
    [cited("A", "high", sleeping), cited("B", "low", sleeping)],
    ["A and B cite the same passage and judge it differently."],
  ],
  [
    "the same, judged alike",
    [cited("A", "high", sleeping), cited("B", "high", sleeping)],
    ["A and B cite the same passage and judge it alike."],
  ],
  [
    "different passages",
    [cited("A", "high", sleeping), cited("B", "low", contacts)],
    ["A and B cite different passages."],
  ],
  [
    "one of several in common",
    [cited("A", "high", contacts, sleeping), cited("B", "low", sleeping)],
    ["A and B cite the same passage and judge it differently."],
  ],
  [
    "three coders, two by two",
    [cited("A", "high", sleeping), cited("B", "high", contacts), cited("C", "low", sleeping)],
    [
      "A and B cite different passages.",
      "A and C cite the same passage and judge it differently.",
      "B and C cite different passages.",
    ],
  ],
  [
    "three coders, one of whom quotes nothing",
    [cited("A", "high", sleeping), cited("B", "high"), cited("C", "low", sleeping)],
    ["A and C cite the same passage and judge it differently."],
  ],
])("what is said of %s", (_, given, sentences) => {
  expect(compareEvidence(given).map(evidenceInWords)).toEqual(sentences);
});
