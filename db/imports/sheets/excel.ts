import type { Sheet } from "@/domain/import/sheet";
import { newAllowance } from "./allowance";
import { openArchive } from "./archive";
import { readStyles } from "./number-formats";
import { readSharedStrings } from "./shared-strings";
import { readWorkbook } from "./workbook";
import { readWorksheet } from "./worksheet";

/**
 * Reads every worksheet of an Excel workbook (.xlsx). `progress` is told the share that is read.
 * Throws Unreadable. For use inside db/.
 */
export async function readExcel(
  bytes: Uint8Array,
  progress: (share: number) => void,
): Promise<Sheet[]> {
  let taken = 0;
  let toTake = bytes.byteLength;
  const archive = await openArchive(bytes, (more) => {
    taken += more;
    progress(Math.min(taken / toTake, 1));
  });
  const workbook = await readWorkbook(archive);
  const needed = [workbook.sharedStrings, workbook.styles, ...workbook.sheets.map((s) => s.part)];
  // Pictures and the like are not unpacked, and do not count.
  toTake = needed.reduce((sum, part) => sum + (part?.size ?? 0), taken);
  const allowance = newAllowance();
  const context = {
    formats: await readStyles(archive, workbook.styles),
    sharedStrings: await readSharedStrings(archive, workbook.sharedStrings, allowance),
    from1904: workbook.from1904,
    allowance,
  };
  const sheets: Sheet[] = [];
  const counting = workbook.from1904 ? { from1904: true } : {};
  for (const { name, part, hidden } of workbook.sheets) {
    const read = await readWorksheet(archive, part, name, context);
    sheets.push({ name, ...read, ...counting, ...(hidden ? { hidden } : {}) });
  }
  return sheets;
}
