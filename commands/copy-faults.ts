import { writeFaultsCopy } from "@/db/uploads/write-faults-copy";

/** Makes the copy, with their faults, of the files of the upload in a folder. */
const [folder = ""] = process.argv.slice(2);
await writeFaultsCopy(folder);
