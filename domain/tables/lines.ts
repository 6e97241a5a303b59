import {
  type CodeList,
  type CodeValue,
  type LawGroup,
  lawGroups,
  normal,
} from "../code-lists/code-lists";
import type { Line, Measure, TableBook } from "./table";

/**
 * The key that cases are sorted under where a fact is not recorded. No value of a code list has a key
 * with a space in it.
 */
export const notRecorded = "not recorded";

/** A line of one part, whose key it has. */
export function partLine(key: string, label: string, measure: Measure = "count"): Line {
  return { key, label, look: "part", measure, parts: [key] };
}

/** The line of everything that other lines hold. */
export function totalLine(lines: readonly Line[], label: string): Line {
  const parts = [...new Set(lines.flatMap((line) => line.parts))];
  return { key: "total", label, look: "total", measure: "count", parts };
}

/**
 * A line for what is not recorded, where there is such a case; and then the total. Where a team has a
 * value of that name, the line has another.
 */
export function withTotal(
  lines: readonly Line[],
  found: (part: string) => boolean,
  label: string,
): Line[] {
  const isTaken = lines.some((line) => normal(line.label) === "not recorded");
  const own = partLine(notRecorded, isTaken ? "Nothing recorded" : "Not recorded");
  const all = found(notRecorded) ? [...lines, own] : [...lines];
  return [...all, totalLine(all, label)];
}

/** A line for each value of a code list that is offered or that a case has, in its order. */
export function linesOfList(list: CodeList, found: (part: string) => boolean): Line[] {
  return shownOf(list, found).map(({ key, label }) => partLine(key, label));
}

/** The values of a list that have a line: those that are offered or that a case has. */
export function shownOf<V extends CodeValue>(
  list: CodeList<V>,
  found: (part: string) => boolean,
): V[] {
  return list.values.filter(({ key, offered }) => offered || found(key));
}

/**
 * The case types in the report's order: those of public law and their sub-total, those of private
 * law and theirs, those of both, and all cases. A group of one type needs no sub-total.
 */
export function linesOfCaseTypes(
  { lists }: TableBook,
  found: (part: string) => boolean,
  measure: Measure,
): Line[] {
  const types = shownOf(lists.case_type, found);
  const groups = Object.keys(lawGroups) as LawGroup[];
  const lines = groups.flatMap((group) => {
    const own = types.filter(({ lawGroup }) => lawGroup === group);
    const each = own.map(({ key, label }) => partLine(key, label, measure));
    if (own.length < 2 && group === "public_and_private") return each;
    const label = `All ${lawGroups[group].label.toLowerCase()}`;
    return [...each, subtotalLine(`all_${group}`, label, own, measure)];
  });
  return [...lines, { ...totalLine(lines, "All cases"), measure }];
}

/** The sub-total of a law group, in a table of case types. */
export function subtotalOf<L extends Line>(lines: readonly L[], law: string): L | undefined {
  return lines.find(({ key, look }) => look === "subtotal" && key === `all_${law}`);
}

/** A line for each law group, with the case types that count towards it. */
export function linesOfLawGroups(
  { lists }: TableBook,
  found: (part: string) => boolean,
  measure: Measure,
): Line[] {
  const types = shownOf(lists.case_type, found);
  return (Object.keys(lawGroups) as LawGroup[]).map((group) => ({
    ...subtotalLine(
      group,
      lawGroups[group].label,
      types.filter(({ lawGroup }) => lawGroup === group),
      measure,
    ),
    look: "part",
  }));
}

/** The line of some values together. */
export function subtotalLine(
  key: string,
  label: string,
  values: readonly CodeValue[],
  measure: Measure = "count",
): Line {
  return { key, label, look: "subtotal", measure, parts: values.map((value) => value.key) };
}
