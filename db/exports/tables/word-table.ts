import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextDirection,
  TextRun,
  WidthType,
} from "docx";
import type { ShownCell, ShownLine, ShownTable } from "@/domain/tables/shown-table";
import { printedWidth } from "./chart-png";

const twipsPerCentimetre = 567;

type Alignment = (typeof AlignmentType)["LEFT" | "RIGHT"];

/** How wide the text of a page is, in centimetres: of A4, or of A4 on its side. */
export const pageWidths = { upright: printedWidth, wide: 24.7 };

/** Texts as a table of rows and columns; the first row is its header. */
export function listOf(rows: readonly (readonly string[])[]): Table {
  const lines = rows.map(([label = "", ...texts], index): ShownLine => {
    const cells = texts.map((text) => ({ text }));
    return { key: String(index), label, look: index === 0 ? "total" : "part", cells };
  });
  return gridOf(lines, { width: pageWidths.upright, figures: AlignmentType.LEFT });
}

/** Whether a table stands on a page that lies on its side. */
export function isWide({ columns, chart }: ShownTable): boolean {
  return chart ? false : columns.length > mostUpright;
}

/** The lines of a table as a real table, whose header is repeated on each page. */
export function tableOf({ lineLabel, columns, lines }: ShownTable, width: number): Table {
  const header: ShownLine = {
    ...{ key: "header", label: lineLabel, look: "total" },
    cells: columns.map((text) => ({ text })),
  };
  return gridOf([header, ...lines], { width, figures: AlignmentType.RIGHT });
}

/** Rows of texts as a table, figures at the right; the first of them is its header. */
function gridOf(
  lines: readonly ShownLine[],
  { width, figures }: { width: number; figures: Alignment },
): Table {
  const total = Math.round(width * twipsPerCentimetre);
  const columns = lines[0]?.cells.length ?? 0;
  // A table that fits on a page is not torn apart, nor from what stands under it.
  const keepNext = lines.length <= mostTogether;
  const first = Math.round(total * (columns > 8 ? 0.2 : columns > 3 ? 0.34 : 0.46));
  const other = columns === 0 ? 0 : Math.floor((total - first) / columns);
  return new Table({
    width: { size: total, type: WidthType.DXA },
    columnWidths: [first, ...Array.from({ length: columns }, () => other)],
    borders: { ...noBorders, top: rule, bottom: rule, insideHorizontal: hairline },
    rows: lines.map(({ label, look, cells }, index) => {
      const isHeader = index === 0;
      const isUpright = isHeader ? columns > mostLevel : false;
      const ofCells = { keepNext, bold: look !== "part", isHeader };
      return new TableRow({
        tableHeader: isHeader,
        cantSplit: true,
        ...(isUpright ? { height: upright } : {}),
        children: [
          cellOf({ text: label }, { ...ofCells, isUpright: false, alignment: AlignmentType.LEFT }),
          ...cells.map((cell) => cellOf(cell, { ...ofCells, isUpright, alignment: figures })),
        ],
      });
    }),
  });
}

const mostTogether = 25;
// So many columns have room for their figures beside each other, and so many for their names.
const [mostUpright, mostLevel] = [5, 9];
const upright = { value: 3.2 * twipsPerCentimetre, rule: HeightRule.ATLEAST };
const none = { style: BorderStyle.NONE, size: 0 };
const noBorders = { left: none, right: none, insideVertical: none };
const rule = { style: BorderStyle.SINGLE, size: 8, color: "0b0c0c" };
const hairline = { style: BorderStyle.SINGLE, size: 4, color: "b1b4b6" };

interface CellLook {
  readonly keepNext: boolean;
  readonly bold: boolean;
  readonly isHeader: boolean;
  /** Whether its words run from the bottom to the top. */
  readonly isUpright: boolean;
  readonly alignment: Alignment;
}

function cellOf(
  { text, few }: ShownCell,
  { keepNext, bold, isHeader, isUpright, alignment }: CellLook,
): TableCell {
  return new TableCell({
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    ...(isHeader ? { borders: { bottom: rule } } : {}),
    ...(isUpright ? { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT } : {}),
    children: [
      new Paragraph({
        ...{ style: "TableText", keepNext },
        alignment: isUpright ? AlignmentType.LEFT : alignment,
        children: [new TextRun({ text: few ? `${text} *` : text, bold })],
      }),
    ],
  });
}
