import { prepareUpload } from "@/db/uploads/prepare";

/** Reads the upload in a folder, and prints the share that is done as it goes. */
const [folder = ""] = process.argv.slice(2);
let told = 0;
await prepareUpload(folder, (share) => {
  if (share - told < 0.01) return;
  told = share;
  process.stdout.write(`${share.toFixed(2)}\n`);
});
