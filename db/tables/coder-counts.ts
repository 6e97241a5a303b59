import { addByRule, countedAs, tablesByRule } from "@/domain/tables/by-rule";
import { type CodedCase, isCoded } from "@/domain/tables/coded-case";
import type { Atoms } from "@/domain/tables/make-table";
import { addThemes } from "@/domain/tables/other-themes";
import { addRuleMeans, type RuleMeans } from "@/domain/tables/rule-means";
import type { TableBook, TableKind } from "@/domain/tables/table";
import { isAnalysed } from "@/domain/tables/table-case";
import type { Db } from "../engine";
import { scoresGivenBefore } from "../given-before";
import type { Viewer } from "../people";
import { type TableCaseRead, tableCases } from "./counts";

/** What was counted of what coders gave, of every sample. */
export interface CoderCounts {
  /** By the output of the table that was counted. */
  readonly atoms: ReadonlyMap<TableKind["output"], Atoms>;
  readonly themes: Atoms;
  readonly means: RuleMeans;
  /** By sample: how many cases are analysed, and of those with independent ratings by how many coders. */
  readonly coverage: ReadonlyMap<string, Coverage>;
}

/** How many cases of a sample have independent ratings. */
export interface Coverage {
  analysed: number;
  /** How many cases, by the number of their coders. */
  readonly byCoders: Map<number, number>;
}

/** What is counted of what coders gave, as far as the viewer may learn it. For use inside db/. */
export async function countForCoders(
  db: Db,
  viewer: Viewer,
  release: number | null,
  { lists, codebook }: TableBook,
): Promise<CoderCounts> {
  // Which sample is chosen matters to columns alone, not to what is counted.
  const kinds = tablesByRule("", lists).filter((kind) => countedAs(kind) === kind.output);
  const atoms = new Map(kinds.map(({ output }) => [output, new Map() as Atoms]));
  const themes: Atoms = new Map();
  const means: RuleMeans = new Map();
  const coverage = new Map<string, Coverage>();
  for await (const cases of tableCases(db, viewer, release, lists))
    for (const each of await withGiven(db, viewer, cases)) {
      for (const kind of kinds) addByRule(atoms.get(kind.output) ?? new Map(), kind, each);
      addRuleMeans(means, each);
      addThemes(themes, codebook, each);
      addCoverage(coverage, each);
    }
  return { atoms, themes, means, coverage };
}

async function withGiven(
  db: Db,
  viewer: Viewer,
  cases: readonly TableCaseRead[],
): Promise<CodedCase[]> {
  const versionIds = cases.flatMap(({ versionId }) => versionId ?? []);
  const given = await scoresGivenBefore(db, viewer, versionIds);
  return cases.map(({ versionId, ...each }) => {
    const coders = versionId === null ? [] : (given.get(versionId) ?? []);
    return {
      ...each,
      given: coders.map(({ scores }) => scores),
      themes: coders.flatMap(({ themes }) => themes),
    };
  });
}

function addCoverage(coverage: Map<string, Coverage>, each: CodedCase): void {
  if (!isAnalysed(each)) return;
  const own = coverage.get(each.sample) ?? { analysed: 0, byCoders: new Map() };
  coverage.set(each.sample, own);
  own.analysed += 1;
  const coders = each.given.length;
  if (isCoded(each)) own.byCoders.set(coders, (own.byCoders.get(coders) ?? 0) + 1);
}
