import { describe, expect, it } from "vitest";
import { done, refused } from "../outcome";
import { noteFrom, releaseInWords, releaseNumberFrom } from "./release";

it("a release goes by number and day", () => {
  expect(releaseInWords({ number: 3, madeAt: "2016-10-14T09:00:00.000Z" })).toBe(
    "Release 3 of 14 October 2016",
  );
});

it.each([
  ["1", 1],
  ["120", 120],
  ["999999", 999_999],
  ["", null],
  ["0", null],
  ["03", null],
  ["-1", null],
  ["1.5", null],
  ["1e3", null],
  [" 1", null],
  ["1000000", null],
  ["one", null],
])("the number of a release in an address: %j is %j", (text, number) => {
  expect(releaseNumberFrom(text)).toBe(number);
});

describe("a note", () => {
  it("is kept without the blanks around it, its lines as they are everywhere", () => {
    expect(noteFrom(" For the report\r\nand the board \n")).toEqual(
      done("For the report\nand the board"),
    );
    expect(noteFrom("a".repeat(4000))).toEqual(done("a".repeat(4000)));
  });

  it("is refused when it says nothing, or too much", () => {
    expect(noteFrom(" \n ")).toEqual(refused("note", "Say what this release is for"));
    expect(noteFrom("a".repeat(4001))).toEqual(
      refused("note", "Shorten the note to 4,000 characters"),
    );
  });
});
