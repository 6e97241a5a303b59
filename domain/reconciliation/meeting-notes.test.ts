import { expect, test } from "vitest";
import { notesSchema } from "./meeting-notes";

test.each([
  ["lines as a browser sends them", "One\r\ntwo\r\n", "One\ntwo"],
  ["nothing but spaces: the notes are emptied", "  \n ", ""],
  ["20,000 characters", "x".repeat(20_000), "x".repeat(20_000)],
])("takes %s", (_, text, taken) => {
  expect(notesSchema.parse({ text, seenRevision: 0 })).toEqual({ text: taken, seenRevision: 0 });
});

test("says that longer notes are too long", () => {
  const sent = { text: "x".repeat(20_001), seenRevision: 0 };
  expect(notesSchema.safeParse(sent).error?.issues.map(({ message }) => message)).toEqual([
    "Shorten the notes to 20,000 characters",
  ]);
});

test.each([-1, 1.5, "1", undefined])("refuses %s as what was seen", (seenRevision) => {
  expect(notesSchema.safeParse({ text: "", seenRevision }).success).toBe(false);
});
