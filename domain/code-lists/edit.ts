import { isKeepable, unkeepable } from "../characters";
import { done, type Outcome, type Problem, refused, refusedFor } from "../outcome";
import {
  type CaseTypeValue,
  type CodeList,
  type CodeLists,
  type CodeValue,
  type IncidentTypeValue,
  type LawGroup,
  lawGroups,
  normal,
} from "./code-lists";

/** One value as the form of its list gives it; a new one has the key "". */
export interface TypedValue {
  readonly key: string;
  readonly label: string;
  /** "yes" where it is offered. */
  readonly offered: string;
  /** The key of the value it is merged into, or "". */
  readonly mergedInto: string;
  /** For case types. */
  readonly lawGroup: string;
  readonly asksWhich: string;
  /** For types of index incident: "yes" or "no". */
  readonly fatal: string;
}

/** A value of a list as its form shows it before it is edited. */
export function typedValue(list: CodeList, value: CodeValue): TypedValue {
  const { lawGroup = "", asksWhich, fatal } = value as Partial<CaseTypeValue & IncidentTypeValue>;
  const yesOrNo = (answer: boolean | undefined) => (answer ? "yes" : "no");
  return {
    key: value.key,
    label: value.label,
    offered: yesOrNo(value.offered),
    mergedInto: value.mergedInto ?? "",
    lawGroup,
    asksWhich: yesOrNo(asksWhich),
    fatal: list.name === "incident_type" ? yesOrNo(fatal) : "",
  };
}

/** The name of a field in the form of a list: the field of a value, by its place. */
export function fieldOf(index: number, field: keyof TypedValue): string {
  return `values.${index}.${field}`;
}

/**
 * The values of a list after an edit, or every problem beside its field. Values that the list has
 * stay, whatever else; new ones come last, and those without a label are left out. A value merged
 * into another is no longer offered, and what was merged into it goes along.
 *
 * Example: "Hybrid" merged into "Unclear" → records with Hybrid count as Unclear, and Hybrid can no
 * longer be chosen. A label that stands twice is refused, as is a list that offers nothing.
 */
export function editCodeList<N extends keyof CodeLists>(
  list: CodeLists[N],
  typed: readonly TypedValue[],
): Outcome<CodeLists[N]["values"]> {
  const problems: Problem[] = [];
  const refuse = (index: number, field: keyof TypedValue, message: string) =>
    problems.push({ field: fieldOf(index, field), message });
  const rows = typed
    .map((value, index) => ({ value: { ...value, label: value.label.trim() }, index }))
    .filter(({ value }) => value.key !== "" || value.label !== "");
  const keys = new Set(list.values.map(({ key }) => key));
  const sent = rows.slice(0, keys.size).map(({ value }) => value.key);
  const isMore = rows.slice(keys.size).some(({ value }) => value.key !== "");
  if (isMore || list.values.some(({ key }, place) => key !== sent[place]))
    return refused("", "The list has changed since you opened this page. Open it again.");
  const values = rows.map(({ value, index }): CodeValue => {
    if (value.label === "") refuse(index, "label", "Enter a name for this value");
    if (value.label.length > 100) refuse(index, "label", "Shorten this name to 100 characters");
    if (!isKeepable(value.label)) refuse(index, "label", unkeepable);
    if (rows.some((other) => other.index < index && isSame(other.value.label, value.label)))
      refuse(index, "label", `“${value.label}” stands in the list already`);
    const key = value.key || newKey(value.label, keys);
    keys.add(key);
    const target = value.mergedInto === "" ? null : value.mergedInto;
    const mergedInto = target === null ? null : endOf(rows, target);
    if (target !== null && (mergedInto === null || mergedInto === key))
      refuse(index, "mergedInto", "Select another value that is offered");
    const offered = value.offered === "yes" && mergedInto === null;
    const own = { key, label: value.label, offered, mergedInto };
    return { ...own, ...extrasOf(list, value, (field, message) => refuse(index, field, message)) };
  });
  if (values.every((one) => !one.offered)) refuse(0, "offered", "Offer one value at least");
  return problems.length > 0 ? refusedFor(problems) : done(values as CodeLists[N]["values"]);
}

function isSame(a: string, b: string): boolean {
  return normal(a) === normal(b);
}

/** Where merging ends: the value itself, or what it is merged into; null when that is no value. */
function endOf(rows: readonly { value: TypedValue }[], key: string): string | null {
  const seen = new Set<string>();
  for (let at = key; !seen.has(at); ) {
    seen.add(at);
    const found = rows.find(({ value }) => value.key === at)?.value;
    if (!found) return null;
    if (found.mergedInto === "") return found.offered === "yes" ? at : null;
    at = found.mergedInto;
  }
  return null;
}

type Extras = Partial<
  Pick<CaseTypeValue, "lawGroup" | "asksWhich"> & Pick<IncidentTypeValue, "fatal">
>;

function extrasOf(
  list: CodeList,
  value: TypedValue,
  refuse: (field: keyof TypedValue, message: string) => void,
): Extras {
  if (list.name === "case_type") {
    if (!Object.hasOwn(lawGroups, value.lawGroup)) refuse("lawGroup", "Select the law group");
    return { lawGroup: value.lawGroup as LawGroup, asksWhich: value.asksWhich === "yes" };
  }
  if (list.name !== "incident_type") return {};
  if (!["yes", "no"].includes(value.fatal)) refuse("fatal", "Select whether it is fatal");
  return { fatal: value.fatal === "yes" };
}

/** Keys that tables give to lines of their own, of many values or of none. */
const keysOfTables = [
  ...["total", "not_recorded", "recorded", "any", "all_fatal", "all_other"],
  ...Object.keys(lawGroups).map((group) => `all_${group}`),
];

/**
 * A key for a new value, from its label: "Section 20, agreed" → "section_20_agreed"; none that is
 * taken, or that tables use themselves: "Not recorded" → "not_recorded_2".
 */
function newKey(label: string, taken: ReadonlySet<string>): string {
  const words = label
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
  const start = words.replace(/^_|_$/g, "").slice(0, 40).replace(/_$/, "") || "value";
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? start : `${start}_${number}`;
    if (!taken.has(key) && !keysOfTables.includes(key)) return key;
  }
}
