import { expect, it } from "vitest";
import { pdfParagraphs } from "./pdf-paragraphs";

/** Lines as a reader gives them: each at a height above the foot, in letters of a size. */
function piecesOf(...lines: readonly (readonly [text: string, y: number, size?: number])[]) {
  return lines.map(([str, y, height = 12]) => ({
    str,
    height,
    hasEOL: true,
    transform: [height, 0, 0, height, 72, y],
  }));
}

it.each([
  [
    "lines that follow each other are one paragraph",
    piecesOf(["Seen at", 700], ["home.", 686]),
    ["Seen at home."],
  ],
  [
    "a wider gap begins one",
    piecesOf(["Seen at", 700], ["home.", 686], ["Not", 658], ["seen.", 644]),
    ["Seen at home.", "Not seen."],
  ],
  [
    "double-spaced lines do not",
    piecesOf(["Seen at", 700], ["home in", 672], ["May.", 644], ["Later", 602]),
    ["Seen at home in May.", "Later"],
  ],
  ["other letters begin one", piecesOf(["Heading", 700, 16], ["Seen.", 686]), ["Heading", "Seen."]],
  ["another column begins one", piecesOf(["Left", 100], ["Right", 700]), ["Left", "Right"]],
  [
    "a number of a paragraph begins one, another number does not",
    piecesOf(["4.1 Seen at", 700], ["4.5 miles", 686], ["4.2 Not seen.", 672]),
    ["4.1 Seen at 4.5 miles", "4.2 Not seen."],
  ],
  [
    "a parted word is joined, and keeps its hyphen",
    piecesOf(["well-", 700], ["known", 686]),
    ["well-known"],
  ],
  ["a dash stays apart", piecesOf(["May -", 700], ["June", 686]), ["May - June"]],
  ["lines in which nothing stands do not count", piecesOf([" ", 700], ["Seen.", 686]), ["Seen."]],
  ["an empty page has none", [], []],
])("%s", (_, pieces, paragraphs) => {
  expect(pdfParagraphs(pieces)).toEqual(paragraphs);
});

it("puts the pieces of a line together", () => {
  const [first, second] = piecesOf(["Seen ", 700], ["at home", 700]);
  const pieces = [first, second].flatMap((piece) => (piece ? [{ ...piece, hasEOL: false }] : []));
  expect(pdfParagraphs(pieces)).toEqual(["Seen at home"]);
});
