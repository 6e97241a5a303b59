import { rmSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { must, person, refusal, temporaryStudy, textFile } from "../fixtures";
import type { ImportFile } from "../imports/read-csv";
import { readSheets } from "../imports/sheets/read-sheets";
import { workbookOf } from "../imports/sheets/workbook.fixtures";
import type { Viewer } from "../people/people";
import { faultsCopy } from "./faults-copy";
import { uploadWith } from "./folders";
import { jobOn, startCopying } from "./jobs";
import { beginUpload, discardUpload } from "./uploads";
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

/** Uploads this many invented cases, each with a fault, and waits until they are read. */
async function faultyUpload(cases: number): Promise<string> {
  const lines = Array.from(
    { length: cases },
    (_, index) => `X-${index},2015,s31,suicide,quick,${"about 1,".repeat(20)}`,
  );
  const header = "Ref,Sample,Case type,Incident type,Meth\n";
  const file = textFile("cases.csv", `${header}${lines.join("\n")}\n`);
  const { id } = must(await beginUpload(lead, [file]));
  await jobOn(id)?.ended;
  return id;
}

test("while a copy is made, others are answered", async () => {
  const id = await faultyUpload(5_000);
  const waiting = monitorEventLoopDelay({ resolution: 1 });
  const start = performance.now();
  waiting.enable();
  must(await faultsCopy(lead, id));
  const taken = performance.now() - start;
  waiting.disable();
  expect(waiting.max / 1e6 / taken).toBeLessThan(0.2);
});

test("whoever asks twice gets the same copy twice", async () => {
  const id = await faultyUpload(3);
  const [one, other] = await Promise.all([faultsCopy(lead, id), faultsCopy(lead, id)]);
  expect(must(one).equals(must(other))).toBe(true);
  expect(must(await faultsCopy(lead, id)).equals(must(one))).toBe(true);
});

test("with an upload that is thrown away goes the copy that is being made of it", async () => {
  const id = await faultyUpload(5_000);
  const copying = startCopying(id, uploadWith(id)?.folder ?? "");
  must(await discardUpload(lead, id));
  expect(await copying).toBe(false);
  expect(await faultsCopy(lead, id)).toEqual({ kind: "not_found" });
});

/** The rows of the copy of a file, each with its number and its first two cells. */
async function copied(file: ImportFile) {
  const { id } = must(await beginUpload(lead, [file]));
  await jobOn(id)?.ended;
  const bytes = await faultsCopyMadeHereToo(lead, id);
  const [sheet] = must(await readSheets({ name: "faults.xlsx", bytes }));
  return sheet?.rows.map(({ line, cells }) => [line, cells[0], cells[1]]);
}

const header = ["Ref", "Sample", "Case type", "Incident type", "Meth"];
const wrong = "Column Meth: “quick” found, expected Traditional, Hybrid, SCIE, Unclear or blank";

test("each row of the copy has the number that it has in the file, blank ones between them or not", async () => {
  const sound = "2015-01,2015,s31,suicide,hybrid";
  const text = `\n${header}\n${sound}\n\n\n2015-02,2015,s31,suicide,quick\n`;
  expect(await copied(textFile("cases.csv", text))).toEqual([
    [2, "Faults", "Ref"],
    [3, "", "2015-01"],
    [6, wrong, "2015-02"],
  ]);
});

test("a copy of rows with a fault alone says which row each was", async () => {
  const row = (line: number, cells: readonly string[]) =>
    `<row r="${line}">${cells.map((cell) => `<c t="str"><v>${cell}</v></c>`).join("")}</row>`;
  const facts = ["2015", "s31", "suicide"];
  const rows = [
    row(1, header),
    row(2, ["2015-01", ...facts, "hybrid"]),
    row(1_000_000, ["2015-02", ...facts, "quick"]),
  ];
  const bytes = workbookOf({ sheets: { Cases: rows.join("") } });
  expect(await copied({ name: "cases.xlsx", bytes })).toEqual([
    [1, "Faults", "Ref"],
    [2, `Row 1000000\n${wrong}`, "2015-02"],
  ]);
});

test("a quotation mark before a text is taken away in the copy of a file of Concord alone", async () => {
  const row = "'- at home,2015-01,2015,s31,suicide,quick\n";
  const others = "Rationale,Ref,Sample,Case type,Incident type,Meth\n";
  const own = "incident_rationale,case_ref,sample,case_type,incident_type,scr_methodology\n";
  const texts = [];
  for (const headers of [others, own])
    texts.push((await copied(textFile("cases.csv", headers + row)))?.map(([, , text]) => text));
  expect(texts).toEqual([
    ["Rationale", "'- at home"],
    ["incident_rationale", "- at home"],
  ]);
});

test("a copy that cannot be made is refused in words", async () => {
  const id = await faultyUpload(3);
  rmSync(join(uploadWith(id)?.folder ?? "", "read-by.json"));
  expect(await faultsCopy(lead, id)).toEqual(
    refusal(
      "",
      "The copy with the faults could not be made: the files hold more than Concord copies at once. Split them, or mend the faults that are listed here.",
    ),
  );
});
