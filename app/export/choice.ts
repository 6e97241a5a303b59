import { type ExportChoice, referencesIn } from "@/domain/dataset/choice";
import { columnsOf } from "@/domain/dataset/chosen-columns";
import { datasetTables } from "@/domain/dataset/tables";
import type { Outcome } from "@/domain/outcome";
import { releaseNumberFrom } from "@/domain/releases/release";

/** All values under a name in the query of an address. */
export type Values = (name: string) => readonly string[];

/**
 * What the query of an address chooses of the dataset: all there is now, but for people's own words.
 * Null when it names a release by what is no number.
 */
export function exportChoiceIn(values: Values): ExportChoice | null {
  const [asked = ""] = values("release");
  const release = releaseNumberFrom(asked);
  if (asked !== "" && release === null) return null;
  const samples = values("samples");
  const columns = datasetTables.flatMap(({ name }): [string, readonly string[]][] => {
    const chosen = values(columnsOf(name));
    return chosen.length > 0 ? [[name, chosen]] : [];
  });
  return {
    release,
    samples: samples.length > 0 ? samples : null,
    analysedOnly: values("analysed").includes("yes"),
    references: referencesIn(values("references").join("\n")),
    columns: Object.fromEntries(columns),
    freeText: values("freeText").includes("yes"),
  };
}

/**
 * Whether a choice is refused because its release is given to nobody for now. Then the page of the
 * release says why; what else is wrong with a choice is told where it was made.
 */
export function isReleaseKeptBack({ problems }: Extract<Outcome, { kind: "refused" }>): boolean {
  return problems.some(({ field }) => field === "release");
}
