import type { Viewer } from "../people/people";
import { getReport } from "./report";

/** What Table 10 is made of: for each sample and case type its cases and their risk ratings added up. */
export async function countedForTable10(
  viewer: Viewer,
  release: number | null = null,
): Promise<string[]> {
  const report = await getReport(viewer, { release });
  if (report.kind !== "done") throw new Error("Not told");
  const table = report.value?.tables.find(({ kind }) => kind.output === "table_10");
  return [...(table?.atoms ?? [])]
    .flatMap(([caseType, bySample]) =>
      [...bySample].map(([sample, { n, sum }]) => `${sample} ${caseType}: ${n}, ${sum}`),
    )
    .sort();
}
