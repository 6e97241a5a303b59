import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { exportDataset, exportFiles } from "@/db/exports/dataset";
import { exportPublication, publicationFile } from "@/db/exports/publication";
import { commandLineViewer } from "@/db/people/people";
import { everything } from "@/domain/dataset/choice";
import { releaseNumberFrom } from "@/domain/releases/release";
import { Fault, optionsOf, valueOr } from "./words";

/**
 * export: writes every file of the dataset into a directory, with all that is in it, as it is now
 * or of a release; and the tables of that release for publication.
 */
export async function exportCommand(args: string[]): Promise<void> {
  const { options, rest } = optionsOf(args, ["out"], ["release"]);
  if (rest.length > 0) throw new Fault(["Give the directory with --out."]);
  const release = options.release === undefined ? null : releaseNumberFrom(options.release);
  if (options.release !== undefined && release === null)
    throw new Fault(["Give --release the number of a release, such as 1."]);
  mkdirSync(options.out, { recursive: true });
  for (const { name } of exportFiles) {
    const outcome = await exportDataset(commandLineViewer(), name, { ...everything, release });
    const path = join(options.out, name);
    const chunks = valueOr(outcome, `There is no release ${release}.`);
    await pipeline(Readable.from(chunks), createWriteStream(path, { mode: 0o600 }));
    console.log(`Wrote ${path}`);
  }
  if (release === null) return;
  const publication = await exportPublication(commandLineViewer(), release);
  const path = join(options.out, publicationFile.name);
  writeFileSync(path, valueOr(publication, `There is no release ${release}.`), { mode: 0o600 });
  console.log(`Wrote ${path}`);
}
