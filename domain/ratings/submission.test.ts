import { expect, it } from "vitest";
import { noQuote, type Quote } from "./quotes";
import { findQuote, makeSubmission, moved, nextParagraph, quoteFrom } from "./submission";

const pdf = makeSubmission(
  [
    ["4.1 The worker visited twice.", "4.2 Nobody was at home. A letter was left."],
    [],
    ["The family’s home was “cold”. A letter was left.", " ", "School saw nothing"],
  ],
  true,
);
const word = makeSubmission(
  [["Chronology", "2. A letter was left.", "Nobody answered it."]],
  false,
);

/** Where these words stand. */
function at(text: string, words: string, nth = 0) {
  let from = text.indexOf(words);
  for (let index = 0; index < nth; index++) from = text.indexOf(words, from + 1);
  return { from, to: from + words.length };
}
const quote = (part: Partial<Quote>): Quote => ({ ...noQuote, ...part });

it("puts pages and paragraphs together, and keeps where they stand", () => {
  const made = makeSubmission(
    [[" Seen  at\thome ", "\u0000 "], [], ["Not\u00ad\u202e seen"]],
    true,
  );
  expect(made.text).toBe("Seen at home\nNot seen");
  expect(made.pages).toEqual([
    { number: 1, from: 0, to: 12, paragraphs: [{ from: 0, to: 12 }] },
    { number: 2, from: 13, to: 13, paragraphs: [] },
    { number: 3, from: 13, to: 21, paragraphs: [{ from: 13, to: 21 }] },
  ]);
  expect(makeSubmission([[]], false)).toEqual({
    text: "",
    pages: [{ number: null, from: 0, to: 0, paragraphs: [] }],
  });
  expect(makeSubmission([["half a sign \ud83d"]], false).text).toBe("half a sign \ufffd");
});

it.each<[string, Quote]>([
  ["4.1 The", quote({ text: "4.1 The", page: "1", place: "paragraph 4.1", at: 0 })],
  [
    " Nobody was at home. ",
    quote({ text: "Nobody was at home.", page: "1", place: "paragraph 4.2", at: 34 }),
  ],
  ["School saw nothing", quote({ text: "School saw nothing", page: "3", place: "", at: 49 })],
  [
    "left.\nThe family’s home",
    quote({ text: "left.\nThe family’s home", page: "1-3", place: "paragraph 4.2", at: 67 }),
  ],
  ["left.\n", quote({ text: "left.", page: "1", place: "paragraph 4.2", at: 67 })],
])("quotes “%s” with its page and place", (words, expected) => {
  expect(quoteFrom(pdf, at(pdf.text, words))).toEqual(expected);
});

it.each<[string, Quote]>([
  ["Chronology", quote({ text: "Chronology", place: "paragraph 1 of the file", at: 0 })],
  ["A letter", quote({ text: "A letter", place: "paragraph 2", at: 14 })],
  ["answered", quote({ text: "answered", place: "paragraph 3 of the file", at: 40 })],
])("quotes “%s” of a file without pages with its place alone", (words, expected) => {
  expect(quoteFrom(word, at(word.text, words))).toEqual(expected);
});

it("quotes nothing where nothing stands", () => {
  expect(quoteFrom(pdf, { from: 3, to: 4 })).toBeNull();
  expect(quoteFrom(pdf, { from: 9, to: 9 })).toBeNull();
  expect(quoteFrom(makeSubmission([[]], true), { from: 0, to: 5 })).toBeNull();
});

it.each([
  [pdf, "A letter was left.", 0],
  [pdf, "A letter was left.", 1],
  [pdf, "home", 1],
  [pdf, pdf.text, 0],
  [word, "A letter was left.", 0],
  [word, "left.\nNobody", 0],
])("goes back to what it quoted (%#)", (submission, words, nth) => {
  const stretch = at(submission.text, words, nth);
  expect(findQuote(submission, quoteFrom(submission, stretch) ?? noQuote)).toEqual(stretch);
});

it.each<[string, Quote, ReturnType<typeof at> | null]>([
  [
    "typed by hand, on its page",
    quote({ text: "a letter was LEFT.", page: "3" }),
    at(pdf.text, "A letter was left.", 1),
  ],
  [
    "typed by hand, without a page",
    quote({ text: "A letter was left." }),
    at(pdf.text, "A letter was left."),
  ],
  [
    "with another page",
    quote({ text: "The worker visited", page: "3", at: 5 }),
    at(pdf.text, "The worker visited"),
  ],
  [
    "changed since it was taken",
    quote({ text: "was left.", page: "3", at: 30 }),
    at(pdf.text, "was left.", 1),
  ],
  ["with other white space", quote({ text: "visited\n  twice." }), at(pdf.text, "visited twice.")],
  [
    "with other quotation marks",
    quote({ text: 'The family\'s home was "cold".' }),
    at(pdf.text, "The family’s home was “cold”."),
  ],
  ["with signs of their own in patterns", quote({ text: "A letter was left.*" }), null],
  ["of another file", quote({ text: "Something else", page: "1", at: 0 }), null],
  ["with nothing in it", noQuote, null],
])("finds a quote %s", (_, wanted, expected) => {
  expect(findQuote(pdf, wanted)).toEqual(expected);
});

it("goes from paragraph to paragraph, over pages, and stays at either end", () => {
  const words = (stretch: { from: number; to: number } | null) =>
    stretch && pdf.text.slice(stretch.from, stretch.to);
  const home = at(pdf.text, "at home");
  expect(words(nextParagraph(pdf, home, 1))).toMatch(/^The family’s home/);
  expect(words(nextParagraph(pdf, home, -1))).toMatch(/^4\.1/);
  expect(words(nextParagraph(pdf, { from: 0, to: 3 }, -1))).toMatch(/^4\.1/);
  expect(words(nextParagraph(pdf, at(pdf.text, "nothing"), 1))).toBe("School saw nothing");
  expect(words(nextParagraph(pdf, { from: -1, to: -1 }, 1))).toMatch(/^4\.1/);
  expect(nextParagraph(makeSubmission([[]], true), { from: 0, to: 0 }, 1)).toBeNull();
});

it.each([
  ["at home", "to", 1, "at home twice"],
  ["at home", "to", -1, "at"],
  ["at", "to", -1, "at"],
  ["twice", "to", 1, "twice"],
  ["at home", "from", 1, "home"],
  ["home", "from", 1, "home"],
  ["home", "from", -1, "at home"],
  ["Seen", "from", -1, "Seen"],
  [" at home ", "from", -1, "Seen at home "],
] as const)("of “%s” moves %s by %i: “%s”", (words, side, step, expected) => {
  const text = "Seen at home twice";
  const { from, to } = moved(text, at(text, words), side, step);
  expect(text.slice(from, to)).toBe(expected);
});
