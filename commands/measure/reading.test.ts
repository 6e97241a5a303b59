import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packed, partsOf, workbookOf } from "@/db/imports/sheets/workbook.fixtures";

/* What a small file can cost, each read in a process of its own. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "concord-bombs-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Reading {
  /** Of the processor, because others may need it at the same time. */
  readonly processorSeconds: number;
  readonly moreMegabytes: number;
  readonly refused: readonly string[];
}

function reading(bytes: Uint8Array): Reading {
  const file = join(folder, "bomb.xlsx");
  writeFileSync(file, bytes);
  const args = ["--import", "tsx", "commands/measure/reading.ts", file];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';
const sheet = "xl/worksheets/sheet1.xml";
const withSheet = (xml: string) =>
  packed({ ...partsOf({ sheets: { Cases: cell } }), [sheet]: xml });
const laughs = Array.from(
  { length: 20 },
  (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
).join("");

describe("a file of at most 12 KB is refused within a second and 50 MB more memory:", () => {
  test.each<[string, Uint8Array]>([
    ["10 MB of spaces", withSheet(`<worksheet>${" ".repeat(10_000_000)}</worksheet>`)],
    ["10 MB of cells", withSheet(`<worksheet><sheetData><row>${"<c/>".repeat(2_500_000)}`)],
    ["10 MB of tags in tags", withSheet("<a>".repeat(3_300_000))],
    [
      "entities that make others",
      withSheet(`<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l20;</a>`),
    ],
    [
      "6 MB of shared texts",
      packed({
        ...partsOf({ sheets: { Cases: cell } }),
        "xl/sharedStrings.xml": `<sst>${"<si/>".repeat(1_300_000)}</sst>`,
      }),
    ],
    ["6 MB of rows", workbookOf({ sheets: { Cases: "<row/>".repeat(1_000_000) } })],
  ])("%s", (_, bytes) => {
    expect(bytes.length).toBeLessThan(12 * 1024);
    const { processorSeconds, moreMegabytes, refused } = reading(bytes);
    expect(refused).toHaveLength(1);
    expect(processorSeconds).toBeLessThan(1);
    expect(moreMegabytes).toBeLessThan(50);
  });
});
