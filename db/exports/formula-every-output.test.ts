import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { temporaryStudy } from "../fixtures";
import { filesTaken } from "./formula-outputs.fixtures";
import { typedPlaces } from "./formula-places.fixtures";
import { type FileRead, placesIn, readFile } from "./formula-reading.fixtures";
import { formulaStudy } from "./formula-study.fixtures";

/*
 * Everything that people type is typed as formulas, and every file that can be taken away is taken.
 * The matrix says which of it each file holds: a file of tomorrow has no line there until somebody
 * adds one, and no place in which people type is in none.
 */

const matrix = "formula-every-output.matrix.txt";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let files: readonly (readonly [string, FileRead])[];
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2016-10-13T09:00:00Z") });
  study = await temporaryStudy();
  // The newest codebook holds, and their days stand in files.
  vi.setSystemTime(new Date("2016-10-14T09:00:00Z"));
  const taken = await filesTaken(await formulaStudy(study.dataDir));
  files = [...taken].map(([name, bytes]) => [name, readFile(name, bytes)] as const);
}, 300_000);
afterAll(() => {
  vi.useRealTimers();
  study.end();
});

test("no file has a formula in it", () => {
  const found = files.filter(([, { formulas }]) => formulas.length > 0);
  expect(found.map(([name, { formulas }]) => [name, formulas])).toEqual([]);
});

test("each file has the texts that the matrix says, all forty but where a number stands", () => {
  const lines = files.map(([name, read]) => `${name}: ${placesIn(read).join(", ")}`.trimEnd());
  const written = readFileSync(join(import.meta.dirname, matrix), "utf8")
    .trimEnd()
    .split("\n");
  expect(lines).toEqual(written);
});

test("every place in which people type is in a file", () => {
  const found = files.flatMap(([, read]) => placesIn(read).map((place) => place.split(" ")[0]));
  expect(typedPlaces.filter((place) => !found.includes(place))).toEqual([]);
});

test("these addresses hand out files, and no others", () => {
  const routes = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith("route.ts"),
  );
  const handOut = routes.filter((name) =>
    readFileSync(join("app", name), "utf8").includes("attachment"),
  );
  expect(handOut.sort()).toEqual([
    join("agreement", "[file]", "route.ts"),
    join("export", "[file]", "route.ts"),
    join("import", "[upload]", "faults", "route.ts"),
    join("tables", "[file]", "route.ts"),
  ]);
});
