import type { Sheet, SheetCell } from "@/domain/import/sheet";
import type { Archive, Part } from "./archive";
import { columnOf, hasText, hiddenOnes, type OpenRow, withMergedCells } from "./cell-places";
import { limits } from "./limits";
import { newTextGatherer } from "./shared-strings";
import { cellTooLong, unreadable } from "./unreadable";
import { type CellContext, cellReader, type WrittenCell } from "./written-cells";
import { isOn, readXml } from "./xml";

const lastRow = 1_048_576;

/**
 * Reads the rows of one worksheet that have text in them, and which columns it hides. A formula counts as its saved result;
 * without one the cell is an error. For use inside db/.
 */
export async function readWorksheet(
  archive: Archive,
  part: Part,
  name: string,
  context: CellContext,
): Promise<Pick<Sheet, "rows" | "hiddenColumns">> {
  const rows: OpenRow[] = [];
  const merged: string[] = [];
  const hiddenColumns: number[] = [];
  const inside = newTextGatherer();
  const meaning = cellReader(context);
  let inData = false;
  let showsZeros = true;
  let inValue = false;
  let line = 0;
  let hidden = false;
  let cells: SheetCell[] = [];
  let cell: WrittenCell = { column: 0, type: "n", style: 0, formula: false, value: "" };

  const openInData = (tag: string, attributes: Readonly<Record<string, string>>) => {
    inside.open(tag);
    if (tag === "v") inValue = true;
    else if (tag === "f") cell.formula = true;
    else if (tag === "c") {
      const { r, t: type = "n", s = "0" } = attributes;
      const column = r === undefined ? cell.column + 1 : columnOf(r);
      if (column <= cell.column) throw unreadable("strange");
      cell = { column, type, style: Number(s), formula: false, value: "" };
    } else if (tag === "row") {
      const next = attributes.r === undefined ? line + 1 : Number(attributes.r);
      if (!(next > line && next <= lastRow)) throw unreadable("strange");
      line = next;
      hidden = isOn(attributes.hidden);
      cells = [];
      cell = { ...cell, column: 0 };
    }
  };
  const put = (text: SheetCell) => {
    if (text === "") return;
    if (typeof text === "string" && text.length > limits.cellCharacters)
      throw cellTooLong(name, line);
    if (cell.column > limits.columns) throw unreadable("tooManyColumns");
    context.allowance.cells(cell.column - cells.length);
    while (cells.length < cell.column - 1) cells.push("");
    cells.push(text);
  };

  await readXml(archive, part, {
    open(tag, attributes) {
      if (inData) openInData(tag, attributes);
      else if (tag === "sheetData") inData = true;
      else if (tag === "sheetView") showsZeros &&= isOn(attributes.showZeros ?? "1");
      else if (tag === "col") hiddenColumns.push(...hiddenOnes(attributes, context.allowance));
      else if (tag === "mergeCell") {
        context.allowance.cells(1);
        merged.push(attributes.ref ?? "");
      }
    },
    text(text) {
      if (!inValue) inside.text(text);
      else if (cell.value.length < limits.writtenCharacters) cell.value += text;
      else throw cellTooLong(name, line);
    },
    close(tag) {
      inside.close(tag);
      if (!inData) return;
      if (tag === "v") inValue = false;
      else if (tag === "is") cell.value = inside.take();
      else if (tag === "c") put(meaning(cell, showsZeros));
      else if (tag === "row" && hasText(cells)) {
        context.allowance.row();
        rows.push(hidden ? { line, cells, hidden } : { line, cells });
      } else if (tag === "sheetData") inData = false;
    },
  });
  return {
    rows: withMergedCells(rows, merged, context.allowance),
    ...(hiddenColumns.length > 0 ? { hiddenColumns } : {}),
  };
}
