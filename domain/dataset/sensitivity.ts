import { type Factor, levelOf } from "../codebook/codebook";
import { scoredLabels } from "./codes";
import type { Field, Row } from "./field";
import type { RatedCase } from "./rated-case";
import { type Book, caseRef, type TableKind } from "./table";

/**
 * What a score and the risk rating would be by another rule than agreement: the end of the column’s
 * name, and the rule in words.
 */
const rules = [
  {
    ending: "_a",
    label: "coder A alone",
    description:
      "What coder A of the case gave independently: one of its coders at random or, where ratings were imported, the first by name.",
  },
  {
    ending: "_b",
    label: "coder B alone",
    description:
      "What coder B of the case gave independently: another at random or, where ratings were imported, the second by name.",
  },
  {
    ending: "_most",
    label: "majority",
    description:
      "The level that more than half of the coders gave independently; missing when there is none.",
  },
  { ending: "", label: "as agreed", description: "What the team agreed, as in agreed-ratings." },
] as const;

/**
 * How far results rest on the agreement, a row for each case: each score, and the risk rating,
 * under coder A alone, under coder B alone, under the majority and as agreed.
 *
 * In words: a score under a coder alone is that of the level that they gave first. Under the
 * majority it is that of the level that more than half of all coders of the case gave first. The
 * risk rating under a rule is the sum of the 13 scores under it, and is missing unless all are
 * there.
 *
 * Example: three coders gave neglect High, Medium and High, and the team agreed Medium. Then
 * neglect_a is 3, neglect_b is 2, neglect_most is 3, and neglect is 2. With High and Medium from two
 * coders neglect_most would be missing, and so would risk_rating_most.
 */
export const sensitivity: TableKind = {
  name: "sensitivity",
  title: "Sensitivity: coder A, coder B, majority and agreed, one row per case",
  description:
    "What each score of a committed case, and its risk rating, would be if only one coder’s independent rating counted, or that of the majority, beside what was agreed. For leads alone. What is missing was not given; it is never 0.",
  key: ["case_ref"],
  forLeads: true,
  fields: ({ codebook }) => [
    caseRef,
    {
      ...{ type: "integer", least: 0, name: "coders", label: "Coders" },
      description: "How many coders’ independent ratings are held.",
    },
    ...codebook.factors.flatMap((factor) => rules.map((rule) => scoreField(factor, rule))),
    ...rules.map(riskField),
  ],
  rowsOf: (book, each) => (each.levels === null ? [] : [sensitivityRow(book, each)]),
};

type Rule = (typeof rules)[number];

function scoreField(factor: Factor, { ending, label, description }: Rule): Field {
  return {
    ...{ type: "score", name: `${factor.key}${ending}`, label: `${factor.label}, ${label}` },
    ...{ description, levels: scoredLabels(factor) },
  };
}

function riskField({ ending, label }: Rule): Field {
  return {
    ...{ type: "integer", least: 0, most: 39, name: `risk_rating${ending}` },
    label: `Risk rating, ${label}`,
    description: "The sum of the 13 scores of the same kind; missing unless all are there.",
  };
}

function sensitivityRow({ codebook, codebookOf }: Book, each: RatedCase): Row {
  const { factors } = each.codebookVersion === null ? codebook : codebookOf(each.codebookVersion);
  const row: Record<string, string | number | null> = {
    case_ref: each.reference,
    coders: each.coders.length,
  };
  for (const { ending } of rules) {
    const scores = factors.map((factor) => {
      const level = levelBy(each, factor.key, ending);
      return level === undefined ? null : levelOf(factor, level).score;
    });
    factors.forEach(({ key }, index) => {
      row[`${key}${ending}`] = scores[index] ?? null;
    });
    row[`risk_rating${ending}`] = sumOfAll(scores);
  }
  return row;
}

function levelBy(each: RatedCase, factor: string, ending: Rule["ending"]): string | undefined {
  const given = each.coders.map(({ first }) => first[factor]?.level);
  switch (ending) {
    case "_a":
      return given[0];
    case "_b":
      return given[1];
    case "_most":
      return majority(given);
    case "":
      return each.levels?.[factor];
  }
}

/**
 * The level, or score, that more than half of the coders gave; undefined when there is none. A coder who gave
 * no level counts among them.
 * Examples: High, Medium, High → High; High, Medium → none; High → High.
 */
export function majority<T>(given: readonly (T | undefined)[]): T | undefined {
  return given.find(
    (level) =>
      level !== undefined && given.filter((one) => one === level).length * 2 > given.length,
  );
}

/** The sum of these scores; null unless all are there. Example: 3, null → null, not 3. */
export function sumOfAll(scores: readonly (number | null)[]): number | null {
  return scores.reduce((sum, score) => (sum === null || score === null ? null : sum + score), 0);
}
