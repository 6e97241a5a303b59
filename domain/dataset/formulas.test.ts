import { describe, expect, it, test } from "vitest";
import { randomFrom } from "../random";
import { markFormulas, markPattern, unmarkFormulas } from "./formulas";

describe("a text that a spreadsheet could take for a formula gets a mark", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1", "'＝1"],
    ["  =1", "'  =1"],
    ["\u00a0\ufeff\u200b=1", "'\u00a0\ufeff\u200b=1"],
    ['"=1"', '\'"=1"'],
    ["'=1", "''=1"],
    ["\t=1", "'\t'=1"],
    ["\r\n=1", "'\r'\n'=1"],
    ["Seen;=1", "Seen;'=1"],
    ["Seen\n- at home\n- at school", "Seen\n'- at home\n'- at school"],
  ])("%j", (text, marked) => {
    expect(markFormulas(text)).toBe(marked);
    expect(unmarkFormulas(marked)).toBe(text);
  });

  it.each(["", "Plain", "2 = 2", "Aged 3-4", "'Quoted'", "a, - b", "a|=1", "–1", "%3D1+1"])(
    "%j needs none",
    (text) => {
      expect(markFormulas(text)).toBe(text);
      expect(unmarkFormulas(text)).toBe(text);
    },
  );
});

test("every text comes back, and is marked in no place where it is safe", () => {
  const letters = [..."=+-@＝＋－＠'\"`’ \t\n\r;,|a1.\u00a0\ufeff\u{1f600}"];
  const random = randomFrom(20_261_126);
  for (let round = 0; round < 20_000; round += 1) {
    const length = Math.floor(random() * 12);
    const text = Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join(
      "",
    );
    const marked = markFormulas(text);
    expect(unmarkFormulas(marked)).toBe(text);
    expect(marked.replaceAll(new RegExp(markPattern, "gu"), "")).toBe(text);
    for (const cell of marked.split(/[\t\n\r;]/))
      expect(cell.trim()).not.toMatch(/^["`’]*[=+\-@＝＋－＠]/);
  }
});

test("a long text of line breaks takes no long time", () => {
  const text = `${"\n".repeat(100_000)}=1`;
  expect(unmarkFormulas(markFormulas(text))).toBe(text);
});
