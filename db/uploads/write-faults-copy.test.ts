import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { must, person, temporaryStudy, textFile } from "../fixtures";
import type { ImportFile } from "../imports/read-csv";
import { readSheets } from "../imports/sheets/read-sheets";
import { type Written, workbookOf } from "../imports/sheets/workbook.fixtures";
import type { Viewer } from "../people/people";
import { jobOn } from "./jobs";
import { beginUpload } from "./uploads";
import { faultsCopyMadeHereToo } from "./uploads.fixtures";

// Files are read and copied in a process, which takes its time where others work too.
vi.setConfig({ testTimeout: 120_000 });

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
});
afterEach(() => study.end());

const text = (value: string) => `<c t="str"><v>${value}</v></c>`;
const number = (value: number, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
const row = (...cells: string[]) => `<row>${cells.join("")}</row>`;
/** Three digits, zeros in front. */
const styles = `<numFmts><numFmt numFmtId="164" formatCode="000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`;

const headers = row(
  ...["Ref", "Sample", "Case type", "Incident type", "Meth"].map(text),
  ...["Period 1 start", "Incident rationale", "Mother age"].map(text),
);

/** The cells of the second row in the copy of a workbook, behind the column with its faults. */
function copied(book: Omit<Written, "styles">): Promise<unknown> {
  return copiedFrom({ name: "cases.xlsx", bytes: workbookOf({ ...book, styles }) });
}

async function copiedFrom(file: ImportFile): Promise<unknown> {
  const { id } = must(await beginUpload(lead, [file]));
  await jobOn(id)?.ended;
  const bytes = await faultsCopyMadeHereToo(lead, id);
  const [sheet] = must(await readSheets({ name: "faults.xlsx", bytes }));
  return sheet?.rows[1]?.cells.slice(1);
}

test("in the copy of a workbook each cell says what it said, as far as its column takes it", async () => {
  const facts = [text("2015-01"), text("2015"), text("s31"), text("suicide"), text("quick")];
  const cases = headers + row(...facts, number(41926), text("'- at home"), number(19, 1));
  expect(await copied({ sheets: { Cases: cases } })).toEqual([
    ...["2015-01", "2015", "s31", "suicide", "quick"],
    ...["41926", "'- at home", "19"],
  ]);
});

test("a number that is no day is the same in the copy, however its workbook counts days", async () => {
  const facts = [number(41926), text("2015"), text("s31"), text("suicide"), text("quick")];
  const cases = headers + row(...facts, number(41926), text("41926"), number(19));
  expect(await copied({ from1904: true, sheets: { Cases: cases } })).toEqual([
    ...["41926", "2015", "s31", "suicide", "quick"],
    ...["2018-10-15", "41926", "19"],
  ]);
});

test("marks come off the texts of Concord's own CSV files, and off nothing else", async () => {
  const names = ["incident_rationale", "case_ref", "sample", "case_type", "incident_type"];
  const cells = ["'- at home", "2015-01", "2015", "s31", "suicide"];
  const csv = `${[...names, "scr_methodology"]}\n${[...cells, "'- quick"]}\n`;
  const ofCsv = await copiedFrom(textFile("cases.csv", csv));
  expect(ofCsv).toEqual(["- at home", ...cells.slice(1), "'- quick"]);
  const rows =
    row(...names.map(text), text("scr_methodology")) + row(...cells.map(text), text("quick"));
  expect(await copied({ sheets: { Cases: rows } })).toEqual([...cells, "quick"]);
});

test("a sheet that is left out is in the copy too", async () => {
  const facts = [text("2015-01"), text("2015"), text("s31"), text("suicide"), text("quick")];
  const remarks = row(text("Remarks")) + row(text("Two files are missing"));
  const sheets = { Remarks: remarks, Cases: headers + row(...facts) };
  expect(await copied({ sheets })).toEqual(["Two files are missing"]);
});
