import { readFileSync } from "node:fs";
import { join } from "node:path";
import { must } from "./fixtures";
import { importCases } from "./imports/cases";
import type { ImportFile } from "./imports/read-csv";
import type { Viewer } from "./people/people";

/** A file of the invented cases that stand in for the report's, as it is uploaded. */
export function referenceFile(name: string): ImportFile & { readonly bytes: Buffer } {
  const folder = join(import.meta.dirname, "..", "commands", "demo", "reference");
  return { name, bytes: readFileSync(join(folder, name)) };
}

/** Brings all 86 of them into the study, with the independent ratings of those of 2015. */
export async function bringReferenceCases(lead: Viewer): Promise<void> {
  must(
    await importCases(lead, {
      cases: referenceFile("cases.csv"),
      children: referenceFile("children.csv"),
      periods: referenceFile("involvement_periods.csv"),
      ratings: referenceFile("independent_ratings_2015.csv"),
    }),
  );
}
