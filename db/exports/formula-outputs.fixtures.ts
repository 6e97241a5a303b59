import { stringify } from "csv-stringify/sync";
import { unzipSync } from "fflate";
import { always } from "@/domain/agreement/period";
import { reportFiles } from "@/domain/agreement/report-files";
import { everything } from "@/domain/dataset/choice";
import { tableFiles } from "@/domain/tables/table-files";
import { exportedBytes, must, textFile } from "../fixtures";
import type { Viewer } from "../people/people";
import { faultsCopy } from "../uploads/faults-copy";
import { jobOn } from "../uploads/jobs";
import { beginUpload } from "../uploads/uploads";
import { exportFilesFor } from "./dataset";
import { allTypedIn, typedIn } from "./formula-places.fixtures";
import { exportPublication, publicationFile } from "./publication";
import { exportReliability } from "./reliability/export-reliability";
import { exportTables } from "./tables/export-tables";

/**
 * Every file that a lead can take away of the study of formulas, by its name; what is packed in a
 * zip, by the name of that too. The names are those by which pages offer files. What goes along with
 * a release alone is in the zip, which is of the last one.
 */
export async function filesTaken(lead: Viewer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const { name } of exportFilesFor(lead)) {
    const isZip = name.endsWith(".zip");
    const bytes = await exportedBytes(lead, name, { ...everything, release: isZip ? 2 : null });
    const parts = isZip ? Object.entries(unzipSync(bytes)) : [];
    if (!isZip) files.set(name, bytes);
    for (const [part, content] of parts) files.set(`${name}/${part}`, Buffer.from(content));
  }
  const now = { release: null, forPublication: false, thisSample: typedIn("sample", 0) };
  for (const { name } of tableFiles)
    files.set(`tables/${name}`, must(await exportTables(lead, name, now)).bytes);
  files.set(publicationFile.name, must(await exportPublication(lead, 2)));
  const choice = { samples: [], secondLook: null, period: always, coders: [], names: true };
  for (const { name } of reportFiles)
    files.set(name, must(await exportReliability(lead, name, choice)).bytes);
  files.set("faults.xlsx", await copyWithFaults(lead));
  return files;
}

/** The copy of an upload in whose every row and header something is typed. */
async function copyWithFaults(lead: Viewer): Promise<Buffer> {
  const cells = allTypedIn("cell_of_upload");
  const rows = [
    ["Ref", "Sample", "Case type", "Incident type", cells[0] ?? ""],
    ...cells.map((cell, index) => [`X-${index}`, "2015", cell, cell, cell]),
  ];
  const { id } = must(await beginUpload(lead, [textFile("cases.csv", stringify(rows))]));
  await jobOn(id)?.ended;
  return must(await faultsCopy(lead, id));
}
