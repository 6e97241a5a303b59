import { existsSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { importCases } from "@/db/imports/cases";
import type { ImportFile } from "@/db/imports/read-csv";
import { commandLineViewer } from "@/db/people/people";
import { count, Fault, optionsOf, valueOr } from "./words";

/** import cases: the reference columns, all or nothing. */
export async function importCasesCommand(args: string[]): Promise<void> {
  const { options, rest } = optionsOf(args, [], ["children", "periods", "ratings"]);
  const [path, ...more] = rest;
  if (path === undefined || more.length > 0) throw new Fault(["Give one file of cases."]);
  const outcome = await importCases(commandLineViewer(), {
    cases: fileAt(path),
    children: options.children === undefined ? undefined : fileAt(options.children),
    periods: options.periods === undefined ? undefined : fileAt(options.periods),
    ratings: options.ratings === undefined ? undefined : fileAt(options.ratings),
  });
  if (outcome.kind === "refused")
    throw new Fault([
      ...outcome.problems.map((problem) => problem.message),
      `Nothing was imported: ${count(outcome.problems.length, "fault")} found.`,
    ]);
  const counts = valueOr(outcome, "The cases could not be imported.");
  console.log(
    `Imported ${count(counts.cases, "case")} (${counts.committed} committed), ` +
      `${count(counts.children, "index child", "index children")}, ` +
      `${count(counts.periods, "involvement period")} and ` +
      `${count(counts.ratings, "set")} of independent ratings.`,
  );
}

function fileAt(path: string): ImportFile {
  if (!existsSync(path) || !statSync(path).isFile()) throw new Fault([`There is no file ${path}.`]);
  return { name: basename(path), bytes: readFileSync(path) };
}
