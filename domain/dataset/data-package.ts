import type { Field } from "./field";
import type { Licence } from "./licence";
import { caseRef, placeOf } from "./table";

/** A table as a data package names it. */
interface Resource {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly key: readonly string[];
  readonly fields: readonly Field[];
  readonly forLeads?: true;
}

/**
 * The descriptor of a Frictionless data package: every table as a CSV resource with its schema, what
 * can stand in each field, the words of coded values, and that each row belongs to a case. A missing
 * cell is an empty one. Without a licence it has no list of them, and the notes say so.
 *
 * Source: Data Package, Table Schema and Tabular Data Resource, version 1, specs.frictionlessdata.io
 * ("profile", "schema", "missingValues", "constraints", "foreignKeys"). The labels of codes stand in
 * "x:categories", which readers that do not know it pass over.
 */
export function dataPackage(
  title: string,
  tables: readonly Resource[],
  { notes, licence }: { readonly notes: readonly string[]; readonly licence: Licence | null },
): Record<string, unknown> {
  const ofCases = tables.find(({ key }) => key.join() === caseRef.name);
  return {
    profile: "tabular-data-package",
    name: "concord-dataset",
    title,
    description: notes.join(" "),
    sources: [{ title: "Concord" }],
    ...(licence && { licenses: [{ title: licence.title, path: licence.address }] }),
    resources: tables.map((table) => ({
      profile: "tabular-data-resource",
      name: table.name,
      path: `${placeOf(table)}.csv`,
      title: table.title,
      description: table.description,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      schema: {
        fields: table.fields.map(schemaField),
        missingValues: [""],
        primaryKey: table.key,
        ...(ofCases && table !== ofCases && namesCases(table) && { foreignKeys: [to(ofCases)] }),
      },
    })),
  };
}

function namesCases({ fields }: Resource): boolean {
  return fields.some(({ name }) => name === caseRef.name);
}

function to({ name }: Resource): Record<string, unknown> {
  return { fields: caseRef.name, reference: { resource: name, fields: caseRef.name } };
}

function schemaField(field: Field): Record<string, unknown> {
  const { name, label, description } = field;
  const words = { name, title: label, description };
  switch (field.type) {
    case "text":
      return { ...words, type: "string" };
    case "date":
      return { ...words, type: "date" };
    case "integer": {
      const maximum = field.most === undefined ? {} : { maximum: field.most };
      return { ...words, type: "integer", constraints: { minimum: field.least, ...maximum } };
    }
    case "code": {
      const categories = field.codes.map(({ key, label: meaning }) => ({
        value: key,
        label: meaning,
      }));
      const constraints = { enum: field.codes.map(({ key }) => key) };
      return { ...words, type: "string", constraints, "x:categories": categories };
    }
    case "score": {
      const categories = field.levels.map(({ score, label: meaning }) => ({
        value: score,
        label: meaning,
      }));
      const constraints = { enum: field.levels.map(({ score }) => score) };
      return { ...words, type: "integer", constraints, "x:categories": categories };
    }
  }
}
