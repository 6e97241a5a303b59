import { expect, it } from "vitest";
import type { Box, Words } from "./drawing-shapes";
import { escaped, groupTags, patternTags } from "./drawing-tags";

const box: Box = {
  ...{ kind: "box", key: "a", x: 1, y: 2, width: 3, height: 4 },
  fill: "url(#level-2)",
};
const words: Words = {
  ...{ kind: "words", key: "b", x: 5, y: 6, text: "Neglect", fill: "#fff", rim: false },
  anchor: "start",
};

it("writes boxes and words as tags, those of one bar together", () => {
  expect(
    groupTags([
      { key: "one", shapes: [box] },
      { key: "two", shapes: [words] },
    ]),
  ).toBe(
    '<g><rect x="1" y="2" width="3" height="4" fill="url(#level-2)" stroke="#0b0c0c"/></g>' +
      '<g><text x="5" y="6" fill="#fff" text-anchor="start">Neglect</text></g>',
  );
});

it("writes a number on a pattern bold and with a rim", () => {
  const number: Words = { ...words, text: "12", anchor: "middle", rim: true };
  expect(groupTags([{ key: "one", shapes: [number] }])).toBe(
    '<g><text x="5" y="6" fill="#fff" text-anchor="middle" font-weight="600" paint-order="stroke" stroke="#fff" stroke-width="3">12</text></g>',
  );
});

it("writes words that look like markup as words", () => {
  const typed: Words = { ...words, text: `</text><script>alert("1 & 2")</script>` };
  expect(groupTags([{ key: "one", shapes: [typed] }])).toBe(
    '<g><text x="5" y="6" fill="#fff" text-anchor="start">' +
      "&lt;/text&gt;&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;</text></g>",
  );
});

it("puts a mark in place of characters that a picture has no room for", () => {
  expect(escaped("Neg\u0000lect\ud800 \u{1f600}")).toBe("Neg\u{fffd}lect\u{fffd} \u{1f600}");
});

it("has a pattern for each of the two levels in the middle, and one for what is withheld", () => {
  expect(patternTags().match(/<pattern id="[^"]*"/g)).toEqual([
    '<pattern id="level-2"',
    '<pattern id="level-1"',
    '<pattern id="level-withheld"',
  ]);
});
