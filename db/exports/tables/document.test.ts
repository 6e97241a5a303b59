import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { WithheldPlace } from "@/domain/tables/published-table";
import type { ShownTable } from "@/domain/tables/shown-table";
import type { ContextFigures } from "../../study/context-figures";
import { documentOfTables } from "./document";

const made = { at: "2016-10-14T09:00:00Z", by: null };
const source = {
  view: { kind: "team", withheldUpTo: 5 },
  release: null,
  made,
  invented: false,
} as const;

interface Beneath {
  readonly withheld?: readonly WithheldPlace[];
  readonly figures?: ContextFigures["figures"];
}

/** A document of these tables, with what stands beneath them, as XML. */
async function documentOf(
  tables: readonly ShownTable[],
  { withheld = [], figures = [] }: Beneath,
): Promise<string> {
  const elsewhere = { figures, revision: 1, recordedAt: null, recordedBy: null };
  const bytes = await documentOfTables({ tables, withheld, elsewhere, source });
  return strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
}

/** A table with two lines, and so many columns. */
function tableWith(columns: number): ShownTable {
  const names = Array.from({ length: columns }, (_, at) => `Sample ${at + 1}`);
  const line = (label: string) => ({
    ...{ key: label, label, look: "part" as const },
    cells: names.map(() => ({ text: "12" })),
  });
  return {
    ...{ name: "table_9", title: "Table 9: index incidents", lineLabel: "Incident" },
    ...{ columns: names, lines: [line("One"), line("Other")], notes: [], marks: [] },
    ...{ base: "12 cases.", caveats: [], chart: null },
  };
}

const timesIn = (xml: string, words: string) => xml.split(words).length - 1;

test("wide tables stand on pages on their side, and those that follow each other on the same", async () => {
  const wide = await documentOf([tableWith(2), tableWith(6), tableWith(7), tableWith(2)], {});
  expect([timesIn(wide, "<w:sectPr"), timesIn(wide, 'w:orient="landscape"')]).toEqual([3, 1]);
  expect(timesIn(wide, "<w:drawing>")).toBe(0);
});

test("where there are many columns their names run upwards, and nothing else does", async () => {
  const many = await documentOf([tableWith(10)], {});
  expect(timesIn(many, "<w:textDirection")).toBe(10);
  expect(timesIn(await documentOf([tableWith(9)], {}), "<w:textDirection")).toBe(0);
});

test("a document names what is withheld and what comes from elsewhere", async () => {
  const figure = { part: "table_2", label: "Notified", figure: "21", source: "A report" } as const;
  const withheld = [{ table: "Table 4", line: "Neglect", column: "2015" }];
  const words = await documentOf([], { withheld, figures: [figure] });
  expect(words).toContain("What is withheld");
  expect(words).toContain("Figures from elsewhere");
});

test("a document says nothing of either where there is none", async () => {
  const words = await documentOf([], {});
  expect(words).toContain("What to keep in mind");
  expect(words).not.toContain("What is withheld");
  expect(words).not.toContain("Figures from elsewhere");
});
