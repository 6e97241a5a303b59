import type { CodeLists } from "../code-lists/code-lists";
import type { Codebook } from "../codebook/codebook";
import { codeListFields, codeListRows } from "./code-lists-table";
import type { Field, Row } from "./field";
import type { Book } from "./table";

/** A table that says how to read the others. */
export interface GuideTable {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly key: readonly string[];
  readonly fields: readonly Field[];
  readonly rows: readonly Row[];
  readonly forLeads?: true;
}

const text = (name: string, label: string, description: string): Field => ({
  ...{ type: "text", name, label, description },
});

/** The codebook that new cases are rated by: a row for each level of each factor. */
function codebookTable({ version, factors }: Codebook): GuideTable {
  return {
    name: "codebook",
    title: `Codebook, version ${version}`,
    description: "What each risk factor and each of its levels means.",
    key: ["factor", "level"],
    fields: [
      text("factor", "Risk factor", "The name of its column."),
      text("factor_label", "Name", "The factor as pages show it."),
      text("definition", "Definition", "What the factor is."),
      text("use_when", "Use when", "When it is rated."),
      text("do_not_use_when", "Do not use for", "When it is not."),
      text("level", "Level", "The key of the level."),
      text("level_label", "Level, name", "The level as pages show it."),
      {
        ...{ type: "integer", least: 0, most: 3, name: "score", label: "Score" },
        description: "The score of the level.",
      },
      text("anchor", "Anchor", "What a case looks like at this level."),
    ],
    rows: factors.flatMap((factor) =>
      factor.levels.map(({ key, label, score, anchor }) => ({
        factor: factor.key,
        factor_label: factor.label,
        definition: factor.definition,
        use_when: factor.useWhen,
        do_not_use_when: factor.doNotUseWhen,
        level: key,
        level_label: label,
        score,
        anchor: anchor === "" ? null : anchor,
      })),
    ),
  };
}

function codeListsTable(lists: CodeLists): GuideTable {
  return {
    name: "code-lists",
    title: "Code lists",
    description:
      "Every value of the code lists, those that were merged into others too. An import takes over the values that a study does not have; into a study without a case, also what values are called and how they count.",
    key: ["list", "value"],
    fields: codeListFields,
    rows: codeListRows(lists),
  };
}

/** A table as those that describe it need it. */
type Described = Pick<GuideTable, "name" | "fields" | "forLeads">;

/**
 * The tables that say how to read these: the codebook, the code lists, the fields of the tables that everybody has,
 * and those of the tables for leads, where they are among them.
 */
export function guideTables(
  { codebook, lists }: Pick<Book, "codebook" | "lists">,
  tables: readonly Described[],
): GuideTable[] {
  const forLeads = tables.filter((table) => table.forLeads);
  const forAll = tables.filter((table) => !table.forLeads);
  return [
    codebookTable(codebook),
    codeListsTable(lists),
    fieldsTable(forAll),
    ...(forLeads.length > 0 ? [ratingsFieldsTable(forLeads)] : []),
  ];
}

function ratingsFieldsTable(tables: readonly Described[]): GuideTable {
  return {
    ...fieldsTable(tables),
    name: "ratings-fields",
    title: "Fields of the tables for leads, and their values",
    forLeads: true,
  };
}

/** Every field of these tables, and what its values mean: a row for each value, or for the field. */
function fieldsTable(tables: readonly Described[]): GuideTable {
  return {
    name: "fields",
    title: "Fields and their values",
    description: "Every column of every table, with what it says and what its values mean.",
    key: ["table", "field", "value"],
    fields: [
      text("table", "Table", "The name of the table."),
      text("field", "Field", "The name of the column."),
      text("label", "Label", "The name in words."),
      text("description", "Description", "What it says."),
      text("type", "Type", "What can stand in it."),
      text("value", "Value", "One of its values, where it has a list of them."),
      text("value_label", "Value, label", "What that value means."),
    ],
    rows: tables.flatMap(({ name, fields }) =>
      fields.flatMap((field): Row[] => {
        const { label, description, type } = field;
        const start = { table: name, field: field.name, label, description, type };
        const values = valuesOf(field);
        if (values.length === 0) return [{ ...start, value: null, value_label: null }];
        return values.map((one) => ({ ...start, value: one.value, value_label: one.label }));
      }),
    ),
  };
}

function valuesOf(field: Field): { value: string; label: string }[] {
  if (field.type === "code") return field.codes.map(({ key, label }) => ({ value: key, label }));
  if (field.type !== "score") return [];
  return field.levels.map(({ score, label }) => ({ value: String(score), label }));
}
