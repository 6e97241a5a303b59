import { addByRule, countedAs, tablesByRule } from "@/domain/tables/by-rule";
import { type CodedCase, isCoded } from "@/domain/tables/coded-case";
import type { Coverage } from "@/domain/tables/coders/by-coder";
import type { Atoms } from "@/domain/tables/make-table";
import { addThemes } from "@/domain/tables/other-themes";
import { addRuleMeans, type RuleMeans } from "@/domain/tables/rule-means";
import type { TableBook, TableKind } from "@/domain/tables/table";
import { isAnalysed } from "@/domain/tables/table-case";
import { inParts } from "./kept-cases";

/** What was counted of what coders gave, of every sample. */
export interface CoderCounts {
  /** By the output of the table that was counted. */
  readonly atoms: ReadonlyMap<TableKind["output"], Atoms>;
  readonly themes: Atoms;
  readonly means: RuleMeans;
  /** By sample: how many cases are analysed, and of those with independent ratings by how many coders. */
  readonly coverage: ReadonlyMap<string, Coverage>;
}

/** What is counted of what coders gave. For use inside db/. */
export async function countForCoders(
  cases: readonly CodedCase[],
  { lists, codebook }: TableBook,
): Promise<CoderCounts> {
  // Which sample is chosen matters to columns alone, not to what is counted.
  const kinds = tablesByRule("", lists).filter((kind) => countedAs(kind) === kind.output);
  const atoms = new Map(kinds.map(({ output }) => [output, new Map() as Atoms]));
  const themes: Atoms = new Map();
  const means: RuleMeans = new Map();
  const coverage = new Map<string, Coverage>();
  for await (const some of inParts(cases))
    for (const each of some) {
      for (const kind of kinds) addByRule(atoms.get(kind.output) ?? new Map(), kind, each);
      addRuleMeans(means, each);
      addThemes(themes, codebook, each);
      addCoverage(coverage, each);
    }
  return { atoms, themes, means, coverage };
}

function addCoverage(coverage: Map<string, Coverage>, each: CodedCase): void {
  if (!isAnalysed(each)) return;
  const own = coverage.get(each.sample) ?? { analysed: 0, byCoders: new Map() };
  coverage.set(each.sample, own);
  own.analysed += 1;
  const coders = each.given.length;
  if (isCoded(each)) own.byCoders.set(coders, (own.byCoders.get(coders) ?? 0) + 1);
}
