import { type ExportChoice, referencesIn } from "@/domain/dataset/choice";
import { columnsOf } from "@/domain/dataset/chosen-columns";
import { datasetTables } from "@/domain/dataset/tables";

/** All values under a name in the query of an address. */
export type Values = (name: string) => readonly string[];

/** What the query of an address chooses of the dataset: all there is, but for people's own words. */
export function exportChoiceIn(values: Values): ExportChoice {
  const samples = values("samples");
  const columns = datasetTables.flatMap(({ name }): [string, readonly string[]][] => {
    const chosen = values(columnsOf(name));
    return chosen.length > 0 ? [[name, chosen]] : [];
  });
  return {
    samples: samples.length > 0 ? samples : null,
    analysedOnly: values("analysed").includes("yes"),
    references: referencesIn(values("references").join("\n")),
    columns: Object.fromEntries(columns),
    freeText: values("freeText").includes("yes"),
  };
}
