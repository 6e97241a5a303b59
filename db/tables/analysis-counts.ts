import type { Codebook } from "@/domain/codebook/codebook";
import { addTogether, type TogetherCounts } from "@/domain/tables/factors-together";
import { childrenPerCase, indexChildren } from "@/domain/tables/index-children";
import { countsTogether, type ValueCounts } from "@/domain/tables/intervals";
import { table5 } from "@/domain/tables/involvement";
import { type Atoms, addCase } from "@/domain/tables/make-table";
import { practiceShortcomings, practiceStrengths } from "@/domain/tables/practice";
import { table10 } from "@/domain/tables/risk-ratings";
import { table1 } from "@/domain/tables/submissions";
import type { Column, Line, TableKind } from "@/domain/tables/table";
import type { TableCase } from "@/domain/tables/table-case";
import { inParts } from "./kept-cases";

/** The tables whose means can have intervals. */
export const tablesOfMeans = [table10, table5] as const;

/** The tables of the analyses that are counted as those of the report are. */
export const countedKinds = [
  table1,
  ...tablesOfMeans,
  indexChildren,
  childrenPerCase,
  practiceStrengths,
  practiceShortcomings,
] as const;

/** What was counted for the analyses, of every sample. */
export interface AnalysisCounts {
  readonly atoms: ReadonlyMap<TableKind["output"], Atoms>;
  readonly together: TogetherCounts;
  /** How often each value occurs, by table, part and group. */
  readonly values: ReadonlyMap<TableKind["output"], ValuesByPart>;
}

type ValuesByPart = Map<string, Map<string, Map<number, number>>>;

/** What is counted for the analyses. For use inside db/. */
export async function countForAnalyses(
  cases: readonly TableCase[],
  codebook: Codebook,
): Promise<AnalysisCounts> {
  const atoms = new Map(countedKinds.map(({ output }) => [output, new Map() as Atoms]));
  const values = new Map(tablesOfMeans.map(({ output }) => [output, new Map() as ValuesByPart]));
  const together = new Map();
  for await (const some of inParts(cases)) {
    addTogether(together, codebook, some);
    for (const kind of countedKinds)
      for (const each of some) addCase(atoms.get(kind.output) ?? new Map(), kind, each);
    for (const kind of tablesOfMeans)
      for (const each of some) addValue(values.get(kind.output) ?? new Map(), kind, each);
  }
  return { atoms, together, values };
}

function addValue(values: ValuesByPart, kind: TableKind, each: TableCase): void {
  const value = kind.isAbout(each) ? kind.valueOf(each) : null;
  if (value === null) return;
  for (const part of new Set(kind.partsOf(each))) {
    const ofPart = values.get(part) ?? new Map<string, Map<number, number>>();
    const own = ofPart.get(kind.groupOf(each)) ?? new Map<number, number>();
    own.set(value, (own.get(value) ?? 0) + 1);
    values.set(part, ofPart.set(kind.groupOf(each), own));
  }
}

/** How often each value occurs among the cases of a cell. */
export function valuesOfCell(
  { values }: AnalysisCounts,
  { output }: TableKind,
  { parts }: Pick<Line, "parts">,
  { groups }: Column,
): ValueCounts {
  const own = values.get(output);
  return countsTogether(
    parts.flatMap((part) => groups.flatMap((group) => own?.get(part)?.get(group) ?? [])),
  );
}
