import { describe, expect, test } from "vitest";
import { isKeepable } from "./characters";
import { reasonFrom } from "./reason";
import { noteFrom } from "./releases/release";

describe("a text can be kept", () => {
  test.each([
    ["with line breaks and tabs", "One\r\nTwo\tThree", true],
    ["with control characters", "One\u000cTwo\u0002", true],
    ["with characters of two halves", "\u{1f600}", true],
    ["not with a null character", "One\0", false],
    ["not with half of a character", "One \ud83d", false],
    ["not with the other half", "\ude00", false],
  ])("%s", (_, text, is) => {
    expect(isKeepable(text)).toBe(is);
  });
});

test("a reason and a note that cannot be kept are refused beside their field", () => {
  const message = "Take out the character that cannot be shown, or type this text anew";
  expect(reasonFrom("Page\0 4", "Say why")).toEqual({
    kind: "refused",
    problems: [{ field: "reason", message }],
  });
  expect(noteFrom("For the\0 report")).toEqual({
    kind: "refused",
    problems: [{ field: "note", message }],
  });
});
