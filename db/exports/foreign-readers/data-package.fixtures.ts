/* Tables held to the schemas of a data package, as Table Schema, version 1, says it. */

interface PackageField {
  readonly name: string;
  readonly type: "string" | "integer" | "date";
  readonly constraints?: {
    readonly minimum?: number;
    readonly maximum?: number;
    readonly enum?: readonly (string | number)[];
  };
}

interface ForeignKey {
  readonly fields: string;
  readonly reference: { readonly resource: string; readonly fields: string };
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: {
    readonly fields: PackageField[];
    readonly missingValues: readonly string[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly ForeignKey[];
  };
}

/** A descriptor, as far as it is looked at here. */
export interface DataPackage {
  readonly resources: readonly Resource[];
}

/** A table of it: its rows as texts, the names of the columns first. */
export interface PackageTable {
  readonly resource: Resource;
  readonly rows: string[][];
}

/** Whatever in these tables is not as their schemas say, in words. */
export function faultsOf(tables: readonly PackageTable[]): string[] {
  return tables.flatMap((table) => {
    const { resource, rows } = table;
    const fields = resource.schema.fields.map(({ name }) => name);
    if (rows[0]?.join() !== fields.join()) return [`${resource.name} has other columns`];
    return [...cellFaults(table), ...doubled(table), ...astray(table, tables)];
  });
}

function cellFaults({ resource, rows }: PackageTable): string[] {
  const { name, schema } = resource;
  return rows.slice(1).flatMap((row, at) =>
    schema.fields.flatMap((field, index) => {
      const cell = row[index] ?? "";
      if (schema.missingValues.includes(cell)) return [];
      return faultsIn(cell, field).map(
        (fault) => `${name}, row ${at + 2}, ${field.name}: ${fault}`,
      );
    }),
  );
}

function faultsIn(cell: string, { type, constraints = {} }: PackageField): string[] {
  if (type === "date" && !isDay(cell)) return [`${cell} is no date`];
  if (type === "integer" && !/^-?\d+$/.test(cell)) return [`${cell} is no integer`];
  const { minimum, maximum, enum: list } = constraints;
  return [
    ...(minimum !== undefined && Number(cell) < minimum ? [`${cell} is below ${minimum}`] : []),
    ...(maximum !== undefined && Number(cell) > maximum ? [`${cell} is above ${maximum}`] : []),
    ...(list && !list.map(String).includes(cell) ? [`${cell} is not in the list`] : []),
  ];
}

function isDay(cell: string): boolean {
  const moment = new Date(`${cell}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(cell);
}

function doubled({ resource, rows }: PackageTable): string[] {
  const { fields, primaryKey } = resource.schema;
  const places = primaryKey.map((key) => fields.findIndex(({ name }) => name === key));
  const keys = rows.slice(1).map((row) => JSON.stringify(places.map((place) => row[place])));
  return keys
    .filter((key, at) => keys.indexOf(key) !== at)
    .map((key) => `${resource.name}: ${key} stands twice`);
}

function astray({ resource, rows }: PackageTable, tables: readonly PackageTable[]): string[] {
  return (resource.schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
    const target = tables.find((one) => one.resource.name === reference.resource);
    const known = new Set(target && columnOf(target, reference.fields));
    return columnOf({ resource, rows }, fields)
      .filter((cell) => !known.has(cell))
      .map((cell) => `${resource.name}: ${cell} is in no row of ${reference.resource}`);
  });
}

function columnOf({ resource, rows }: PackageTable, field: string): string[] {
  const place = resource.schema.fields.findIndex(({ name }) => name === field);
  return rows.slice(1).map((row) => row[place] ?? "");
}
