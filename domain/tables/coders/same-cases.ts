import { type CellFound, type CellPlace, cellAt, hasCases, shareOfCoded } from "../cases-behind";
import { asAgreed, type CodedCase, type Rule } from "../coded-case";
import type { Cell } from "../table";
import type { ByCoder } from "./by-coder";

const total = "total-total";

/** The cell of Table 10 that holds the mean of all cases under one rule. */
export function meanUnder({ key }: Rule): CellPlace {
  return { line: total, column: `this ${key}` };
}

/** The cell, as an address names it, of what was agreed for the cases on which a rule decides. */
export function agreedForSame(rule: Rule): CellPlace {
  return rule.key === asAgreed.key
    ? meanUnder(rule)
    : { line: total, column: `same cases as ${rule.key}` };
}

/**
 * What was agreed for the cases on which a rule decides, which no table has as a column, and what it
 * has of one case; null for any other cell.
 */
export function agreedForSameAt(
  { means, tables, codebook }: Pick<ByCoder, "means" | "tables" | "codebook">,
  place: CellPlace,
): { readonly found: CellFound; readonly shareOf: (each: CodedCase) => Cell } | null {
  const mean = means.find(({ rule }) => agreedForSame(rule).column === place.column);
  const table = tables.find(({ kind }) => kind.output === "table_10");
  if (!mean || !table || place.line !== total) return null;
  const [own, agreed] = [cellAt(table, meanUnder(mean.rule)), cellAt(table, meanUnder(asAgreed))];
  if (!own || !agreed) return null;
  const ofRule = shareOfCoded(own.kind, codebook, own.line, own.column);
  const ofAgreed = shareOfCoded(own.kind, codebook, own.line, agreed.column);
  const label = `As agreed, the same cases as ${mean.rule.label}`;
  return {
    found: {
      ...own,
      column: { ...agreed.column, key: place.column, label },
      cell: { ...own.cell, sum: mean.agreedSum },
    },
    shareOf: (each) => {
      const share = ofRule(each);
      return hasCases(own.line, share) ? ofAgreed(each) : share;
    },
  };
}
