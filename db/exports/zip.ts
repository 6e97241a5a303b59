import { zipSync } from "fflate";

// The first day that a zip can name. Real ones would make each file another, with the same in it.
const noTime = new Date("1980-01-01T00:00:00");

/** Files by name as a zip. The same files give the same bytes, whenever they are packed. */
export function sealed(files: Readonly<Record<string, Uint8Array>>): Buffer {
  const names = Object.keys(files).sort();
  const entries = names.map((name) => [name, [files[name], { mtime: noTime }]]);
  return Buffer.from(zipSync(Object.fromEntries(entries), { level: 6 }));
}
