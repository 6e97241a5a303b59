import { afterEach, beforeEach, expect, test } from "vitest";
import { must, person, refusal, temporaryStudy, textFile } from "../fixtures";
import type { Viewer } from "../people/people";
import { keepNote, keptNote } from "./note";
import { uploadFor, uploadOfTests } from "./uploads.fixtures";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  await uploadFor(lead, textFile("cases.csv", "Ref,Sample\n1,2015\n"));
});
afterEach(() => study.end());

test("a note that is half typed is kept with its upload", async () => {
  expect(await keptNote(lead, uploadOfTests)).toBe("");
  must(await keepNote(lead, uploadOfTests, "From the old"));
  expect(await keptNote(lead, uploadOfTests)).toBe("From the old");
  expect(await keepNote(lead, uploadOfTests, "a".repeat(4001))).toEqual(
    refusal("reason", "Shorten the reason to 4,000 characters"),
  );
  expect(await keptNote(lead, uploadOfTests)).toBe("From the old");
});

test("it is nobody’s but that lead’s", async () => {
  must(await keepNote(lead, uploadOfTests, "Page 4"));
  for (const role of ["lead", "coder", "analyst", "admin"] as const) {
    const other = await person(`Another ${role}`, role);
    expect(await keptNote(other, uploadOfTests)).toBe("");
    expect(await keepNote(other, uploadOfTests, "")).toEqual({ kind: "not_found" });
  }
  expect(await keptNote(lead, "nothing")).toBe("");
  expect(await keptNote(lead, uploadOfTests)).toBe("Page 4");
});
