import {
  type CaseTypeValue,
  type CodeListName,
  type CodeLists,
  codeListNames,
  type IncidentTypeValue,
  lawGroups,
} from "../code-lists/code-lists";
import { fixedCodes, yesOrNo } from "./codes";
import type { Field, Row } from "./field";

const text = (name: string, label: string, description: string): Field => ({
  ...{ type: "text", name, label, description },
});
const answer = (name: string, label: string, description: string): Field => ({
  ...{ type: "code", name, label, description, codes: yesOrNo },
});

/** The fields of the table of code lists, a row for each value that ever was in one. */
export const codeListFields: readonly Field[] = [
  {
    ...{ type: "code", name: "list", label: "Code list" },
    description: "The list that the value is in.",
    codes: fixedCodes(codeListNames),
  },
  text("value", "Value", "The value as it stands in the tables."),
  text("label", "Label", "What it is called."),
  {
    ...{ type: "integer", least: 1, name: "number", label: "Number" },
    description: "Its number in SPSS and Stata, in the order in which values came into the list.",
  },
  answer("offered", "Offered", "Whether it can be chosen for a record."),
  text("counts_as", "Counts as", "The value that cases with it count as; missing for itself."),
  {
    ...{ type: "code", name: "law_group", label: "Law group" },
    description: "What a case type counts towards; missing in other lists.",
    codes: fixedCodes(lawGroups),
  },
  answer(
    "asks_which",
    "Asks which",
    "Whether a record with this case type says which kind it was; missing in other lists.",
  ),
  answer(
    "fatal",
    "Fatal",
    "Whether a child died in an incident of this type; missing in other lists.",
  ),
];

/** Every value of the code lists, those merged into others too, in the order of their numbers. */
export function codeListRows(lists: CodeLists): Row[] {
  const names = Object.keys(codeListNames) as CodeListName[];
  return names.flatMap((list) =>
    lists[list].values.map((value: Partial<CaseTypeValue & IncidentTypeValue>, index: number) => ({
      list,
      value: value.key ?? null,
      label: value.label ?? null,
      number: index + 1,
      offered: said(value.offered),
      counts_as: value.mergedInto ?? null,
      law_group: value.lawGroup ?? null,
      asks_which: said(value.asksWhich),
      fatal: said(value.fatal),
    })),
  );
}

function said(is: boolean | undefined): string | null {
  if (is === undefined) return null;
  return is ? "yes" : "no";
}
