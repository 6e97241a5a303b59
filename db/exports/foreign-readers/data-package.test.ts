import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameOf, names } from "./comparing.fixtures";
import { type DataPackage, faultsOf, type PackageTable } from "./data-package.fixtures";
import { dataPackageProfile } from "./data-package-profile.fixtures";
import { heldBy, type Taken, takenStudy } from "./study.fixtures";

let taken: Taken;
let descriptor: DataPackage;
beforeAll(async () => {
  taken = await takenStudy();
  descriptor = JSON.parse(readFileSync(join(taken.folder, "datapackage.json"), "utf8"));
});
afterAll(() => taken.end());

const faultsByProfile = (one: unknown) => dataPackageProfile.safeParse(one).error?.issues ?? [];

/** The tables as they lie beside the descriptor, a row of names first. */
const tables = (): PackageTable[] =>
  descriptor.resources.map((resource) => ({
    resource,
    rows: parse(readFileSync(join(taken.folder, resource.path))) as unknown as string[][],
  }));

describe("the data package", () => {
  test("is one by the profile of the Frictionless Data project", () => {
    expect(faultsByProfile(descriptor)).toEqual([]);
    const spoilt = structuredClone(descriptor);
    spoilt.resources[0]?.schema.fields.push({ name: "more", type: "code" as "string" });
    expect(faultsByProfile(spoilt)).toHaveLength(1);
  });

  test("has tables that keep to their schemas, and as many rows as the database", () => {
    expect(faultsOf(tables())).toEqual([]);
    const rows = tables().map((table) => [table.resource.name, table.rows.length - 1]);
    expect(rows.slice(0, 8)).toEqual(
      names.map((name) => [nameOf(name), heldBy(taken, name).rows.length]),
    );
    expect(rows.slice(8).map(([name]) => name)).toEqual([
      ...["codebook", "code-lists", "fields", "ratings-fields"],
    ]);
  });

  test("says of every table with rows for cases that they are cases of the first", () => {
    const keys = descriptor.resources.map(({ name, schema }) => [name, schema.foreignKeys?.length]);
    expect(keys).toEqual([
      ["agreed-ratings", undefined],
      ...["agreed-ratings-long", "children", "involvement-periods"].map((name) => [name, 1]),
      ["practice", 1],
      ...["actions", "ratings", "sensitivity"].map((name) => [name, 1]),
      ["codebook", undefined],
      ["code-lists", undefined],
      ["fields", undefined],
      ["ratings-fields", undefined],
    ]);
  });

  test.each<[string, string, (rows: string[][]) => void, string]>([
    ["a letter for a number", "children", (rows) => put(rows, 1, "x"), "x is no integer"],
    ["an age of 18", "children", (rows) => put(rows, 1, "18"), "18 is above 17"],
    ["an age below 0", "children", (rows) => put(rows, 1, "-1"), "-1 is below 0"],
    ["an unknown word", "children", (rows) => put(rows, 2, "girl"), "girl is not in the list"],
    ["no day", "involvement-periods", (rows) => put(rows, 1, "2014-02-30"), "is no date"],
    ["a row twice", "children", (rows) => rows.push(rows[1] ?? []), "stands twice"],
    ["a child of no case", "children", (rows) => put(rows, 0, "2099-01"), "is in no row of"],
    ["a column too few", "actions", (rows) => rows[0]?.pop(), "other columns"],
  ])("would be found out with %s", (_, name, spoil, fault) => {
    const all = tables();
    spoil(all.find(({ resource }) => resource.name === name)?.rows ?? []);
    expect(faultsOf(all).join("\n")).toContain(fault);
  });
});

function put(rows: string[][], column: number, cell: string): void {
  const [, first = []] = rows;
  first[column] = cell;
}
