import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import type { TestContext } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** Why a test was skipped, for whoever reads how many were. */
    skippedBecause?: string;
  }
}

const answers = (program: string, ...args: string[]) =>
  spawnSync(program, args, { stdio: "ignore", timeout: 60_000 }).status === 0;
const rHas = (library: string) => answers("Rscript", "-e", `library(${library})`);

/** Programs that read what Concord writes, each with whether it is on this computer. */
const programs = {
  R: () => answers("Rscript", "--version"),
  haven: () => rHas("haven"),
  readxl: () => rHas("readxl"),
  readr: () => rHas("readr"),
  PSPP: () => answers("pspp", "--version"),
  LibreOffice: () => answers("soffice", "--version"),
};

/** Skips a test, and says why, when a program that it needs is not on this computer. */
export function needs(program: keyof typeof programs, { task, skip }: TestContext): void {
  if (programs[program]()) return;
  task.meta.skippedBecause = `${program} is not on this computer`;
  skip(task.meta.skippedBecause);
}

const launch = promisify(execFile);

/**
 * The rows of a CSV file, the first line its names: what stands in quotation marks is a text, what
 * does not is a number where it is one, and null where it is nothing or NA.
 */
export function rowsIn(path: string, from = 1): Record<string, string | number | null>[] {
  return parse(readFileSync(path, "utf8"), {
    columns: true,
    from_line: from,
    cast: (text, { quoting, header }) => {
      if (quoting || header) return text;
      if (text === "" || text === "NA") return null;
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    },
  });
}

/** Runs a program to its end, in a folder; what it printed. Throws when it fails. */
export async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  const { stdout } = await launch(program, [...args], { cwd, env, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** CSV in UTF-8 of every sheet, with texts in quotation marks and numbers and days as they are. */
export const csvOfEverySheet =
  "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1";

/** What LibreOffice is told to turn files in a folder into another format there. */
export function officeArguments(folder: string, format: string, ...files: string[]): string[] {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "office"))}`;
  return [profile, "--headless", "--convert-to", format, "--outdir", folder, ...files];
}
