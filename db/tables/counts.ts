import type { CodeLists } from "@/domain/code-lists/code-lists";
import { type Atoms, addCase } from "@/domain/tables/make-table";
import { reportTables } from "@/domain/tables/report";
import type { TableKind } from "@/domain/tables/table";
import type { TableCase } from "@/domain/tables/table-case";
import { inParts } from "./kept-cases";

/** What was counted for each table and chart, by its output. */
export type Counts = ReadonlyMap<TableKind["output"], Atoms>;

/** What is counted for every table and chart. For use inside db/. */
export async function countAll(cases: readonly TableCase[], lists: CodeLists): Promise<Counts> {
  // Which samples are chosen matters to columns alone, not to what is counted.
  const kinds = reportTables({ thisSample: "", earlierSamples: [] }, lists);
  const counts = new Map(kinds.map(({ output }) => [output, new Map() as Atoms]));
  for await (const some of inParts(cases))
    for (const kind of kinds) {
      const atoms = counts.get(kind.output) ?? new Map();
      for (const each of some) addCase(atoms, kind, each);
    }
  return counts;
}
