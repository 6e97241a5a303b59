import type { CodeLists } from "../code-lists/code-lists";
import { charts } from "./charts";
import {
  agreedBeside,
  agreedBesideRules,
  areWhole,
  asAgreed,
  type CodedCase,
  isCoded,
  type Rule,
  scoresByRule,
} from "./coded-case";
import { type Atoms, addCase, tableFrom } from "./make-table";
import { ranges, table10 } from "./risk-ratings";
import type { Column, SampleChoice, Table, TableBook, TableKind } from "./table";

/** The table of means, of ranges, and the charts of one sample, which can be laid side by side. */
export function tablesByRule(thisSample: string, lists: CodeLists): TableKind[] {
  return [table10, ranges, ...charts(alone(thisSample), lists)];
}

/** The table whose count this one is made from too: ranges count as means do, chart 2 as chart 1. */
export function countedAs({ output }: TableKind): TableKind["output"] {
  if (output === "range") return "table_10";
  return output === "chart_2" ? "chart_1" : output;
}

const alone = (thisSample: string): SampleChoice => ({ thisSample, earlierSamples: [] });

/** The group of a case under one rule. */
const groupUnder = ({ key }: Rule, group: string) => `${group}, ${key}`;

/**
 * Adds a case to what is counted of a table under each rule, and beside each as agreed. A mean or a range is of cases on whose
 * factors the rule decides all: without them a risk rating would have no sum.
 */
export function addByRule(atoms: Atoms, kind: TableKind, each: CodedCase): void {
  if (!isCoded(each)) return;
  for (const [rule, scores] of [...scoresByRule(each), ...agreedBesideRules(each)]) {
    const own = { ...each, scores };
    if (kind.valueOf(own) !== null && !areWhole(scores, each.scores)) continue;
    const groupOf = () => groupUnder(rule, kind.groupOf(each));
    addCase(atoms, { ...kind, groupOf }, own);
  }
}

/**
 * The rules, and behind each that does not decide on everything that a table counts what was agreed for
 * the very same cases: figures of other cases differ by themselves.
 */
export function withAgreedBeside(
  kind: TableKind,
  atoms: Atoms,
  { rules, thisSample }: { rules: readonly Rule[]; thisSample: string },
): Rule[] {
  const groups = seenColumns(kind, thisSample).flatMap((column) => column.groups);
  const countedUnder = (rule: Rule) =>
    groups
      .flatMap((group) => [...atoms.values()].map((ofPart) => ofPart.get(groupUnder(rule, group))))
      .reduce((sum, cell) => sum + (cell?.n ?? 0), 0);
  const all = countedUnder(asAgreed);
  return rules.flatMap((rule) => {
    const n = countedUnder(rule);
    return n > 0 && n < all ? [rule, agreedBeside(rule)] : [rule];
  });
}

/** A table of one sample with a column for each rule, from what `addByRule` counted. */
export function tableByRule(
  kind: TableKind,
  book: TableBook,
  atoms: Atoms,
  { rules, thisSample }: { rules: readonly Rule[]; thisSample: string },
): Table {
  const seen = seenColumns(kind, thisSample);
  const columns = seen.flatMap((column) =>
    rules.map((rule) => ({
      key: `${column.key} ${rule.key}`,
      label: seen.length === 1 ? rule.label : `${column.label}: ${rule.label}`,
      groups: column.groups.map((group) => groupUnder(rule, group)),
      undrawn: rule.isBeside,
      byRule: rule.key !== asAgreed.key,
    })),
  );
  return tableFrom({ ...kind, columns: () => columns }, book, atoms, alone(thisSample));
}

function seenColumns(kind: TableKind, thisSample: string): Column[] {
  return kind.columns(alone(thisSample)).filter(({ unseen }) => !unseen);
}
