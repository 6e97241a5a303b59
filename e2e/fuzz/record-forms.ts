import type { Section } from "@/domain/case-record/case-record";
import { rowFields } from "@/domain/case-record/row-fields";
import { type CodeListName, type CodeValue, firstCodeLists } from "@/domain/code-lists/code-lists";
import { typedValue } from "@/domain/code-lists/edit";
import type { Fields } from "./forms";
import type { Random } from "./random";
import { numberIn, type Team } from "./team";
import { oddNumber, oddText } from "./values";

/* The forms on the record of a case and on what it can hold. */

const sexes = ["female", "male", "", "x"];
const days = ["14 October 2014", "2014-10-14", "1/2/2016", "31/2/2016", ""];

/** What may stand in the fields of a case's record. */
const recordValues: Readonly<Record<string, (r: Random) => string>> = {
  sample: (r) => r.one(["2016", "2017", oddText(r)]),
  newSample: (r) => r.one(["", "2017", oddText(r)]),
  submissionKind: (r) => r.one(firstCodeLists.submission_kind.values).key,
  methodology: (r) => r.one(firstCodeLists.methodology.values).key,
  caseType: (r) => r.one(firstCodeLists.case_type.values).key,
  caseTypeDetail: (r) => r.one(["", oddText(r)]),
  involvement: (r) => r.one(firstCodeLists.involvement.values).key,
  incidentType: (r) => r.one(firstCodeLists.incident_type.values).key,
  incidentRationale: (r) => r.one(["Page 2", "", oddText(r)]),
  motherAge: (r) => r.one(["", "19", "9", oddNumber(r)]),
  motherAgeBand: (r) => r.one(["", "", "21_25", "unknown"]),
  included: (r) => r.one(["yes", "yes", "yes", "no"]),
  exclusionReason: (r) => r.one(["", "Withdrawn", oddText(r)]),
  ageYears: (r) => r.one(["", "0", "17", "18", oddNumber(r)]),
  sex: (r) => r.one(sexes),
  outcome: (r) => r.one(["died", "survived", ""]),
  startDate: (r) => r.one(days),
  endDate: (r) => r.one(days),
  subject: (r) => r.one(["child", "family", ""]),
  kind: (r) => r.one(["strength", "shortcoming", ""]),
  theme: (r) => r.one(firstCodeLists.practice_theme.values).key,
  description: (r) => r.one(["Page 2", "", oddText(r)]),
  status: (r) => r.one(["", ...firstCodeLists.action_status.values.map(({ key }) => key)]),
};

const singleFields: Readonly<Record<Section, readonly string[]>> = {
  case: ["sample", "newSample", "submissionKind", "methodology", "caseType", "caseTypeDetail"],
  involvement: ["involvement"],
  incident: ["incidentType", "incidentRationale"],
  children: ["motherAge", "motherAgeBand"],
  practice: [],
  actions: [],
  analysis: ["included", "exclusionReason"],
};

/** A section of the record of a case. */
export function section(r: Random, team: Team, reference: string, of: Section): Fields {
  const revision = `select max(f.revision) from case_records f
    join cases c on c.id = f.case_id where c.reference = ?`;
  const filled = (prefix: string, names: readonly string[]): Fields =>
    names.map((name) => [`${prefix}${name}`, recordValues[name]?.(r) ?? ""]);
  const rows = Object.hasOwn(rowFields, of) ? rowFields[of as keyof typeof rowFields] : null;
  const count = r.below(4);
  return [
    ["revision", `${numberIn(team, revision, reference)}`],
    ["reason", r.one(["A slip", "", oddText(r)])],
    ["confirmed", r.one(["", "{}", oddText(r)])],
    ...filled("", singleFields[of]),
    ...(rows ? [[`${rows.name}.count`, `${count}`] as Fields[number]] : []),
    ...(rows
      ? Array.from({ length: count }, (_, i) =>
          filled(`${rows.name}.${i}.`, Object.keys(rows.fields)),
        ).flat()
      : []),
    ...(r.chance(0.1) ? [[r.one(["add", "remove"]), `${r.below(5)}`] as Fields[number]] : []),
  ];
}

/** A code list, with one of its values renamed, merged or taken out, and perhaps a new one. */
export function codeList(r: Random, team: Team, name: CodeListName): Fields {
  const list = firstCodeLists[name];
  const version = "select max(version) from code_list_versions where list = ?";
  const values: readonly (CodeValue | null)[] = [...list.values, null];
  const fresh = { key: "", label: "", offered: true, mergedInto: null };
  const changed = r.below(values.length);
  return [
    ["version", `${numberIn(team, version, name)}`],
    ["count", `${values.length}`],
    ["reason", r.one(["Told so", "", oddText(r)])],
    ...values.flatMap((value, index): Fields => {
      const typed = { ...typedValue(list, value ?? fresh) };
      if (index === changed) typed.label = r.one([oddText(r), `${typed.label}x`]);
      if (index === changed && r.chance(0.3)) typed.mergedInto = r.one(list.values).key;
      return Object.entries(typed).map(([field, text]) => [`values.${index}.${field}`, text]);
    }),
  ];
}

/** Samples and their days. */
export function samples(r: Random): Fields {
  return [
    ["count", "1"],
    ["samples.0.name", r.one(["2016", "2017", oddText(r)])],
    ["samples.0.startsOn", r.one(days)],
    ["samples.0.endsOn", r.one(days)],
  ];
}

/** Figures from elsewhere. */
export function context(r: Random): Fields {
  return [
    ["count", r.one(["1", "2", "-1", "1e9"])],
    ["revision", r.one(["0", "1", "2", oddText(r)])],
    ["figures.0.part", r.one(["table_2", "notifications", oddText(r)])],
    ["figures.0.label", r.one(["Reviews notified", oddText(r)])],
    ["figures.0.figure", r.one(["1,250", "43%", "", oddText(r)])],
    ["figures.0.source", r.one(["A report", "", oddText(r)])],
  ];
}
