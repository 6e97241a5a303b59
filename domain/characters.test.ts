import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { isKeepable } from "./characters";
import { personSchema } from "./people";
import { reasonFrom } from "./reason";
import { notesSchema } from "./reconciliation/meeting-notes";
import { precedentSchema } from "./reconciliation/precedents";
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

const message = "Take out the character that cannot be shown, or type this text anew";

test("a reason and a note that cannot be kept are refused beside their field", () => {
  expect(reasonFrom("Page\0 4", "Say why")).toEqual({
    kind: "refused",
    problems: [{ field: "reason", message }],
  });
  expect(noteFrom("For the\0 report")).toEqual({
    kind: "refused",
    problems: [{ field: "note", message }],
  });
});

test("so are notes of a meeting, the summary of a precedent and a name", () => {
  const refusals = (parsed: z.ZodSafeParseResult<unknown>) =>
    parsed.error?.issues.map((issue) => [issue.path.join("."), issue.message]);
  expect(refusals(notesSchema.safeParse({ text: "One\0", seenRevision: 0 }))).toEqual([
    ["text", message],
  ]);
  const precedent = { factor: "neglect", summary: "One \ud83d" };
  expect(refusals(precedentSchema.safeParse(precedent))).toEqual([["summary", message]]);
  const ann = { name: "Ann\0", email: "ann@example.org", roles: ["coder"] };
  const person = { ...ann, password: "a password of Ann" };
  expect(refusals(personSchema.safeParse(person))).toEqual([["name", message]]);
});
