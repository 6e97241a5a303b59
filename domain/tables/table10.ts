import {
  type CaseTypeValue,
  type CodeList,
  type LawGroup,
  lawGroups,
} from "../code-lists/code-lists";
import { type MeanCell, meanOf } from "./mean";

/** One analysed, committed case, as far as Table 10 asks. The risk rating is 0 to 39. */
export interface Table10Case {
  /** A key of the list of case types, of a value that stands for itself. */
  readonly caseType: string;
  readonly sample: string;
  readonly riskRating: number;
}

/** The samples that the columns stand for. Cases of any other sample are left out. */
export interface Table10Choice {
  readonly thisSample: string;
  readonly earlierSamples: readonly string[];
}

/** The columns of Table 10: the earlier samples together, this sample, and both. */
export const table10Columns = ["earlier", "this", "all"] as const;
export type Table10Column = (typeof table10Columns)[number];

/** One line of Table 10. Sub-totals and the total hold the cases of their types. */
export interface Table10Row {
  /** A case type’s key; for a sub-total its law group; for the total "all". */
  readonly key: string;
  readonly label: string;
  readonly kind: "type" | "subtotal" | "total";
  readonly cells: Readonly<Record<Table10Column, MeanCell>>;
}

interface Line extends Pick<Table10Row, "key" | "label" | "kind"> {
  readonly types: readonly string[];
}

/**
 * The lines in the report's order, each with the case types that it counts: those of public law and
 * their sub-total, those of private law and theirs, those of both, and all.
 */
function linesOf(types: readonly CaseTypeValue[]): Line[] {
  const keys = types.map(({ key }) => key);
  const groups = Object.keys(lawGroups) as LawGroup[];
  return [
    ...groups.flatMap((group) =>
      groupLines(
        group,
        types.filter((one) => one.lawGroup === group),
      ),
    ),
    { key: "all", label: "All cases", kind: "total", types: keys },
  ];
}

// A sub-total of a single line would say the same twice; the report has none there.
function groupLines(group: LawGroup, types: readonly CaseTypeValue[]): Line[] {
  const lines = types.map(({ key, label }): Line => ({ key, label, kind: "type", types: [key] }));
  if (group === "public_and_private" && types.length < 2) return lines;
  const label = `All ${lawGroups[group].label.toLowerCase()}`;
  const keys = types.map(({ key }) => key);
  return [...lines, { key: group, label, kind: "subtotal", types: keys }];
}

/**
 * Table 10 of the report: mean risk rating, and in brackets the number of cases, by case type
 * with sub-totals for public and for private law, for the earlier samples, this sample and both.
 *
 * Formula: each cell takes the cases of its types in its samples, and divides the sum of their
 * risk ratings by their number. So a sub-total is pooled over cases: it is never the mean of the
 * means above it, which would give a single case the weight of eighteen.
 *
 * `cases` holds the analysed, committed cases, one each, in any order; the caller leaves out
 * excluded and unfinished ones. `choice` names the samples; a sample named as this one and as an
 * earlier one counts as this one, so that "all" never counts a case twice. `caseTypes` says which
 * lines there are: a line for each type that is offered or that a case has. Each line has three
 * cells: sum, n and unrounded mean. A cell with no cases has n 0 and
 * mean null. `cellText` writes a cell.
 *
 * Throws when a risk rating is not a whole number of 0 or more.
 *
 * Source: Learning from Cafcass Submissions to Serious Case Reviews (2016), Table 10.
 *
 * Worked example: public law of 2015 has twelve s31 cases with ratings that sum to 186 (15.5)
 * and one other case with 13 (13.0). Pooled: 199 over 13 = 15.3, as printed. The mean of the two
 * means would be 14.3.
 */
export function table10(
  caseTypes: CodeList<CaseTypeValue>,
  cases: readonly Table10Case[],
  choice: Table10Choice,
): Table10Row[] {
  const columnOf = ({ sample }: Table10Case): "earlier" | "this" | null => {
    if (sample === choice.thisSample) return "this";
    return choice.earlierSamples.includes(sample) ? "earlier" : null;
  };
  const chosen = cases.map((each) => ({ ...each, column: columnOf(each) }));
  const shown = caseTypes.values.filter(
    ({ key, offered }) => offered || cases.some((each) => each.caseType === key),
  );
  return linesOf(shown).map(({ key, label, kind, types }) => {
    const ofLine = chosen.filter((each) => types.some((type) => type === each.caseType));
    const cell = (...columns: ("earlier" | "this")[]) =>
      meanOf(
        ofLine
          .filter((each) => each.column !== null && columns.includes(each.column))
          .map((each) => each.riskRating),
      );
    return {
      key,
      label,
      kind,
      cells: { earlier: cell("earlier"), this: cell("this"), all: cell("earlier", "this") },
    };
  });
}
