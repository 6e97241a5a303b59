import { type CodeLists, type LawGroup, lawGroups } from "../code-lists/code-lists";
import type { Factor } from "../codebook/codebook";
import { aboutRounding, ofAnalysedCases } from "./analysed-cases";
import { groupByLaw } from "./columns";
import { partLine } from "./lines";
import type { Line, SampleChoice, TableBook, TableKind } from "./table";
import type { TableCase } from "./table-case";

/**
 * The charts of one sample. Chart 1: how many cases are at each level of each risk factor. Chart 2:
 * the share of cases at each level, public beside private law; cases of both are left out.
 */
export function charts({ thisSample }: SampleChoice, lists: CodeLists): TableKind[] {
  const laws = new Map(lists.case_type.values.map(({ key, lawGroup }) => [key, lawGroup]));
  const column = (key: string, label: string, law: readonly LawGroup[]) => ({
    key,
    label,
    groups: law.map((one) => groupByLaw(thisSample, one)),
  });
  const chart1: TableKind = {
    ...ofAnalysedCases,
    output: "chart_1",
    title: "Chart 1: cases by level of each risk factor",
    lineLabel: "Risk factor and level",
    note: `${ofAnalysedCases.note} ${aboutFeatured}`,
    drawnNote: ofAnalysedCases.note,
    columns: () => [column("this", thisSample, Object.keys(lawGroups) as LawGroup[])],
    lines: levelLines,
    partsOf: levelsOf,
    groupOf: ({ sample, caseType }) => groupByLaw(sample, laws.get(caseType) ?? ""),
  };
  const chart2: TableKind = {
    ...chart1,
    output: "chart_2",
    title: "Chart 2: public beside private law",
    percent: true,
    note: `Number of cases, and in brackets their share of the law group in whole per cent. ${aboutRounding} Cases of both public and private law are left out. ${aboutFeatured}`,
    drawnNote: `Share of the cases of the law group, in whole per cent. ${aboutRounding} Cases of both public and private law are left out.`,
    columns: () => [
      column("public", "Public law", ["public"]),
      column("private", "Private law", ["private"]),
      { ...column("both", "Public and private law", ["public_and_private"]), unseen: true },
    ],
  };
  return [chart1, chart2];
}

const aboutFeatured =
  "A factor is featured in a case where its level is above Not indicated (or No).";

/** Names the line of the cases that feature a factor. */
export const featuredKey = (factor: string) => `${factor} featured`;

/** The level of each factor as one key, such as "neglect 3": of each that its codebook has. */
function levelsOf({ scores }: TableCase): string[] {
  return Object.entries(scores ?? {}).map(([factor, score]) => `${factor} ${score}`);
}

/** Lines for the levels of each factor; one that only other cases were rated on has none. */
function levelLines({ codebook }: TableBook, found: (part: string) => boolean): Line[] {
  const isFound = ({ key, levels }: Factor) => levels.some(({ score }) => found(`${key} ${score}`));
  const rated = codebook.factors.filter(isFound);
  return (rated.length > 0 ? rated : codebook.factors).flatMap(({ key, label, levels }) => {
    // A score that only an earlier codebook gave a level to has a line too, so that all add up.
    const shown = [3, 2, 1, 0].flatMap((score) => {
      const level = levels.find((one) => one.score === score);
      const part = `${key} ${score}`;
      return level || found(part) ? { part, label: level?.label ?? `Score ${score}` } : [];
    });
    const parts = shown.map(({ part }) => part);
    const all: Line = {
      key,
      label: `${label}: all cases`,
      look: "subtotal",
      measure: "count",
      parts,
    };
    const featured: Line = {
      ...all,
      key: featuredKey(key),
      label: `${label}: featured`,
      parts: parts.filter((part) => part !== `${key} 0`),
    };
    const levelsOfFactor = shown.map((one) => partLine(one.part, `${label}: ${one.label}`));
    return [...levelsOfFactor, featured, all].map((line): Line => ({ ...line, shareOf: parts }));
  });
}
