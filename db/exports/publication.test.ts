import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { typedValue } from "@/domain/code-lists/edit";
import { notFound } from "@/domain/outcome";
import { must, person, refusal, release, temporaryStudy } from "../fixtures";
import { readSheets } from "../imports/sheets/read-sheets";
import type { Viewer } from "../people/people";
import { bringReferenceCases } from "../reference-cases.fixtures";
import { changeCodeList, currentCodeLists } from "../study/code-lists";
import { exportPublication } from "./publication";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let analyst: Viewer;

async function begin(kind: "study" | "demonstration"): Promise<void> {
  study = await temporaryStudy(kind);
  lead = await person("Lena", "lead", "coder");
  analyst = await person("Ana", "analyst");
  await bringReferenceCases(lead);
  await release(lead);
}

beforeEach(() => begin("study"));
afterEach(() => study.end());

/** The sheets of the publication of release 1, each as rows of texts. */
async function sheets(): Promise<Record<string, string[][]>> {
  const bytes = must(await exportPublication(analyst, 1));
  const read = must(await readSheets({ name: "publication.xlsx", bytes }));
  return Object.fromEntries(
    read.map(({ name, rows }) => [
      name,
      rows.map(({ cells }) => cells.map((cell) => String(cell))),
    ]),
  );
}

test("has a sheet for each table and chart, one of what is withheld, and notes", async () => {
  expect(Object.keys(await sheets())).toEqual([
    ...["table_1", "table_3", "table_4", "table_5", "table_6", "table_7", "table_8", "table_9"],
    ...["table_10", "range", "chart_1", "chart_2", "withheld", "notes"],
  ]);
});

test("has figures as numbers, and [c] in place of what is withheld", async () => {
  const { table_6, table_9, table_10 } = await sheets();
  expect(table_6?.slice(0, 5)).toEqual([
    ["Table 6: case types"],
    ["Case type", "2012 to 2014", "2015", "All"],
    ["Public law, s31", "[c]", "[c]", "30"],
    ["Public law, other", "[c]", "[c]", "7"],
    ["All public law", "24", "13", "37"],
  ]);
  expect(table_9?.find(([line]) => line === "All fatal")).toEqual([
    "All fatal",
    "16",
    "70",
    "10",
    "100",
    "17",
    "65",
    "9",
    "39",
    "52",
    "63",
  ]);
  expect(table_10?.at(-1)).toEqual(["All cases", "12.2", "59", "14.7", "23", "12.9", "82"]);
});

test("says of the demonstration that all is invented, and of a study nothing of the kind", async () => {
  const invented = "Demonstration: invented cases. Nothing here is a real child, family or review.";
  expect((await sheets()).notes?.flat()).not.toContain(invented);
  study.end();
  await begin("demonstration");
  expect((await sheets()).notes?.flat()).toContain(invented);
});

test("lists each place that is withheld, and not why", async () => {
  const { withheld = [] } = await sheets();
  expect(withheld.slice(0, 3)).toEqual([
    ["What is withheld"],
    ["table", "line", "column"],
    ["Table 3: SCR methodology", "Hybrid", "2014"],
  ]);
  expect(withheld).toContainEqual([
    "Table 10: average risk rating by case type",
    "Private law, WTFH only",
    "2015",
  ]);
});

test("says of which release it is, what is withheld, and what to keep in mind", async () => {
  const { notes = [] } = await sheets();
  const texts = notes.map((row) => row.join(" | "));
  expect(texts).toContainEqual(
    expect.stringMatching(/^All tables \| Release 1 of .*, SHA-256 [0-9a-f]{64}\.$/),
  );
  expect(texts).toContain(
    "Table 7: ages of the index children | Base: 113 index children of 2012 to 2015.",
  );
  expect(texts).toContain(
    "All tables | Withheld are counts from 1 to 5, means and ranges over fewer than 10 cases, and whatever would let a reader work one of them out.",
  );
  expect(texts).toContain(
    "All tables | How many cases there are in all is known to everybody: Table 1 and totals of cases are always shown.",
  );
  expect(texts).toContainEqual(expect.stringContaining("Ratings do not predict"));
});

test("is the same whenever it is made, and whoever makes it", async () => {
  const first = must(await exportPublication(analyst, 1));
  await release(lead, "Nothing has changed");
  expect(must(await exportPublication(lead, 1)).equals(first)).toBe(true);
});

test("has no formula, whatever a code list calls a value", async () => {
  const list = (await currentCodeLists()).methodology;
  const values = list.values.map((value) => ({
    ...typedValue(list, value),
    ...(value.key === "hybrid" && { label: "=HYPERLINK(1)" }),
  }));
  must(
    await changeCodeList(lead, "methodology", {
      ...{ seenVersion: list.version, reason: "Told so", values },
    }),
  );
  await release(lead, "With another name");
  const files = unzipSync(must(await exportPublication(analyst, 2)));
  const parts = Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  expect(parts.some(([, text]) => text.includes("=HYPERLINK(1)"))).toBe(true);
  expect(
    parts.filter(([name, text]) => /sheet\d+\.xml$/.test(name) && /<f[ >]/.test(text)),
  ).toEqual([]);
});

test("is of a release, and for those who may export", async () => {
  const coder = await person("Ann", "coder");
  expect(await exportPublication(lead, null)).toEqual(
    refusal(
      "publication",
      "Tables for publication are made from a release, so that they can be made again. Select a release.",
    ),
  );
  expect(await exportPublication(lead, 2)).toEqual(notFound);
  expect(await exportPublication(coder, 1)).toEqual(notFound);
});
