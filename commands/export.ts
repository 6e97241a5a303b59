import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ExportFile, exportDataset, exportFiles } from "@/db/exports/dataset";
import { commandLineViewer } from "@/db/people";
import { Fault, optionsOf, valueOr } from "./words";

/** export: writes every file of the dataset into a directory. */
export async function exportCommand(args: string[]): Promise<void> {
  const { options, rest } = optionsOf(args, ["out"]);
  if (rest.length > 0) throw new Fault(["Give the directory with --out."]);
  mkdirSync(options.out, { recursive: true });
  for (const file of Object.keys(exportFiles) as ExportFile[]) {
    const chunks = valueOr(await exportDataset(commandLineViewer(), file), "Nothing to export.");
    const path = join(options.out, file);
    await pipeline(Readable.from(chunks), createWriteStream(path, { mode: 0o600 }));
    console.log(`Wrote ${path}`);
  }
}
