import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TypedValue, typedValue } from "@/domain/code-lists/edit";
import { type CsvCase, csvFile, exportedBytes, must, person, temporaryStudy } from "../fixtures";
import { importCases } from "../imports/cases";
import { commandLineViewer, type Viewer } from "../people/people";
import { changeCodeList, currentCodeLists } from "../study/code-lists";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;

beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  const of = (case_ref: string, case_type: string): CsvCase => ({
    case_ref,
    scores: "3210000000000",
    cells: { case_type },
  });
  const all = [of("2012-01", "public_other"), of("2012-02", "private_wtfh")];
  must(await importCases(commandLineViewer(), { cases: csvFile("cases.csv", all) }));
});
afterEach(() => study.end());

async function edit(changes: Record<string, Partial<TypedValue>>, ...more: Partial<TypedValue>[]) {
  const { case_type: list } = await currentCodeLists();
  const fresh = { key: "", label: "", offered: "yes", mergedInto: "", lawGroup: "private" };
  must(
    await changeCodeList(lead, "case_type", {
      seenVersion: list.version,
      reason: "The team agreed",
      values: [
        ...list.values.map((value) => ({ ...typedValue(list, value), ...changes[value.key] })),
        ...more.map((value) => ({ ...fresh, asksWhich: "", fatal: "", ...value })),
      ],
    }),
  );
}

/** The numbers of the case types in the do-file for Stata, which are those of the cases too. */
async function inStata(): Promise<string[]> {
  const zip = unzipSync(await exportedBytes(lead, "dataset.zip"));
  const script = Buffer.from(zip["read-dataset.do"] ?? "").toString("utf8");
  const labels = [...script.matchAll(/^label define case_type (\d+ "[^"]*")/gm)];
  const cells = [...script.matchAll(/^replace case_type_code = (\d+) if/gm)];
  expect(cells.map(([, number]) => number)).toEqual(labels.map(([, one]) => one?.split(" ")[0]));
  return labels.map(([, one]) => one ?? "");
}

/** The number that stands before a label in a file for SPSS. */
async function inSpss(label: string): Promise<number> {
  const file = await exportedBytes(lead, "agreed-ratings.sav");
  const words = Buffer.from(label, "utf8");
  return file.readDoubleLE(file.indexOf(Buffer.concat([Buffer.from([words.length]), words])) - 8);
}

test("a value keeps its number for SPSS and Stata when others are merged, renamed and added", async () => {
  expect(await inStata()).toEqual([
    '1 "Public law, s31"',
    '2 "Public law, other"',
    '3 "Private law, WTFH only"',
    '4 "Private law, WTFH and WAFH"',
    '5 "Public and private law"',
  ]);
  expect(await inSpss("Private law, WTFH only")).toBe(3);
  await edit(
    {
      public_other: { mergedInto: "public_s31" },
      public_and_private: { label: "Mixed" },
    },
    { label: "Adoption" },
  );
  expect(await inStata()).toEqual([
    '1 "Public law, s31"',
    '3 "Private law, WTFH only"',
    '4 "Private law, WTFH and WAFH"',
    '5 "Mixed"',
    '6 "Adoption"',
  ]);
  expect(await inSpss("Private law, WTFH only")).toBe(3);
  expect(await inSpss("Mixed")).toBe(5);
  await edit({ public_other: { mergedInto: "", offered: "yes" } });
  expect((await inStata())[1]).toBe('2 "Public law, other"');
  expect(await inSpss("Adoption")).toBe(6);
});
