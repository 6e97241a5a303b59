import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { must } from "@/db/fixtures";
import { importCases } from "@/db/imports/cases";
import type { Viewer } from "@/db/people";

/** A file of the invented cases that stand in for the report's. */
export function reference(name: string): Buffer {
  return readFileSync(join("commands", "demo", "reference", name));
}

/** Brings all 86 of them into the study. */
export async function bringReferenceCases(lead: Viewer): Promise<void> {
  const file = (name: string) => ({ name, bytes: reference(name) });
  const counts = must(
    await importCases(lead, {
      cases: file("cases.csv"),
      children: file("children.csv"),
      periods: file("involvement_periods.csv"),
      ratings: file("independent_ratings_2015.csv"),
    }),
  );
  expect(counts.cases).toBe(86);
}
