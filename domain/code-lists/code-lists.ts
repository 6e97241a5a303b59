import { z } from "zod";
import firstCodeListsFile from "./first-code-lists.json" with { type: "json" };

/** The groups that case types count towards, by the law that the proceedings were under. */
export const lawGroups = {
  public: { label: "Public law" },
  private: { label: "Private law" },
  public_and_private: { label: "Public and private law" },
} as const;
export type LawGroup = keyof typeof lawGroups;

/** The code lists of the case record, as pages name them. */
export const codeListNames = {
  submission_kind: { label: "Kinds of submission" },
  methodology: { label: "SCR methodologies" },
  case_type: { label: "Case types" },
  involvement: { label: "Involvement" },
  incident_type: { label: "Index incident types" },
  practice_theme: { label: "Themes of practice" },
  action_status: { label: "Statuses of actions" },
} as const;
export type CodeListName = keyof typeof codeListNames;

/**
 * A value of a code list. The key is what is stored; it never changes, and goes away only with the
 * import that brought it, when that is undone and nothing has it.
 */
export interface CodeValue {
  readonly key: string;
  readonly label: string;
  /** Whether it can be chosen for a record that does not have it yet. */
  readonly offered: boolean;
  /** The key of the value that records with this one count as; null when it stands for itself. */
  readonly mergedInto: string | null;
}

/** A case type, the law group it counts towards, and whether a record says which one it was. */
export interface CaseTypeValue extends CodeValue {
  readonly lawGroup: LawGroup;
  readonly asksWhich: boolean;
}

/** A type of index incident, and whether a child died in it. */
export interface IncidentTypeValue extends CodeValue {
  readonly fatal: boolean;
}

/**
 * One version of a code list, its values in the order in which they came into it, which is that in
 * which they are offered: the place of a value never changes.
 */
export interface CodeList<V extends CodeValue = CodeValue> {
  readonly name: CodeListName;
  readonly version: number;
  readonly values: readonly V[];
  /** What values were called in earlier versions, by key; there only where files are read. */
  readonly formerLabels?: Readonly<Record<string, readonly string[]>>;
}

/** The code lists as they are now. */
export interface CodeLists extends Readonly<Record<CodeListName, CodeList>> {
  readonly case_type: CodeList<CaseTypeValue>;
  readonly incident_type: CodeList<IncidentTypeValue>;
}

const value = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/),
  label: z.string().min(1),
  offered: z.boolean().default(true),
  mergedInto: z.string().nullable().default(null),
});

const kinds: Readonly<Record<CodeListName, z.ZodType<CodeValue>>> = {
  submission_kind: value,
  methodology: value,
  case_type: value.extend({
    lawGroup: z.enum(Object.keys(lawGroups) as [LawGroup]),
    asksWhich: z.boolean().default(false),
  }),
  involvement: value,
  incident_type: value.extend({ fatal: z.boolean() }),
  practice_theme: value,
  action_status: value,
};

/**
 * The values of a code list as they are stored. Throws a ZodError when they are not a code list: a
 * key or a label stands twice, nothing is offered, or a value is merged into one that is not
 * there, not offered, or itself merged.
 */
export function readCodeList<N extends CodeListName>(
  name: N,
  version: number,
  stored: unknown,
): CodeLists[N] {
  const values = z
    .array(kinds[name])
    .refine((all) => isUnique(all.map((one) => one.key)), "A key stands twice")
    .refine((all) => isUnique(all.map((one) => normal(one.label))), "A label stands twice")
    .refine((all) => all.some((one) => one.offered), "Nothing is offered")
    .refine((all) => all.every((one) => mergesWell(all, one)), "A value is merged into nothing")
    .parse(stored);
  return { name, version, values } as unknown as CodeLists[N];
}

/** A label as labels are compared: "Public law,  S31" and "public law, s31" are the same. */
export function normal(label: string): string {
  return label.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}

function isUnique(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

function mergesWell(all: readonly CodeValue[], one: CodeValue): boolean {
  if (one.mergedInto === null) return true;
  const into = all.find((other) => other.key === one.mergedInto);
  return into?.offered === true && into.mergedInto === null && !one.offered;
}

/** The code lists that a new study starts with. */
export const firstCodeLists: CodeLists = Object.fromEntries(
  Object.entries(firstCodeListsFile).map(([name, values]) => [
    name,
    readCodeList(name as CodeListName, 1, values),
  ]),
) as unknown as CodeLists;

/**
 * The value that a stored key stands for now: its own, or the one that it was merged into. Throws
 * when the list never had the key: every key that is stored was in a version of its list.
 */
export function valueFor<V extends CodeValue>(list: CodeList<V>, key: string): V {
  const own = list.values.find((one) => one.key === key);
  const now = own?.mergedInto ? list.values.find((one) => one.key === own.mergedInto) : own;
  if (!now) throw new Error(`${list.name} has no value ${key}`);
  return now;
}

/** The values that can be chosen: those offered, and those that the record has already. */
export function choicesOf<V extends CodeValue>(
  list: CodeList<V>,
  ...held: readonly (string | null)[]
): V[] {
  const now = held.flatMap((key) => (key === null ? [] : [valueFor(list, key).key]));
  return list.values.filter((one) => one.offered || now.includes(one.key));
}

/** The keys that count as one of the values now: its own, and those merged into it. */
export function keysFor(list: CodeList, key: string): string[] {
  return list.values.filter((one) => one.key === key || one.mergedInto === key).map((v) => v.key);
}
