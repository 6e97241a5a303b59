import { caveats } from "@/domain/caveats";
import { chartAboveTable } from "@/domain/tables/chart-in-words";
import { drawn, numbersLeftOut } from "@/domain/tables/drawing";
import { partsOf } from "@/domain/tables/level-chart";
import { type WithheldPlace, withheldByLine } from "@/domain/tables/published-table";
import type { ShownTable } from "@/domain/tables/shown-table";
import type { ContextFigures } from "../../study/context-figures";
import { dotsPerInch, pngOf } from "./chart-png";
import { chartSvg } from "./chart-svg";
import { elsewhereBlocks } from "./elsewhere";
import { remarksOn, type TablesSource } from "./remarks";
import { bullets, caption, heading, paragraph, picture, underTable, wordFile } from "./word";
import type { Block, Pages } from "./word-pages";
import { isWide, listOf, pageWidths, tableOf } from "./word-table";

/** What a document is made of: plain data, so that it can be made in a thread of its own. */
export type DocumentOfTables = { readonly source: TablesSource } & (
  | { readonly table: ShownTable }
  | {
      readonly tables: readonly ShownTable[];
      /** What is withheld from them. */
      readonly withheld: readonly WithheldPlace[];
      /** What stands beneath all of them; null for a release. */
      readonly elsewhere: ContextFigures | null;
    }
);

/**
 * One table, or all of a page in the order of the report, as a Word document; the same bytes in
 * the same minute. It holds the thread that asks for it: see `madeApart`. For use inside db/.
 */
export function documentOfTables(document: DocumentOfTables): Promise<Buffer> {
  return "table" in document ? oneTable(document) : wholeReport(document);
}

/** Pictures for a document, which has the words around them already: each fits on a page. */
async function picturesOf({ title, chart }: ShownTable): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const part of chart ? partsOf(chart) : []) {
    const png = await pngOf(chartSvg(part, null), dotsPerInch.inDocument);
    blocks.push(picture(png, { title, description: chartAboveTable(part) }));
    if (drawn(part).leavesOut) blocks.push(...underTable([numbersLeftOut]));
  }
  return blocks;
}

/** A table as it stands on the pages of a document, which lie on their side where it is wide. */
async function pagesOf(shown: ShownTable): Promise<Pages> {
  const wide = isWide(shown);
  const blocks = [
    caption(shown.title),
    ...(shown.summary ?? []).map(paragraph),
    ...(await picturesOf(shown)),
    tableOf(shown, wide ? pageWidths.wide : pageWidths.upright),
    ...underTable([...shown.notes, ...shown.marks, `Base: ${shown.base}`]),
  ];
  return { isWide: wide, blocks };
}

type Of<Part extends string> = Extract<DocumentOfTables, Record<Part, unknown>>;

async function oneTable({ table: shown, source }: Of<"table">): Promise<Buffer> {
  const own = await pagesOf(shown);
  const beneath = [
    ...remarksOn(source)
      .filter((one) => !shown.marks.includes(one))
      .map(paragraph),
    caption("What to keep in mind"),
    ...bullets(shown.caveats),
  ];
  return wordFile({ title: shown.title, at: instantOf(source) }, [
    own,
    { isWide: own.isWide, blocks: beneath },
  ]);
}

async function wholeReport(of: Of<"tables">): Promise<Buffer> {
  const { tables, withheld, elsewhere, source } = of;
  const title = "The tables and charts of the report";
  const all: Pages[] = [];
  for (const shown of tables) all.push(await pagesOf(shown));
  const above = [heading(title), ...remarksOn(source).map(paragraph)];
  const beneath = [
    ...elsewhereBlocks(elsewhere),
    ...withheldBlocks(withheld),
    caption("What to keep in mind"),
    ...bullets(caveats.map(({ text }) => text)),
  ];
  return wordFile({ title, at: instantOf(source) }, [
    // The heading stands above the first table, not on a page of its own.
    { isWide: all[0]?.isWide ?? false, blocks: above },
    ...all,
    { isWide: false, blocks: beneath },
  ]);
}

/** The list of what is withheld, a row for each line of a table: where, and not why. */
function withheldBlocks(withheld: readonly WithheldPlace[]): Block[] {
  if (withheld.length === 0) return [];
  const rows = withheldByLine(withheld).map((one) => [
    ...[one.table, one.line, one.columns.join("; ")],
  ]);
  return [caption("What is withheld"), listOf([["Table", "Line", "Columns"], ...rows])];
}

/** When the release was made; for the dataset as it is now the minute, as its remarks say. */
function instantOf({ release, made }: TablesSource): string {
  return release ? release.madeAt : `${made.at.slice(0, "2016-10-14T09:00".length)}:00Z`;
}
